package lossgrid.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lossgrid.core.DType;
import lossgrid.core.LabelArray;
import lossgrid.core.Shape;
import lossgrid.core.TorchException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingStepTest {
    private static LabelArray labels(Shape shape) {
        return LabelArray.ofLongs(DType.INT64, shape, i -> i);
    }

    private static Shape squeezed(@Nullable Integer dim, int... dims) {
        return new EncodingStep.Squeeze(dim).apply(labels(Shape.of(dims))).shape();
    }

    private static Shape unsqueezed(int dim, int... dims) {
        return new EncodingStep.Unsqueeze(dim).apply(labels(Shape.of(dims))).shape();
    }

    @Test
    void squeezeRemovesADimensionOfOne() {
        assertThat(squeezed(1, 2, 1, 3, 3)).isEqualTo(Shape.of(2, 3, 3));
        assertThat(squeezed(-3, 2, 1, 3, 3)).isEqualTo(Shape.of(2, 3, 3));
        assertThat(squeezed(0, 2, 1, 3, 3)).as("of two").isEqualTo(Shape.of(2, 1, 3, 3));
        assertThat(squeezed(null, 1, 1, 3, 1)).isEqualTo(Shape.of(3));
        assertThat(squeezed(null, 1, 1)).isEqualTo(Shape.SCALAR);
        assertThat(squeezed(0)).as("of a scalar").isEqualTo(Shape.SCALAR);
    }

    @Test
    void unsqueezeInsertsADimensionOfOne() {
        assertThat(unsqueezed(1, 2, 3, 3)).isEqualTo(Shape.of(2, 1, 3, 3));
        assertThat(unsqueezed(-1, 2, 3)).isEqualTo(Shape.of(2, 3, 1));
        assertThat(unsqueezed(0)).isEqualTo(Shape.of(1));
    }

    @ParameterizedTest
    @CsvSource({"3, -3, 2", "-4, -3, 2"})
    void squeezeRefusesADimensionOutOfRange(int dim, int least, int most) {
        assertThatThrownBy(() -> squeezed(dim, 2, 3, 3))
                .isInstanceOf(TorchException.class)
                .hasMessage("Dimension out of range (expected to be in range of [%d, %d], but got %d)"
                        .formatted(least, most, dim));
    }

    @ParameterizedTest
    @CsvSource({"4, -4, 3", "-5, -4, 3"})
    void unsqueezeRefusesADimensionOutOfRange(int dim, int least, int most) {
        assertThatThrownBy(() -> unsqueezed(dim, 2, 3, 3))
                .isInstanceOf(TorchException.class)
                .hasMessage("Dimension out of range (expected to be in range of [%d, %d], but got %d)"
                        .formatted(least, most, dim));
    }

    @Test
    void unsqueezeThenSqueezeIsNothing() {
        LabelArray labels = labels(Shape.of(2, 3, 3));
        for (int dim = -4; dim < 4; dim++) {
            LabelArray unsqueezed = new EncodingStep.Unsqueeze(dim).apply(labels);
            assertThat(new EncodingStep.Squeeze(dim).apply(unsqueezed).sameStorage(labels))
                    .isTrue();
        }
    }

    @Test
    void castIsThatOfTheLabels() {
        LabelArray labels = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(3), 0, 254.9, -1);
        assertThat(new EncodingStep.Cast(DType.UINT8).apply(labels))
                .isEqualTo(LabelArray.ofLongs(DType.UINT8, Shape.of(3), 0, 254, 255));
    }

    @Test
    void oneHotIsThatOfPyTorch() {
        LabelArray out = new EncodingStep.OneHot(3).apply(labels(Shape.of(2)));
        assertThat(out).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(2, 3), 1, 0, 0, 0, 1, 0));
        assertThat(new EncodingStep.OneHot(-1).apply(labels(Shape.of(5))).shape())
                .isEqualTo(Shape.of(5, 5));
        assertThatThrownBy(() -> new EncodingStep.OneHot(2).apply(labels(Shape.of(3))))
                .hasMessage("Class values must be smaller than num_classes.");
    }

    @Test
    void eachPrintsItselfAsPyTorch() {
        assertThat(new EncodingStep.Squeeze(1).torchCode("y")).isEqualTo("y.squeeze(1)");
        assertThat(new EncodingStep.Squeeze(null).torchCode("y")).isEqualTo("y.squeeze()");
        assertThat(new EncodingStep.Unsqueeze(-1).torchCode("y")).isEqualTo("y.unsqueeze(-1)");
        assertThat(new EncodingStep.Cast(DType.INT64).torchCode("y")).isEqualTo("y.to(torch.int64)");
        assertThat(new EncodingStep.OneHot(3).torchCode("y")).isEqualTo("F.one_hot(y, 3)");
        assertThat(new EncodingStep.OneHot(-1).torchCode("y.squeeze(1)")).isEqualTo("F.one_hot(y.squeeze(1))");
    }
}
