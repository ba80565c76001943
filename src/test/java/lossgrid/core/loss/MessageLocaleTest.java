package lossgrid.core.loss;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** PyTorch's messages do not depend on the locale. */
@Isolated
class MessageLocaleTest {
    private Locale before;

    @BeforeEach
    void writeArabicDigits() {
        before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @Test
    void sizesAndLabelsStandInPlainDigits() {
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 0, 255);
        assertThatThrownBy(() -> Losses.nllLoss(Tensor.zeros(Shape.of(1, 2, 1, 2)), labels, null, -100, Reduction.MEAN))
                .hasMessage("Target 255 is out of bounds.");
        assertThatThrownBy(() -> ActivationMath.softmax(Tensor.zeros(Shape.of(1, 2, 1, 2)), 4))
                .hasMessage("Dimension out of range (expected to be in range of [-4, 3], but got 4)");
    }

    @Test
    void exponentsStandInPlainDigits() {
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 0, 1);
        assertThatThrownBy(() -> Losses.crossEntropy(
                        Tensor.zeros(Shape.of(1, 2, 1, 2)), labels, null, -100, 1e6, Reduction.MEAN))
                .hasMessage("label_smoothing must be between 0.0 and 1.0. Got: 1e+06");
    }
}
