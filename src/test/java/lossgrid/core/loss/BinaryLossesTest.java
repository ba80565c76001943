package lossgrid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code binary_cross_entropy} and {@code binary_cross_entropy_with_logits}. The expected numbers and messages are
 * PyTorch's.
 */
class BinaryLossesTest {
    private static final Shape GRID = Shape.of(2, 1, 2, 2);

    private static LossResult bce(float x, float y) {
        return Losses.binaryCrossEntropy(Tensor.vector(x), Tensor.vector(y).toLabels(), null, Reduction.NONE);
    }

    private static LossResult withLogits(float x, float y, @Nullable Tensor posWeight) {
        return Losses.binaryCrossEntropyWithLogits(
                Tensor.vector(x), Tensor.vector(y).toLabels(), null, posWeight, Reduction.NONE);
    }

    private static LabelArray zeros(DType dtype, Shape shape) {
        return LabelArray.ofLongs(dtype, shape, i -> 0);
    }

    private static void refuses(LabelArray target, @Nullable Tensor weight, String bce, String withLogits) {
        Tensor x = Tensor.full(GRID, 0.5f);
        assertThatThrownBy(() -> Losses.binaryCrossEntropy(x, target, weight, Reduction.MEAN))
                .hasMessage(bce);
        assertThatThrownBy(() -> Losses.binaryCrossEntropyWithLogits(x, target, weight, null, Reduction.MEAN))
                .hasMessage(withLogits);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 100, -1e12",
        "1, 0, 100, 1e12",
        "0, 0, 0, 0",
        "1.4e-45, 1, 100, -1e12",
        "0, 0.5, 50, -5e11",
        "0.5, 255, 0.69314575, -1018",
        "0.25, 0.75, 1.1116413, -2.6666667"
    })
    void logarithmsAreClamped(float x, float y, Float loss, Float gradient) {
        assertThat(bce(x, y).lossPerPixel().at(0)).isEqualTo(loss);
        assertThat(bce(x, y).gradient().at(0)).isEqualTo(gradient);
    }

    @ParameterizedTest
    @CsvSource({"-0.001", "1.0001", "NaN", "Infinity", "-Infinity"})
    void refusesWhatIsNoProbability(float x) {
        assertThatThrownBy(() -> bce(x, 0)).hasMessage("all elements of input should be between 0 and 1");
    }

    @ParameterizedTest
    @CsvSource({
        "17, 1, 0, 0",
        "-17, 1, 17, -0.99999994",
        "200, 0, 200, 1",
        "-200, 1, 200, -1",
        "1e4, 1, 0, 0",
        "Infinity, 1, NaN, 0",
        "Infinity, 0, Infinity, 1",
        "-Infinity, 1, NaN, -1",
        "-Infinity, 0, NaN, 0",
        "NaN, 1, NaN, NaN",
        "0, 255, 0.6931472, -254.5",
        "3, -1, 6.0485873, 1.9525741"
    })
    void withLogitsNothingIsClamped(float x, float y, Float loss, Float gradient) {
        assertThat(withLogits(x, y, null).lossPerPixel().at(0)).isEqualTo(loss);
        assertThat(withLogits(x, y, null).gradient().at(0)).isEqualTo(gradient);
    }

    @ParameterizedTest
    @CsvSource({
        "17, 1, 0, 0",
        "-17, 1, 51, -2.9999998",
        "200, 0, 200, 1",
        "-200, 1, 600, -3",
        "Infinity, 1, NaN, 0",
        "0, 255, 354.1982, -509.5",
        "3, -1, 5.9514127, 2.0474257"
    })
    void posWeightCountsThePositiveTerm(float x, float y, Float loss, Float gradient) {
        LossResult result = withLogits(x, y, Tensor.vector(3));
        assertThat(result.lossPerPixel().at(0)).isEqualTo(loss);
        assertThat(result.gradient().at(0)).isEqualTo(gradient);
    }

    /** 100 · σ(5.97) − 100 leaves five digits, the same as in PyTorch's float32. */
    @Test
    void aLargePosWeightCancelsAsInPyTorch() {
        Shape shape = Shape.of(1, 1, 1, 16);
        LossResult result = Losses.binaryCrossEntropyWithLogits(
                Tensor.full(shape, 5.97f), Tensor.full(shape, 1).toLabels(), null, Tensor.vector(100), Reduction.NONE);
        assertThat(result.lossPerPixel().toArray()).containsOnly(0.2551041f);
        assertThat(result.gradient().toArray()).containsOnly(-0.25478363f);
    }

    @Test
    void aSumThatLeavesFloat32IsInfinite() {
        LossResult result = Losses.binaryCrossEntropyWithLogits(
                Tensor.vector(-3e38f, -3e38f), Tensor.vector(1, 1).toLabels(), null, null, Reduction.MEAN);
        assertThat(result.lossPerPixel().toArray()).containsOnly(3e38f);
        assertThat(result.value()).isInfinite();
    }

    @Test
    void anInfiniteTargetGivesAnInfiniteGradient() {
        assertThat(withLogits(1, Float.POSITIVE_INFINITY, null).gradient().at(0))
                .isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void aFloat64TargetPromotesTheResult() {
        LabelArray target = LabelArray.ofDoubles(DType.FLOAT64, GRID, i -> 0.25);
        LossResult result =
                Losses.binaryCrossEntropyWithLogits(Tensor.full(GRID, 0.5f), target, null, null, Reduction.MEAN);
        assertThat(result.dtype()).isEqualTo(DType.FLOAT64);
        assertThat(result.value()).isEqualTo(0.849077f);
        assertThatThrownBy(() -> Losses.binaryCrossEntropy(Tensor.full(GRID, 0.5f), target, null, Reduction.MEAN))
                .hasMessage("Found dtype Double but expected Float");
    }

    @Test
    void refusesAnotherShape() {
        refuses(
                zeros(DType.FLOAT32, Shape.of(2, 2, 2)),
                null,
                "Using a target size (torch.Size([2, 2, 2])) that is different to the input size "
                        + "(torch.Size([2, 1, 2, 2])) is deprecated. Please ensure they have the same size.",
                "Target size (torch.Size([2, 2, 2])) must be the same as input size (torch.Size([2, 1, 2, 2]))");
    }

    @ParameterizedTest
    @CsvSource({"UINT8, Byte", "INT16, Short", "INT32, Int", "INT64, Long"})
    void refusesWholeNumbers(DType dtype, String name) {
        refuses(
                zeros(dtype, GRID),
                null,
                "Found dtype " + name + " but expected Float",
                "result type Float can't be cast to the desired output type " + name);
    }

    @Test
    void refusesTruthValues() {
        refuses(
                zeros(DType.BOOL, GRID),
                null,
                "Found dtype Bool but expected Float",
                "Subtraction, the `-` operator, with two bool tensors is not supported. "
                        + "Use the `^` or `logical_xor()` operator instead.");
    }

    @Test
    void refusesAWeightThatDoesNotBroadcast() {
        String words = "The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 3";
        refuses(zeros(DType.FLOAT32, GRID), Tensor.vector(1, 2, 3), words, words);
    }

    @Test
    void refusesAWeightThatIsLargerThanTheInput() {
        String words = "output with shape [2, 1, 2, 2] doesn't match the broadcast shape [2, 3, 2, 2]";
        refuses(zeros(DType.FLOAT32, GRID), Tensor.full(Shape.of(3, 1, 1), 1), words, words);
    }

    @Test
    void refusesAPosWeightThatDoesNotBroadcast() {
        assertThatThrownBy(() -> Losses.binaryCrossEntropyWithLogits(
                        Tensor.zeros(GRID), zeros(DType.FLOAT32, GRID), null, Tensor.vector(1, 2, 3), Reduction.SUM))
                .hasMessage(
                        "The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 3");
    }

    @Test
    void theMeanOfNothingIsNotANumber() {
        Shape empty = Shape.of(0, 1, 2, 2);
        LossResult result = Losses.binaryCrossEntropyWithLogits(
                Tensor.zeros(empty), zeros(DType.FLOAT32, empty), null, null, Reduction.MEAN);
        assertThat(result.value()).isNaN();
    }
}
