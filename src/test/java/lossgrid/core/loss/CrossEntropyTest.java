package lossgrid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.TensorAsserts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cross_entropy} and {@code nll_loss}. The expected numbers are PyTorch's. */
class CrossEntropyTest {
    private static final long IGNORE = -100;
    private static final Shape LOGITS = Shape.of(1, 3, 2, 4);
    private static final Tensor X = Tensor.generate(LOGITS, i -> (i * 37 % 11 - 5) / 4f);
    private static final LabelArray Y = LabelArray.ofLongs(DType.INT64, Shape.of(1, 2, 4), i -> i * 5 % 3);
    private static final Tensor WEIGHT = Tensor.vector(1, 2, 0.5f);

    private static LossResult of(Tensor x, LabelArray y, @Nullable Tensor weight, Reduction reduction) {
        return Losses.crossEntropy(x, y, weight, IGNORE, 0, reduction);
    }

    private static LabelArray distribution() {
        return ActivationMath.softmax(Tensor.generate(LOGITS, i -> i * 13 % 7 / 3f), 1)
                .toLabels();
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 1.5948647, 12.758918",
        "0, true, 1.5227749, 12.943587",
        "0.1, false, 1.5604897, 12.483917",
        "0.1, true, 1.5093453, 12.829435",
        "1, false, 1.2511147, 10.008918",
        "1, true, 1.388479, 11.802071"
    })
    void ofClassIndices(double smoothing, boolean weighted, float mean, float sum) {
        Tensor weight = weighted ? WEIGHT : null;
        assertThat(Losses.crossEntropy(X, Y, weight, IGNORE, smoothing, Reduction.MEAN)
                        .value())
                .isEqualTo(mean);
        assertThat(Losses.crossEntropy(X, Y, weight, IGNORE, smoothing, Reduction.SUM)
                        .value())
                .isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 1.2017546, 9.614037",
        "0, true, 1.4205791, 11.364633",
        "0.1, false, 1.2066907, 9.653525",
        "0.1, true, 1.4260471, 11.408377",
        "1, false, 1.2511147, 10.008918",
        "1, true, 1.475259, 11.802072"
    })
    void ofClassProbabilities(double smoothing, boolean weighted, float mean, float sum) {
        Tensor weight = weighted ? WEIGHT : null;
        LabelArray p = distribution();
        TensorAsserts.assertClose(
                Losses.crossEntropy(X, p, weight, IGNORE, smoothing, Reduction.MEAN)
                        .value(),
                mean,
                2e-7);
        TensorAsserts.assertClose(
                Losses.crossEntropy(X, p, weight, IGNORE, smoothing, Reduction.SUM)
                        .value(),
                sum,
                2e-7);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 1.7301807",
        "0, true, 1.5556543",
        "0.1, false, 1.6901808",
        "0.1, true, 1.5145086",
        "1, false, 1.3301809",
        "1, true, 1.1441983"
    })
    void ignoredTargetsLeaveTheMean(double smoothing, boolean weighted, float mean) {
        LossResult result = Losses.crossEntropy(X, Y, weighted ? WEIGHT : null, 2, smoothing, Reduction.MEAN);
        assertThat(result.value()).isEqualTo(mean);
        assertThat(result.counted()).isEqualTo(5);
        assertThat(result.lossPerPixel().at(1)).isZero();
        assertThat(result.weightPerPixel().at(1)).isZero();
    }

    /** 5 · (p − 1) for a probability near 1. */
    @Test
    void theGradientCancelsAsInPyTorch() {
        Shape shape = Shape.of(1, 2, 1, 16);
        LabelArray target = LabelArray.ofLongs(DType.INT64, shape.remove(1), i -> 0);
        LossResult result =
                of(Tensor.generate(shape, i -> i < 16 ? 4.76f : 0), target, Tensor.vector(5, 1), Reduction.NONE);
        assertThat(result.lossPerPixel().toArray()).containsOnly(0.042645935f);
        assertThat(result.gradient().at(0)).isEqualTo(-0.042464733f);
    }

    @Test
    void theMeanShowsItsNumeratorAndDenominator() {
        LossResult result = of(X, Y, WEIGHT, Reduction.MEAN);
        TensorAsserts.assertClose(result.numerator(), 12.943587, 1e-6);
        assertThat(result.denominator()).isEqualTo(8.5);
        assertThat(result.weightPerPixel().toArray()).containsExactly(1, 0.5f, 2, 1, 0.5f, 2, 1, 0.5f);
    }

    @Test
    void allIgnoredGivesNoNumberAndNoGradient() {
        for (double smoothing : new double[] {0, 0.1}) {
            LabelArray ignored = LabelArray.ofLongs(DType.INT64, Y.shape(), i -> IGNORE);
            LossResult result = Losses.crossEntropy(X, ignored, null, IGNORE, smoothing, Reduction.MEAN);
            assertThat(result.value()).isNaN();
            assertThat(result.denominator()).isZero();
            assertThat(result.gradient().toArray()).containsOnly(0f);
        }
    }

    /** PyTorch multiplies an ignored pixel's gradient, 0, with the weight of every class. */
    @Test
    void withSmoothingAWeightThatIsNoNumberSpoilsEvenIgnoredPixels() {
        LabelArray ignored = LabelArray.ofLongs(DType.INT64, Y.shape(), i -> i == 0 ? 0 : IGNORE);
        Tensor weight = Tensor.vector(1, Float.NaN, 1);
        assertThat(Losses.crossEntropy(X, ignored, weight, IGNORE, 0.1, Reduction.SUM)
                        .gradient()
                        .at(1))
                .isNaN();
        assertThat(of(X, ignored, weight, Reduction.SUM).gradient().at(1)).isZero();
    }

    @Test
    void notANumberSpoilsItsPixelAlone() {
        LossResult result = of(X.with(1, Float.NaN), Y, null, Reduction.NONE);
        assertThat(result.lossPerPixel().at(1)).isNaN();
        assertThat(result.lossPerPixel().at(0)).isFinite();
        assertThat(result.gradient().at(1)).isNaN();
        assertThat(result.gradient().at(0)).isFinite();
        assertThat(of(X.with(1, Float.NaN), Y, null, Reduction.MEAN).value()).isNaN();
    }

    @Test
    void aClassThatIsImpossibleCostsInfinitelyMuch() {
        Tensor x = Tensor.of(Shape.of(1, 3, 1, 1), Float.NEGATIVE_INFINITY, 0, 1);
        LabelArray y = LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 1), 0);
        assertThat(of(x, y, null, Reduction.MEAN).value()).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(of(x, LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 1), 1), null, Reduction.MEAN)
                        .value())
                .isEqualTo(1.3132616f);
    }

    @Test
    void oneChannelCostsNothing() {
        Shape one = Shape.of(1, 1, 2, 4);
        LabelArray y = LabelArray.ofLongs(DType.INT64, Shape.of(1, 2, 4), i -> 0);
        LossResult result = of(Tensor.generate(one, i -> i), y, null, Reduction.MEAN);
        assertThat(result.value()).isZero();
        assertThat(result.gradient().toArray()).containsOnly(0f);
    }

    @Test
    void nllLossTakesTheLogitsForLogarithms() {
        LossResult result = Losses.nllLoss(X, Y, null, IGNORE, Reduction.NONE);
        assertThat(result.lossPerPixel().at(0)).isEqualTo(-X.at(0));
        assertThat(result.lossPerPixel().at(1)).isEqualTo(-X.at(17));
        assertThat(result.gradient().at(0)).isEqualTo(-1);
        assertThat(result.gradient().at(8)).isZero();
    }

    @Test
    void aFloat64TargetPromotesTheResult() {
        LossResult result = of(X, distribution().to(DType.FLOAT64), null, Reduction.MEAN);
        assertThat(result.dtype()).isEqualTo(DType.FLOAT64);
        TensorAsserts.assertClose(result.value(), 1.2017546, 2e-7);
    }
}
