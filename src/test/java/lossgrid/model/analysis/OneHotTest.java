package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import lossgrid.core.label.Scatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code torch.nn.functional.one_hot}. The expected words are PyTorch's. */
class OneHotTest {
    private static LabelArray labels(long... labels) {
        return LabelArray.ofLongs(DType.INT64, Shape.of(labels.length), labels);
    }

    @Test
    void theClassesAreANewLastDimension() {
        LabelArray out = Scatter.oneHot(labels(2, 0), 3);
        assertThat(out).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(2, 3), 0, 0, 1, 1, 0, 0));
        assertThat(Scatter.oneHot(labels(0, 1, 1, 0).reshape(Shape.of(1, 2, 2)), 5)
                        .shape())
                .isEqualTo(Shape.of(1, 2, 2, 5));
    }

    @Test
    void theLargestLabelTellsTheNumberOfClasses() {
        assertThat(Scatter.oneHot(labels(2, 0)).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(Scatter.oneHot(labels(2, 0), -1).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(Scatter.oneHot(LabelArray.ofLongs(DType.INT64, Shape.SCALAR, 1))
                        .shape())
                .isEqualTo(Shape.of(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1, 0, -2, -5})
    void refusesTooFewClasses(int classes) {
        assertThatThrownBy(() -> Scatter.oneHot(labels(2, 0), classes))
                .hasMessage("Class values must be smaller than num_classes.");
    }

    @Test
    void refusesANegativeLabelFirst() {
        assertThatThrownBy(() -> Scatter.oneHot(labels(9, -1), 3)).hasMessage("Class values must be non-negative.");
    }

    @ParameterizedTest
    @EnumSource(value = DType.class, names = "INT64", mode = EnumSource.Mode.EXCLUDE)
    void refusesAnotherType(DType dtype) {
        assertThatThrownBy(() -> Scatter.oneHot(labels(0).to(dtype), 3))
                .isInstanceOf(TorchException.class)
                .hasMessage("one_hot is only applicable to index tensor.");
    }

    @Test
    void ofNothingTheClassesMustBeTold() {
        LabelArray nothing = LabelArray.ofLongs(DType.INT64, Shape.of(2, 0));
        assertThat(Scatter.oneHot(nothing, 3).shape()).isEqualTo(Shape.of(2, 0, 3));
        for (int classes : new int[] {-1, 0, -2}) {
            assertThatThrownBy(() -> Scatter.oneHot(nothing, classes))
                    .hasMessage("Can not infer total number of classes from empty tensor.");
        }
    }

    @Test
    void refusesAHugeLabelInTheWordsOfTheAllocator() {
        for (long label : new long[] {Long.MAX_VALUE, 1L << 62, (1L << 62) + 12_345}) {
            LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(2), label, 0);
            assertThatThrownBy(() -> Scatter.oneHot(labels, -1))
                    .isInstanceOf(TorchException.class)
                    .hasMessageContaining("can't allocate memory");
        }
    }
}
