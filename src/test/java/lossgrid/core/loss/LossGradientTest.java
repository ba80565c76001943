package lossgrid.core.loss;

import java.util.function.Function;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.FiniteDifferences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of all losses with all options are those of central differences. */
class LossGradientTest {
    private static final long IGNORE = 255;
    /**
     * For probabilities between 0.2 and 0.8: there the third derivative of a logarithm goes up to 250, and its error to
     * 250 h²/6 = 4e-5.
     */
    private static final float SMALL_STEP = 1e-3f;

    private static void check(Tensor x, Function<Tensor, LossResult> loss) {
        FiniteDifferences.check(x, t -> value(loss.apply(t)), loss.apply(x).gradient());
    }

    /** The reduced loss before it is rounded to float32. */
    private static double value(LossResult loss) {
        return loss.numerator() / loss.denominator();
    }

    private static @Nullable Tensor maybe(Draw draw, Shape shape) {
        return draw.chance(0.5) ? draw.uniform(shape, 0.5, 2) : null;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofCrossEntropyWithIndices(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 1);
        LabelArray y = draw.classesWithIgnored(x.shape(), IGNORE);
        Tensor weight = maybe(draw, Shape.of(x.shape().dim(1)));
        double smoothing = draw.chance(0.5) ? draw.between(0f, 1f) : 0;
        for (Reduction reduction : Reduction.values()) {
            check(x, t -> Losses.crossEntropy(t, y, weight, IGNORE, smoothing, reduction));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofCrossEntropyWithProbabilities(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 1);
        LabelArray p = draw.distributions(x.shape()).to(draw.oneOf(DType.FLOAT32, DType.FLOAT64));
        Tensor weight = maybe(draw, Shape.of(x.shape().dim(1)));
        double smoothing = draw.chance(0.5) ? draw.between(0f, 1f) : 0;
        for (Reduction reduction : Reduction.values()) {
            check(x, t -> Losses.crossEntropy(t, p, weight, -100, smoothing, reduction));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofNllLoss(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 1);
        LabelArray y = draw.classesWithIgnored(x.shape(), IGNORE);
        Tensor weight = maybe(draw, Shape.of(x.shape().dim(1)));
        for (Reduction reduction : Reduction.values()) {
            check(x, t -> Losses.nllLoss(t, y, weight, IGNORE, reduction));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofBinaryCrossEntropyWithLogits(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 1);
        LabelArray y = draw.chance(0.5)
                ? draw.bits(x.shape())
                : draw.uniform(x.shape(), 0, 1).toLabels();
        LabelArray target = y.to(draw.oneOf(DType.FLOAT32, DType.FLOAT64));
        Tensor weight = maybe(draw, x.shape().with(0, 1));
        Tensor posWeight = maybe(draw, Shape.of(x.shape().dim(1), 1, 1));
        for (Reduction reduction : Reduction.values()) {
            check(x, t -> Losses.binaryCrossEntropyWithLogits(t, target, weight, posWeight, reduction));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofBinaryCrossEntropy(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.uniform(draw.logitsShape(1), 0.2, 0.8);
        LabelArray y = draw.bits(x.shape());
        Tensor weight = maybe(draw, Shape.of(x.shape().dim(3)));
        for (Reduction reduction : Reduction.values()) {
            FiniteDifferences.check(
                    x,
                    t -> value(Losses.binaryCrossEntropy(t, y, weight, reduction)),
                    Losses.binaryCrossEntropy(x, y, weight, reduction).gradient(),
                    SMALL_STEP);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofTheFormulaByHandWithOneChannel(long seed) {
        Draw draw = new Draw(seed);
        Tensor q = draw.uniform(draw.logitsShape(1).with(1, 1), 0.2, 0.8);
        LabelArray y = draw.bits(q.shape());
        Tensor weight = maybe(draw, Shape.of(q.shape().dim(3)));
        Tensor posWeight = maybe(draw, Shape.of(1));
        for (Reduction reduction : Reduction.values()) {
            FiniteDifferences.check(
                    q,
                    t -> value(ByHandLosses.binary(t, y, weight, posWeight, reduction)),
                    ByHandLosses.binary(q, y, weight, posWeight, reduction).gradient(),
                    SMALL_STEP);
        }
    }
}
