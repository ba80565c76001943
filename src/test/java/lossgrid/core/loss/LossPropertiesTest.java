package lossgrid.core.loss;

import static lossgrid.fixtures.TensorAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.label.Scatter;
import lossgrid.fixtures.Draw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossPropertiesTest {
    private static final long IGNORE = 255;
    private static final double ROUNDING = 2e-6;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void crossEntropyIsNllLossOfLogSoftmax(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 3);
        LabelArray y = draw.classesWithIgnored(x.shape(), IGNORE);
        Tensor weight = classWeight(draw, x.shape());
        Reduction reduction = draw.oneOf(Reduction.values());
        LossResult direct = Losses.crossEntropy(x, y, weight, IGNORE, 0, reduction);
        LossResult inTwoSteps = Losses.nllLoss(ActivationMath.logSoftmax(x, 1), y, weight, IGNORE, reduction);
        assertThat(direct.lossPerPixel()).isEqualTo(inTwoSteps.lossPerPixel());
        assertThat(direct.value()).isEqualTo(inTwoSteps.value());
        assertThat(direct.denominator()).isEqualTo(inTwoSteps.denominator());
    }

    private static @Nullable Tensor classWeight(Draw draw, Shape logits) {
        return draw.chance(0.5) ? draw.uniform(Shape.of(logits.dim(1)), 0.5, 2) : null;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofTwoChannelsItIsTheBinaryLossOfTheirDifference(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1).with(1, 2);
        Tensor x = draw.normal(shape, 3);
        LabelArray y = draw.classes(shape);
        LossResult twoChannels = Losses.crossEntropy(x, y, null, IGNORE, 0, Reduction.MEAN);
        LossResult difference = Losses.binaryCrossEntropyWithLogits(
                ActivationMath.oneAgainstRest(x, 1),
                y.reshape(shape.with(1, 1)).to(DType.FLOAT32),
                null,
                null,
                Reduction.MEAN);
        assertClose(difference.value(), twoChannels.value(), ROUNDING);
        assertClose(difference.lossPerPixel().reshape(y.shape()), twoChannels.lossPerPixel(), ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void logitsUnderIgnoredPixelsCountNowhere(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(2);
        Tensor x = draw.normal(shape, 3);
        Tensor noise = draw.normal(shape, 3);
        LabelArray y = draw.classesWithIgnored(shape, IGNORE);
        int classes = shape.dim(1);
        int planeSize = shape.planeSize();
        Tensor changed = Tensor.generate(shape, i -> {
            boolean ignored = y.longAt(i / planeSize / classes * planeSize + i % planeSize) == IGNORE;
            return ignored ? noise.at(i) : x.at(i);
        });
        double smoothing = draw.chance(0.5) ? 0.25 : 0;
        Tensor weight = classWeight(draw, shape);
        LossResult before = Losses.crossEntropy(x, y, weight, IGNORE, smoothing, Reduction.MEAN);
        LossResult after = Losses.crossEntropy(changed, y, weight, IGNORE, smoothing, Reduction.MEAN);
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(after.gradient()).isEqualTo(before.gradient());
        assertThat(after.lossPerPixel()).isEqualTo(before.lossPerPixel());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void permutingTheClassesPermutesEverything(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(2);
        Tensor x = draw.normal(shape, 3);
        LabelArray y = draw.classesWithIgnored(shape, IGNORE);
        Tensor weight = draw.uniform(Shape.of(shape.dim(1)), 0.5, 2);
        int[] order = draw.permutation(shape.dim(1));
        LabelArray relabelled = LabelArray.ofLongs(
                DType.INT64, y.shape(), i -> y.longAt(i) == IGNORE ? IGNORE : order[(int) y.longAt(i)]);
        for (double smoothing : new double[] {0, 0.25}) {
            LossResult one = Losses.crossEntropy(x, y, weight, IGNORE, smoothing, Reduction.MEAN);
            LossResult other = Losses.crossEntropy(
                    permuted(x, order), relabelled, permuted(weight, order), IGNORE, smoothing, Reduction.MEAN);
            assertClose(other.value(), one.value(), ROUNDING);
            assertClose(other.lossPerPixel(), one.lossPerPixel(), ROUNDING);
            assertClose(other.gradient(), permuted(one.gradient(), order), ROUNDING);
        }
        assertClose(
                ActivationMath.softmax(permuted(x, order), 1), permuted(ActivationMath.softmax(x, 1), order), ROUNDING);
    }

    /**
     * Class c becomes class {@code order[c]}; of a tensor of rank 4 along dimension 1, of a vector along its only one.
     */
    private static Tensor permuted(Tensor tensor, int[] order) {
        int planeSize = tensor.shape().rank() == 1 ? 1 : tensor.shape().planeSize();
        float[] out = new float[tensor.size()];
        for (int i = 0; i < out.length; i++) {
            int plane = i / planeSize;
            int moved = plane / order.length * order.length + order[plane % order.length];
            out[moved * planeSize + i % planeSize] = tensor.at(i);
        }
        return Tensor.of(tensor.shape(), out);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void oneHotProbabilitiesAreIndices(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 3);
        LabelArray y = draw.classes(x.shape());
        LabelArray index = y.reshape(y.shape().insert(1, 1));
        LabelArray p = Scatter.scatter(Tensor.zeros(x.shape()), 1, index, 1, Scatter.Reduce.REPLACE)
                .toLabels();
        for (double smoothing : new double[] {0, 0.25}) {
            LossResult indices = Losses.crossEntropy(x, y, null, -100, smoothing, Reduction.MEAN);
            LossResult probabilities = Losses.crossEntropy(x, p, null, -100, smoothing, Reduction.MEAN);
            assertClose(probabilities.value(), indices.value(), ROUNDING);
            assertClose(probabilities.gradient(), indices.gradient(), ROUNDING);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void theReducedLossIsThatOfItsPixels(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 3);
        LabelArray y = draw.classesWithIgnored(x.shape(), IGNORE);
        Tensor weight = classWeight(draw, x.shape());
        for (Reduction reduction : Reduction.values()) {
            LossResult result = Losses.crossEntropy(x, y, weight, IGNORE, 0, reduction);
            assertClose(result.numerator(), LossResult.sum(result.lossPerPixel()), 0);
            assertClose(result.value(), result.numerator() / result.denominator(), ROUNDING);
        }
        LossResult mean = Losses.crossEntropy(x, y, weight, IGNORE, 0, Reduction.MEAN);
        assertClose(mean.denominator(), LossResult.sum(mean.weightPerPixel()), 0);
    }
}
