package lossgrid.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.label.Scatter.Reduce;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Tensor.scatter_}. The expected messages are PyTorch's. */
class ScatterTest {
    private static final Shape SELF = Shape.of(1, 3, 1, 2);

    private static LabelArray index(Shape shape, long... indices) {
        return LabelArray.ofLongs(DType.INT64, shape, indices);
    }

    private static LabelArray src(Shape shape) {
        return Tensor.generate(shape, i -> i + 1).toLabels();
    }

    private static Tensor twos() {
        return Tensor.full(SELF, 2);
    }

    private static void refuses(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(words);
    }

    @ParameterizedTest
    @CsvSource({"REPLACE, 2 10 2 2 10 2", "ADD, 2 12 2 2 12 2", "MULTIPLY, 2 20 2 2 20 2"})
    void writesOneValue(Reduce reduce, String expected) {
        Tensor out = Scatter.scatter(twos(), 1, index(Shape.of(1, 1, 1, 2), 2, 0), 10, reduce);
        assertThat(values(out)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"REPLACE, 3 2 2 4 2 2", "ADD, 6 2 2 8 2 2", "MULTIPLY, 6 2 2 16 2 2"})
    void writesASourceInOrder(Reduce reduce, String expected) {
        Shape shape = Shape.of(1, 2, 1, 2);
        Tensor out = Scatter.scatter(twos(), 1, index(shape, 0, 1, 0, 1), src(shape), reduce);
        assertThat(values(out)).isEqualTo(expected);
    }

    private static String values(Tensor tensor) {
        StringBuilder out = new StringBuilder();
        for (float value : tensor.toArray()) {
            out.append(out.isEmpty() ? "" : " ").append((int) value);
        }
        return out.toString();
    }

    @Test
    void makesOneHot() {
        LabelArray labels = index(Shape.of(1, 1, 1, 2), 1, 2);
        assertThat(Scatter.scatter(Tensor.zeros(SELF), 1, labels, 1, Reduce.REPLACE)
                        .toArray())
                .containsExactly(0, 0, 1, 0, 0, 1);
    }

    @Test
    void alongEveryDimension() {
        Tensor zeros = Tensor.zeros(Shape.of(2, 2));
        LabelArray index = index(Shape.of(1, 2), 1, 0);
        assertThat(Scatter.scatter(zeros, 0, index, 1, Reduce.REPLACE).toArray())
                .containsExactly(0, 1, 1, 0);
        assertThat(Scatter.scatter(zeros, -2, index, 1, Reduce.REPLACE).toArray())
                .containsExactly(0, 1, 1, 0);
        assertThat(Scatter.scatter(zeros, 1, index, 1, Reduce.REPLACE).toArray())
                .containsExactly(1, 1, 0, 0);
        assertThat(Scatter.scatter(zeros, -1, index, 1, Reduce.REPLACE).toArray())
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void aLargerSourceIsReadFromItsCorner() {
        Tensor out = Scatter.scatter(
                Tensor.zeros(Shape.of(2, 2)), 0, index(Shape.of(1, 2), 1, 1), src(Shape.of(3, 5)), Reduce.REPLACE);
        assertThat(out.toArray()).containsExactly(0, 0, 1, 2);
    }

    @Test
    void leavesSelfAsItWas() {
        Tensor self = twos();
        Scatter.scatter(self, 1, index(Shape.of(1, 1, 1, 1), 0), 9, Reduce.REPLACE);
        assertThat(self).isEqualTo(twos());
    }

    @Test
    void aScalarIsAVectorOfOne() {
        Tensor self = Tensor.vector(1, 2, 3);
        LabelArray index = index(Shape.SCALAR, 2);
        assertThat(Scatter.scatter(self, 0, index, 9, Reduce.REPLACE).toArray()).containsExactly(1, 2, 9);
        assertThat(Scatter.scatter(self, 0, index, src(Shape.SCALAR), Reduce.ADD)
                        .toArray())
                .containsExactly(1, 2, 4);
        assertThat(Scatter.scatter(Tensor.scalar(5), 0, index(Shape.of(1), 0), 9, Reduce.ADD))
                .isEqualTo(Tensor.scalar(14));
    }

    @Test
    void anEmptyIndexFitsEverywhere() {
        LabelArray empty = LabelArray.ofLongs(DType.FLOAT32, Shape.of(0, 7));
        assertThat(Scatter.scatter(twos(), 1, empty, 9, Reduce.REPLACE)).isEqualTo(twos());
        assertThat(Scatter.scatter(twos(), 1, empty, src(Shape.of(3)), Reduce.REPLACE))
                .isEqualTo(twos());
        refuses(
                () -> Scatter.scatter(twos(), 1, empty, src(SELF).to(DType.INT64), Reduce.REPLACE),
                "scatter(): Expected self.dtype to be equal to src.dtype");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 255, -1, -100, 1L << 40})
    void refusesAnIndexOutOfBounds(long index) {
        refuses(
                () -> Scatter.scatter(twos(), 1, index(Shape.of(1, 1, 1, 1), index), 1, Reduce.REPLACE),
                "index " + index + " is out of bounds for dimension 1 with size 3");
    }

    @Test
    void refusesOtherTypes() {
        LabelArray index = index(Shape.of(1, 1, 1, 1), 0);
        refuses(
                () -> Scatter.scatter(twos(), 1, index.to(DType.INT32), 1, Reduce.REPLACE),
                "scatter(): Expected dtype int64 for index");
        refuses(
                () -> Scatter.scatter(twos(), 1, index, src(SELF).to(DType.FLOAT64), Reduce.REPLACE),
                "scatter(): Expected self.dtype to be equal to src.dtype");
    }

    @Test
    void refusesOtherRanks() {
        LabelArray flat = index(Shape.of(1, 1, 1), 0);
        refuses(
                () -> Scatter.scatter(twos(), 1, flat, 1, Reduce.REPLACE),
                "Index tensor must have the same number of dimensions as self tensor");
        LabelArray index = flat.reshape(Shape.of(1, 1, 1, 1));
        refuses(
                () -> Scatter.scatter(twos(), 1, index, src(Shape.of(1, 1, 1, 1, 1)), Reduce.ADD),
                "Index tensor must have the same number of dimensions as src tensor");
    }

    /** PyTorch reads the size of a dimension of src before it compares ranks. */
    @Test
    void refusesASourceOfLowerRankForTheDimensionItLacks() {
        LabelArray index = index(Shape.of(1, 1, 1, 1), 0);
        refuses(
                () -> Scatter.scatter(twos(), 1, index, src(Shape.of(1, 1, 1)), Reduce.ADD),
                "Dimension out of range (expected to be in range of [-3, 2], but got 3)");
    }

    @Test
    void refusesAnIndexThatIsLargerThanSelf() {
        LabelArray index = LabelArray.ofLongs(DType.INT64, Shape.of(1, 4, 1, 3), i -> 0);
        refuses(
                () -> Scatter.scatter(twos(), 1, index, 1, Reduce.REPLACE),
                "Expected index [1, 4, 1, 3] to be smaller than self [1, 3, 1, 2] apart from dimension 1");
        refuses(
                () -> Scatter.scatter(twos(), -3, index, src(Shape.of(1, 4, 1, 3)), Reduce.REPLACE),
                "Expected index [1, 4, 1, 3] to be smaller than self [1, 3, 1, 2] apart from dimension 1 "
                        + "and to be smaller size than src [1, 4, 1, 3]");
    }

    @Test
    void refusesASourceThatIsSmallerThanTheIndex() {
        LabelArray index = LabelArray.ofLongs(DType.INT64, Shape.of(1, 2, 1, 2), i -> 0);
        refuses(
                () -> Scatter.scatter(twos(), 1, index, src(Shape.of(1, 1, 1, 2)), Reduce.REPLACE),
                "Expected index [1, 2, 1, 2] to be smaller than self [1, 3, 1, 2] apart from dimension 1 "
                        + "and to be smaller size than src [1, 1, 1, 2]");
    }

    @Test
    void readsItsArgumentsInPyTorchsOrder() {
        LabelArray wrong = LabelArray.ofLongs(DType.INT32, Shape.of(9), i -> 99);
        refuses(
                () -> Scatter.scatter(twos(), 4, wrong, 1, Reduce.ADD),
                "Dimension out of range (expected to be in range of [-4, 3], but got 4)");
        refuses(() -> Scatter.scatter(twos(), 1, wrong, 1, Reduce.ADD), "scatter(): Expected dtype int64 for index");
        refuses(
                () -> Scatter.scatter(twos(), 1, wrong.to(DType.INT64), 1, Reduce.ADD),
                "Index tensor must have the same number of dimensions as self tensor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "sum", "amax", "ADD", ""})
    void refusesAnotherReduction(String name) {
        assertThat(Reduce.named("add")).isEqualTo(Reduce.ADD);
        assertThat(Reduce.named("multiply")).isEqualTo(Reduce.MULTIPLY);
        refuses(() -> Reduce.named(name), "reduce argument must be either add or multiply.");
    }
}
