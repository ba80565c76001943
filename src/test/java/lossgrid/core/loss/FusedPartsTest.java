package lossgrid.core.loss;

import static lossgrid.core.loss.FusedClassesTest.assertSame;
import static lossgrid.core.loss.FusedClassesTest.assertSum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.math.FloatMath;
import lossgrid.fixtures.Draw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses of an activation's output, and the gradient back through the activation, are equal in blocks and step by step.
 */
class FusedPartsTest {
    private static final long IGNORE = 255;
    private static final int ULPS = 4;
    private static final double SUM = 1e-6;
    private static final int[][] SHAPES = {
        {1, 2, 1, 1}, {2, 3, 2, 2}, {1, 1, 3, 5}, {2, 2, 7, 9}, {1, 19, 33, 34}, {2, 4, 40, 60}, {1, 150, 9, 31}
    };

    record Case(Shape shape, FusedClassesTest.Numbers numbers, Reduction reduction, boolean weighted, long seed) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        long seed = 0;
        for (int[] shape : SHAPES) {
            for (FusedClassesTest.Numbers numbers : FusedClassesTest.Numbers.values()) {
                for (Reduction reduction : Reduction.values()) {
                    cases.add(new Case(Shape.of(shape), numbers, reduction, ++seed % 2 == 0, seed));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nllLossAgreesWithTheStepwiseWay(Case c) {
        Draw draw = new Draw(c.seed);
        Tensor x = c.numbers.draw(draw, c.shape);
        int classes = c.shape.dim(1);
        double ignored = draw.oneOf(0.0, 0.2, 1.0);
        LabelArray y = LabelArray.ofLongs(
                DType.INT64, c.shape.remove(1), _ -> draw.chance(ignored) ? IGNORE : draw.between(0, classes - 1));
        // Multiples of a half add up to the same in float and in double.
        Tensor weight = c.weighted ? Tensor.generate(Shape.of(classes), _ -> draw.between(0, 6) * 0.5f) : null;
        LossResult expected = Losses.nllLoss(x, y, weight, IGNORE, c.reduction, ComputeMode.STEPWISE);
        assertThat(FusedNll.fits(x, y, weight)).isTrue();
        LossResult actual = Losses.nllLoss(x, y, weight, IGNORE, c.reduction, ComputeMode.FUSED);
        assertSame("loss", actual.lossPerPixel(), expected.lossPerPixel());
        assertSame("weights", actual.weightPerPixel(), expected.weightPerPixel());
        assertSame("gradient", actual.gradient(), expected.gradient());
        assertThat(actual.counted()).isEqualTo(expected.counted());
        assertSum(actual.numerator(), expected.numerator());
        assertSum(actual.denominator(), expected.denominator());
        assertMean(actual.value(), expected);
    }

    /**
     * Losses of both signs cancel, which PyTorch's sum in float32 resolves less well; the tolerance is relative to the
     * sum of magnitudes.
     */
    private static void assertMean(double actual, LossResult expected) {
        if (Double.isNaN(expected.numerator()) || Double.isInfinite(expected.numerator())) {
            assertSum(actual, expected.value());
            return;
        }
        double magnitudes = 0;
        for (int i = 0; i < expected.pixels(); i++) {
            magnitudes += Math.abs(expected.lossPerPixel().at(i));
        }
        double off = SUM * magnitudes / expected.denominator();
        assertThat(expected.denominator() == 0 || Math.abs(actual - expected.value()) <= off)
                .as("%s is near %s", actual, expected.value())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void binaryCrossEntropyAgreesWithTheStepwiseWay(Case c) {
        Draw draw = new Draw(c.seed);
        Tensor x = Tensor.generate(
                c.shape,
                _ -> draw.chance(0.1)
                        ? draw.oneOf(0f, 1f, Float.MIN_VALUE, 1e-40f, Float.MIN_NORMAL, Math.nextDown(1f))
                        : draw.between(0f, 1f));
        boolean soft = draw.chance(0.5);
        LabelArray y =
                LabelArray.ofDoubles(DType.FLOAT32, c.shape, _ -> soft ? draw.between(0f, 1f) : draw.between(0, 1));
        Tensor weight = c.weighted ? draw.uniform(Shape.of(c.shape.dim(1), 1, 1), 0.1, 3) : null;
        LossResult expected = Losses.binaryCrossEntropy(x, y, weight, c.reduction, ComputeMode.STEPWISE);
        LossResult actual = Losses.binaryCrossEntropy(x, y, weight, c.reduction, ComputeMode.FUSED);
        for (int i = 0; i < c.shape.size(); i++) {
            float e = expected.lossPerPixel().at(i);
            float loss = actual.lossPerPixel().at(i);
            if (!(Math.abs(loss - e) <= ULPS * Math.ulp(e))) {
                fail("loss %d is %s, not %s".formatted(i, loss, e));
            }
        }
        assertSame("weights", actual.weightPerPixel(), expected.weightPerPixel());
        assertSame("gradient", actual.gradient(), expected.gradient());
        assertThat(actual.counted()).isEqualTo(expected.counted());
        assertSum(actual.numerator(), expected.numerator());
        assertSum(actual.value(), expected.value());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theWayBackAgreesWithTheStepwiseWay(Case c) {
        Draw draw = new Draw(c.seed);
        Tensor x = c.numbers.draw(draw, c.shape);
        Tensor grad = draw.uniform(c.shape, -1, 1);
        Tensor softmax = ActivationMath.softmax(x, 1, ComputeMode.STEPWISE);
        Tensor logSoftmax = ActivationMath.logSoftmax(x, 1, ComputeMode.STEPWISE);
        Tensor sigmoid = ActivationMath.sigmoid(x, ComputeMode.STEPWISE);
        assertSame(
                "softmax",
                ActivationMath.softmaxBackward(grad, softmax, 1, ComputeMode.FUSED),
                ActivationMath.softmaxBackward(grad, softmax, 1, ComputeMode.STEPWISE));
        assertSame(
                "log_softmax",
                ActivationMath.logSoftmaxBackward(grad, logSoftmax, 1, ComputeMode.FUSED),
                ActivationMath.logSoftmaxBackward(grad, logSoftmax, 1, ComputeMode.STEPWISE));
        assertSame(
                "sigmoid",
                ActivationMath.sigmoidBackward(grad, sigmoid, ComputeMode.FUSED),
                ActivationMath.sigmoidBackward(grad, sigmoid, ComputeMode.STEPWISE));
    }

    /** The numbers are those of {@code torch.exp}, whose loop leaves nothing over. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void exponentialsAgreeWithTheStepwiseWay(Case c) {
        Tensor x = c.numbers.draw(new Draw(c.seed), c.shape);
        Tensor actual = ActivationMath.exp(x, ComputeMode.FUSED);
        assertSame("exp", actual, ActivationMath.exp(x, ComputeMode.STEPWISE));
        assertSame("each", actual, Tensor.generate(x.shape(), i -> FloatMath.exp(x.at(i))));
    }

    @Test
    void refusesWhatIsNoProbability() {
        Shape shape = Shape.of(1, 2, 128, 300);
        LabelArray y = LabelArray.ofDoubles(DType.FLOAT32, shape, _ -> 1);
        for (float odd : new float[] {-1e-9f, 1.5f, Float.NaN, Float.POSITIVE_INFINITY}) {
            Tensor x = Tensor.generate(shape, i -> i == 70_000 ? odd : 0.5f);
            assertThatThrownBy(() -> bce(x, y))
                    .isInstanceOf(TorchException.class)
                    .hasMessageContaining("all elements of input should be between 0 and 1");
        }
    }

    private static LossResult bce(Tensor x, LabelArray y) {
        return Losses.binaryCrossEntropy(x, y, null, Reduction.MEAN, ComputeMode.FUSED);
    }

    @Test
    void namesTheFirstTargetOutOfBounds() {
        Tensor x = Tensor.zeros(Shape.of(2, 3, 128, 256));
        LabelArray y = LabelArray.ofLongs(
                DType.INT64, Shape.of(2, 128, 256), i -> i == 40_000 ? 3 : i > 40_000 && i % 3 == 0 ? -7 : i % 3);
        assertThatThrownBy(() -> nll(x, y, null))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("Target 3 is out of bounds.");
    }

    private static LossResult nll(Tensor x, LabelArray y, @Nullable Tensor weight) {
        return Losses.nllLoss(x, y, weight, IGNORE, Reduction.MEAN, ComputeMode.FUSED);
    }
}
