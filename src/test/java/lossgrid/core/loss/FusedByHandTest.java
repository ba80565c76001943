package lossgrid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pass over blocks equals {@link ByHandLosses} step by step, except for the rounding of the sums over all losses.
 */
class FusedByHandTest {
    private static final int IGNORED = 2;
    private static final Shape CLASSES = Shape.of(2, 4, 97, 101);
    private static final Shape BINARY = Shape.of(2, 1, 181, 191);
    private static final float[] HARD = {0f, -0f, 1f, Float.NaN, Float.POSITIVE_INFINITY, -0.5f, Float.MIN_VALUE};

    private final Random random = new Random(3);

    private Tensor probabilities(Shape shape, int hardOf) {
        return Tensor.generate(
                shape, _ -> random.nextInt(hardOf) == 0 ? HARD[random.nextInt(HARD.length)] : random.nextFloat());
    }

    private static void assertSame(ActivatedLoss pass, LossResult expected) {
        LossResult actual = pass.loss();
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        assertThat(actual.reduction()).isEqualTo(expected.reduction());
        assertThat(actual.lossPerPixel()).isEqualTo(expected.lossPerPixel());
        assertThat(actual.weightPerPixel()).isEqualTo(expected.weightPerPixel());
        assertThat(actual.counted()).isEqualTo(expected.counted());
        assertThat(actual.gradient()).isEqualTo(expected.gradient());
        assertClose(actual.numerator(), expected.numerator());
        assertClose(actual.denominator(), expected.denominator());
        assertClose(actual.value(), expected.value());
    }

    private static void assertClose(double actual, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(actual).isEqualTo(expected, within(1e-6 * Math.abs(expected)));
        } else {
            assertThat(actual).isEqualTo(Double.valueOf(expected));
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void classIndicesGiveTheSame(Reduction reduction) {
        for (int hardOf : new int[] {50, Integer.MAX_VALUE}) {
            for (Tensor weight : new @Nullable Tensor[] {null, Tensor.vector(0.3f, 0, 2, 1e-3f), Tensor.scalar(3)}) {
                for (double smoothing : new double[] {0, 0.2, 1}) {
                    Tensor q = probabilities(CLASSES, hardOf);
                    LabelArray y = LabelArray.ofLongs(DType.INT64, CLASSES.remove(1), _ -> random.nextInt(4));
                    BitSet ignored = new BitSet();
                    for (int i = 0; i < y.size(); i++) {
                        ignored.set(i, y.longAt(i) == IGNORED);
                    }
                    Tensor p = Tensor.generate(CLASSES, i -> {
                        int cell = i % CLASSES.planeSize();
                        int image = i / CLASSES.planeSize() / 4;
                        return y.longAt(image * CLASSES.planeSize() + cell) == i / CLASSES.planeSize() % 4 ? 1 : 0;
                    });
                    assertSame(
                            ByHandLosses.resumableCategorical(q, y, weight, IGNORED, smoothing, reduction)
                                    .orElseThrow(),
                            ByHandLosses.categorical(q, p, weight, ignored, smoothing, reduction));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void distributionsGiveTheSame(Reduction reduction) {
        for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            Tensor q = probabilities(CLASSES, 50);
            LabelArray y = LabelArray.ofDoubles(dtype, CLASSES, _ -> random.nextDouble());
            Tensor weight = Tensor.vector(0.3f, 0, 2, 1e-3f);
            assertSame(
                    ByHandLosses.resumableCategorical(q, y, weight, IGNORED, 0.1, reduction)
                            .orElseThrow(),
                    ByHandLosses.categorical(q, y.toTensor(), weight, new BitSet(), 0.1, reduction));
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void binaryTargetsGiveTheSame(DType dtype) {
        for (Reduction reduction : Reduction.values()) {
            Tensor q = probabilities(BINARY, 50);
            LabelArray y =
                    LabelArray.ofDoubles(dtype, BINARY, _ -> random.nextInt(4) == 0 ? 200.75 : random.nextInt(2));
            Tensor weight = random.nextBoolean() ? null : Tensor.generate(Shape.of(191), i -> i / 100f);
            Tensor posWeight = random.nextBoolean() ? null : Tensor.vector(2.5f);
            var pass = ByHandLosses.resumableBinary(q, y, weight, posWeight, reduction);
            assertThat(pass.isEmpty()).isEqualTo(dtype == DType.BOOL);
            pass.ifPresent(it -> assertSame(it, ByHandLosses.binary(q, y, weight, posWeight, reduction)));
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void whatIsRefusedOrBroadcastIsLeftToTheStepwiseWay(Reduction reduction) {
        Tensor q = probabilities(CLASSES, 50);
        LabelArray y = LabelArray.ofLongs(DType.INT64, CLASSES.remove(1), _ -> 1);
        assertThat(ByHandLosses.resumableCategorical(q, y, Tensor.vector(1, 2), IGNORED, 0, reduction))
                .isEmpty();
        assertThat(ByHandLosses.resumableCategorical(q, y, null, IGNORED, 1.5, reduction))
                .isEmpty();
        assertThat(ByHandLosses.resumableCategorical(q, y.to(DType.INT32), null, IGNORED, 0, reduction))
                .isEmpty();
        assertThat(ByHandLosses.resumableBinary(q, y, null, null, reduction)).isEmpty();
        Tensor one = probabilities(BINARY, 50);
        LabelArray z = LabelArray.ofLongs(DType.INT64, BINARY, _ -> 1);
        assertThat(ByHandLosses.resumableBinary(one, z, Tensor.vector(1, 2), null, reduction))
                .isEmpty();
        assertThat(ByHandLosses.resumableBinary(
                        one, z, null, Tensor.generate(Shape.of(5, 2, 1, 1, 1), _ -> 1), reduction))
                .isEmpty();
    }
}
