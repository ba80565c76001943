package lossgrid.model.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;

class ArrayChoiceTest {
    private static LabelArray zeros(DType dtype, int... dims) {
        return LabelArray.ofLongs(dtype, Shape.of(dims), _ -> 0);
    }

    @Test
    void theLabelIsSuggestedAndNotTheImage() {
        LabelArray image = zeros(DType.UINT8, 4, 5, 3);
        LabelArray label = zeros(DType.UINT8, 4, 5);
        assertThat(ArrayChoice.of(List.of("image", "label"), List.of(image, label), false))
                .isEqualTo(1);
        assertThat(ArrayChoice.of(List.of("arr_0", "arr_1"), List.of(image, label), false))
                .isEqualTo(1);
        assertThat(ArrayChoice.of(List.of("x", "y"), List.of(zeros(DType.FLOAT32, 1, 3, 4, 5), label), false))
                .isEqualTo(1);
    }

    @Test
    void forLogitsTheNetworksOutputIs() {
        LabelArray label = zeros(DType.INT64, 1, 4, 5);
        LabelArray logits = zeros(DType.FLOAT32, 1, 3, 4, 5);
        assertThat(ArrayChoice.of(List.of("label", "logits"), List.of(label, logits), true))
                .isEqualTo(1);
        assertThat(ArrayChoice.of(List.of("b", "a"), List.of(logits, label), true))
                .isZero();
    }

    @Test
    void theFirstOfEqualsIs() {
        LabelArray label = zeros(DType.UINT8, 4, 5);
        assertThat(ArrayChoice.of(List.of("a", "b"), List.of(label, label), false))
                .isZero();
    }
}
