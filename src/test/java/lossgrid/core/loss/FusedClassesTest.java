package lossgrid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.fixtures.Draw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused pass over classes equals the stepwise computation bit for bit. */
class FusedClassesTest {
    private static final long IGNORE = 255;
    private static final double SUM = 1e-6;
    private static final int[][] SHAPES = {
        {1, 2, 1, 1},
        {2, 3, 2, 2},
        {1, 1, 3, 5},
        {2, 2, 7, 9},
        {1, 19, 33, 34},
        {3, 21, 5, 8},
        {1, 150, 9, 31},
        {2, 4, 40, 60},
        {1, 33, 16, 16},
    };

    enum Numbers {
        USUAL(8),
        CLOSE(1e-3f),
        WIDE(45),
        /** Spreads above 87 in places. */
        EXTREME(70),
        /** With NaN and infinities in places. */
        SPECIAL(8),
        /** Equal logits, and a class that wins by far. */
        PEAKED(1);

        final float range;

        Numbers(float range) {
            this.range = range;
        }

        Tensor draw(Draw draw, Shape shape) {
            return Tensor.generate(shape, i -> switch (this) {
                case USUAL, CLOSE, WIDE, EXTREME -> draw.between(-range, range);
                case SPECIAL ->
                    draw.chance(0.002)
                            ? draw.oneOf(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f)
                            : draw.between(-range, range);
                case PEAKED -> draw.chance(0.3) ? 30f : draw.chance(0.5) ? 0f : -0f;
            });
        }
    }

    record Case(Shape shape, Numbers numbers, Reduction reduction, boolean weighted, double smoothing, long seed) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        long seed = 0;
        for (int[] shape : SHAPES) {
            for (Numbers numbers : Numbers.values()) {
                for (Reduction reduction : Reduction.values()) {
                    seed++;
                    cases.add(new Case(Shape.of(shape), numbers, reduction, false, 0, seed));
                    cases.add(new Case(Shape.of(shape), numbers, reduction, seed % 2 == 0, seed % 3 * 0.1, seed));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agreesWithTheStepwiseWay(Case c) {
        Draw draw = new Draw(c.seed);
        Tensor x = c.numbers.draw(draw, c.shape);
        int classes = c.shape.dim(1);
        double ignored = draw.oneOf(0.0, 0.2, 1.0);
        LabelArray y = LabelArray.ofLongs(
                DType.INT64, c.shape.remove(1), i -> draw.chance(ignored) ? IGNORE : draw.between(0, classes - 1));
        Tensor weight = c.weighted ? draw.uniform(Shape.of(classes), 0.1, 3) : null;
        LossResult expected = Losses.crossEntropy(x, y, weight, IGNORE, c.smoothing, c.reduction, ComputeMode.STEPWISE);
        ActivatedLoss actual =
                FusedClasses.crossEntropy(x, y, weight, IGNORE, c.smoothing, c.reduction, ProbabilityStorage.STORED);

        assertSame("probabilities", actual.probabilities(), ActivationMath.softmax(x, 1, ComputeMode.STEPWISE));
        assertSame("log", FusedClasses.logSoftmax(x), ActivationMath.logSoftmax(x, 1, ComputeMode.STEPWISE));
        assertSame("softmax", FusedClasses.softmax(x), ActivationMath.softmax(x, 1, ComputeMode.STEPWISE));
        LossResult loss = actual.loss();
        assertSame("loss", loss.lossPerPixel(), expected.lossPerPixel());
        assertSame("weights", loss.weightPerPixel(), expected.weightPerPixel());
        assertThat(loss.counted()).isEqualTo(expected.counted());
        assertSum(loss.numerator(), expected.numerator());
        assertSum(loss.denominator(), expected.denominator());
        assertSum(loss.value(), expected.value());
        if (weight == null || c.reduction != Reduction.MEAN) {
            assertSame("gradient", loss.gradient(), expected.gradient());
        } else {
            assertClose(loss.gradient(), expected.gradient());
        }
        assertRowsAreTheElements(loss.gradient(), draw);
        assertPlanesAreTheElements(loss.gradient());
        assertIsTheSameViewed(actual, x, y, weight, c, draw);
    }

    private static void assertIsTheSameViewed(
            ActivatedLoss stored, Tensor x, LabelArray y, @Nullable Tensor weight, Case c, Draw draw) {
        ActivatedLoss viewed =
                FusedClasses.crossEntropy(x, y, weight, IGNORE, c.smoothing, c.reduction, ProbabilityStorage.VIEWED);
        assertSame("viewed", viewed.probabilities(), stored.probabilities());
        assertRowsAreTheElements(viewed.probabilities(), draw);
        assertPlanesAreTheElements(viewed.probabilities());
        assertSame("loss", viewed.loss().lossPerPixel(), stored.loss().lossPerPixel());
        assertThat(viewed.loss().value()).isEqualTo(Float.valueOf(stored.loss().value()));
    }

    /** Rows of the gradient are computed in vectorized loops, single elements stepwise. */
    private static void assertRowsAreTheElements(Tensor gradient, Draw draw) {
        int planeSize = gradient.shape().planeSize();
        for (int plane = 0; plane < gradient.planeCount(); plane++) {
            int from = plane == 0 ? 0 : draw.between(0, planeSize - 1);
            float[] row = new float[plane == 0 ? planeSize : draw.between(1, planeSize - from)];
            gradient.copy(plane, from, row, row.length);
            for (int i = 0; i < row.length; i++) {
                float expected = gradient.inPlane(plane, from + i);
                if (Float.floatToIntBits(row[i]) != Float.floatToIntBits(expected)) {
                    fail("element %d of plane %d is %s, not %s".formatted(from + i, plane, row[i], expected));
                }
            }
        }
    }

    private static void assertPlanesAreTheElements(Tensor gradient) {
        float[][] planes = new float[gradient.planeCount()][gradient.shape().planeSize()];
        gradient.copyPlanes(planes);
        assertSame("planes", new Tensor(gradient.shape(), planes), gradient);
    }

    /** NaN is NaN, whatever its bits. */
    static void assertSame(String what, Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            if (Float.floatToIntBits(actual.at(i)) != Float.floatToIntBits(expected.at(i))) {
                throw new AssertionError("%s[%d] is %s, not %s".formatted(what, i, actual.at(i), expected.at(i)));
            }
        }
    }

    /**
     * A sum of weights in double differs from PyTorch's in float32, and so does a quotient by it; the tolerance is
     * relative to the greatest slope.
     */
    private static void assertClose(Tensor actual, Tensor expected) {
        double greatest = 0;
        for (int i = 0; i < expected.size(); i++) {
            greatest = Math.abs(expected.at(i)) > greatest ? Math.abs(expected.at(i)) : greatest;
        }
        double off = 4 * Math.ulp((float) greatest);
        for (int i = 0; i < expected.size(); i++) {
            float e = expected.at(i);
            boolean isClose = Float.isFinite(e)
                    ? Math.abs((double) actual.at(i) - e) <= off
                    : Float.compare(actual.at(i), e) == 0;
            if (!isClose) {
                fail("element %d is %s, not %s".formatted(i, actual.at(i), e));
            }
        }
    }

    static void assertSum(double actual, double expected) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(Double.compare(actual, expected)).isZero();
        } else {
            assertThat(actual).isCloseTo(expected, within(SUM * Math.abs(expected)));
        }
    }

    @Test
    void viewedProbabilitiesFollowFewPixels() {
        Draw draw = new Draw(6);
        Tensor x = draw.uniform(Shape.of(2, 5, 30, 31), -9, 9);
        LabelArray y = draw.classesWithIgnored(x.shape(), IGNORE);
        ActivatedLoss before =
                FusedClasses.crossEntropy(x, y, null, IGNORE, 0, Reduction.MEAN, ProbabilityStorage.VIEWED);
        Tensor next = x.with(3, 7f).with(930, Float.NaN).with(930 * 7 + 929, -200f);
        int[] pixels = PixelIndices.changed(next, x, ActivatedLoss.MOST_PIXELS).orElseThrow();
        ActivatedLoss after = before.after(next, y, pixels).orElseThrow();
        assertThat(pixels).hasSize(3);
        assertSame("followed", after.probabilities(), ActivationMath.softmax(next, 1, ComputeMode.STEPWISE));
        assertRowsAreTheElements(after.probabilities(), draw);
    }

    private static ActivatedLoss fused(Tensor x, LabelArray y) {
        return FusedClasses.crossEntropy(x, y, null, IGNORE, 0, Reduction.MEAN, ProbabilityStorage.STORED);
    }

    @Test
    void namesTheFirstTargetOutOfBounds() {
        Tensor x = Tensor.zeros(Shape.of(2, 3, 128, 256));
        int first = 40_000;
        LabelArray y = LabelArray.ofLongs(
                DType.INT64, Shape.of(2, 128, 256), i -> i == first ? 3 : i > first && i % 3 == 0 ? -7 : i % 3);
        assertThatThrownBy(() -> fused(x, y))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("Target 3 is out of bounds.");
    }

    @Test
    void aLargeGridTakesTheFusedWay() {
        assertThat(ComputeMode.of(Shape.of(1, 2, 256, 256))).isEqualTo(ComputeMode.FUSED);
        assertThat(ComputeMode.of(Shape.of(1, 1, 256, 256))).isEqualTo(ComputeMode.STEPWISE);
    }

    /** These are left to the stepwise computation, which raises as PyTorch does. */
    @Test
    void onlyPlainArgumentsFit() {
        Tensor x = Tensor.zeros(Shape.of(1, 3, 4, 4));
        LabelArray y = LabelArray.ofLongs(DType.INT64, Shape.of(1, 4, 4), _ -> 0);
        assertThat(fits(x, y, null)).isTrue();
        assertThat(fits(x, y.to(DType.INT32), null)).isFalse();
        assertThat(fits(x, y.reshape(Shape.of(1, 16)), null)).isFalse();
        assertThat(fits(x, y, Tensor.zeros(Shape.of(2)))).isFalse();
        assertThat(fits(x, y, Tensor.zeros(Shape.of(3, 1)))).isFalse();
    }

    private static boolean fits(Tensor x, LabelArray y, @Nullable Tensor weight) {
        return FusedClasses.fits(x, y, weight);
    }
}
