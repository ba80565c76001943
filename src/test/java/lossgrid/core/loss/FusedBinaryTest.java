package lossgrid.core.loss;

import static lossgrid.core.loss.FusedClassesTest.assertSame;
import static lossgrid.core.loss.FusedClassesTest.assertSum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused pass over single elements equals the stepwise computation bit for bit. */
class FusedBinaryTest {
    private static final int[][] SHAPES = {{1, 1, 1, 1}, {2, 3, 2, 2}, {1, 1, 3, 5}, {3, 2, 33, 70}, {1, 4, 5, 8}};

    record Case(Shape shape, FusedClassesTest.Numbers numbers, Reduction reduction, long seed) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        long seed = 0;
        for (int[] shape : SHAPES) {
            for (FusedClassesTest.Numbers numbers : FusedClassesTest.Numbers.values()) {
                for (Reduction reduction : Reduction.values()) {
                    for (int i = 0; i < 4; i++) {
                        cases.add(new Case(Shape.of(shape), numbers, reduction, ++seed));
                    }
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
        boolean soft = draw.chance(0.5);
        LabelArray y = LabelArray.ofDoubles(
                DType.FLOAT32, c.shape, i -> soft ? draw.between(-0.5f, 1.5f) : draw.between(0, 1));
        Tensor weight = weight(draw, c.shape);
        Tensor posWeight = weight(draw, c.shape);
        LossResult expected = BinaryLosses.withLogits(x, y, weight, posWeight, c.reduction);
        assertThat(FusedBinary.fits(x, y, weight, posWeight)).isTrue();
        ActivatedLoss actual = FusedBinary.withLogits(x, y, weight, posWeight, c.reduction);

        assertSame("sigmoid", FusedBinary.sigmoid(x), ActivationMath.sigmoid(x, ComputeMode.STEPWISE));
        assertSame("probabilities", actual.probabilities(), ActivationMath.sigmoid(x, ComputeMode.STEPWISE));
        assertSame("loss", actual.loss().lossPerPixel(), expected.lossPerPixel());
        assertSame("weights", actual.loss().weightPerPixel(), expected.weightPerPixel());
        assertSame("gradient", actual.loss().gradient(), expected.gradient());
        assertThat(actual.loss().counted()).isEqualTo(expected.counted());
        assertSum(actual.loss().numerator(), expected.numerator());
        assertSum(actual.loss().denominator(), expected.denominator());
        assertSum(actual.loss().value(), expected.value());
    }

    private static @Nullable Tensor weight(Draw draw, Shape shape) {
        return switch (draw.between(0, 5)) {
            case 0 -> draw.uniform(Shape.of(shape.dim(1), 1, 1), 0.1, 3);
            case 1 -> draw.uniform(shape, 0.1, 3);
            case 2 -> draw.uniform(Shape.of(shape.dim(3)), 0.1, 3);
            case 3 -> draw.uniform(Shape.of(shape.dim(0), 1, shape.dim(2), 1), 0.1, 3);
            default -> null;
        };
    }

    @Test
    void otherTargetsAreLeftToTheStepwiseWay() {
        Tensor x = Tensor.zeros(Shape.of(1, 2, 3, 4));
        LabelArray y = LabelArray.ofDoubles(DType.FLOAT32, x.shape(), _ -> 0);
        assertThat(FusedBinary.fits(x, y, null, null)).isTrue();
        assertThat(FusedBinary.fits(x, y.to(DType.FLOAT64), null, null)).isFalse();
        assertThat(FusedBinary.fits(x, y.reshape(Shape.of(2, 1, 3, 4)), null, null))
                .isFalse();
        assertThat(FusedBinary.fits(x, y, Tensor.zeros(Shape.of(3)), null)).isFalse();
        assertThat(FusedBinary.fits(x, y, null, Tensor.zeros(Shape.of(1, 1, 2, 3, 4))))
                .isFalse();
    }
}
