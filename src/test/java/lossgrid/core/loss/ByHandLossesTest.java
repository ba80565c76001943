package lossgrid.core.loss;

import static lossgrid.fixtures.TensorAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.BitSet;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On moderate logits the hand-written losses agree with the fused ones; on larger ones they overflow as their formulas
 * do.
 */
class ByHandLossesTest {
    private static final long IGNORE = 255;
    /** The logarithm of a rounded probability is off by 1e-7 divided by the probability, which is e^-6 at least. */
    private static final double ROUNDING = 1e-4;

    private static @Nullable Tensor maybe(Draw draw, Shape shape) {
        return draw.chance(0.5) ? draw.uniform(shape, 0.5, 2) : null;
    }

    private static Tensor moderate(Draw draw, Shape shape) {
        return draw.uniform(shape, -3, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void categoricalAgreesWithCrossEntropy(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = moderate(draw, draw.logitsShape(2));
        LabelArray y = draw.classesWithIgnored(x.shape(), IGNORE);
        Tensor weight = maybe(draw, Shape.of(x.shape().dim(1)));
        double smoothing = draw.chance(0.5) ? draw.between(0f, 1f) : 0;
        Tensor q = ActivationMath.softmax(x, 1);
        for (Reduction reduction : Reduction.values()) {
            LossResult hand =
                    ByHandLosses.categorical(q, oneHot(x.shape(), y), weight, ignored(y), smoothing, reduction);
            LossResult fused = Losses.crossEntropy(x, y, weight, IGNORE, smoothing, reduction);
            assertAgree(hand, fused);
            assertThat(hand.counted()).isEqualTo(fused.counted());
            assertClose(hand.weightPerPixel(), fused.weightPerPixel(), 0);
            assertClose(ActivationMath.softmaxBackward(hand.gradient(), q, 1), fused.gradient(), ROUNDING);
        }
    }

    private static void assertAgree(LossResult hand, LossResult fused) {
        assertClose(hand.lossPerPixel(), fused.lossPerPixel(), ROUNDING);
        assertClose(hand.denominator(), fused.denominator(), ROUNDING);
        assertClose(hand.value(), fused.value(), ROUNDING);
    }

    private static BitSet ignored(LabelArray y) {
        BitSet pixels = new BitSet();
        for (int i = 0; i < y.size(); i++) {
            pixels.set(i, y.longAt(i) == IGNORE);
        }
        return pixels;
    }

    private static Tensor oneHot(Shape logits, LabelArray y) {
        int classes = logits.dim(1);
        int planeSize = logits.planeSize();
        return Tensor.generate(logits, i -> {
            long label = y.longAt(i / planeSize / classes * planeSize + i % planeSize);
            return label == i / planeSize % classes ? 1 : 0;
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void categoricalAgreesOnProbabilities(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = moderate(draw, draw.logitsShape(2));
        LabelArray p = draw.distributions(x.shape());
        Tensor q = ActivationMath.softmax(x, 1);
        LossResult hand = ByHandLosses.categorical(q, p.toTensor(), null, new BitSet(), 0.25, Reduction.MEAN);
        LossResult fused = Losses.crossEntropy(x, p, null, -100, 0.25, Reduction.MEAN);
        assertAgree(hand, fused);
        assertClose(ActivationMath.softmaxBackward(hand.gradient(), q, 1), fused.gradient(), ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void binaryAgreesWithBothBinaryLosses(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = moderate(draw, draw.logitsShape(1));
        Tensor q = ActivationMath.sigmoid(x);
        LabelArray y = draw.bits(x.shape());
        Tensor weight = maybe(draw, Shape.of(x.shape().dim(3)));
        Tensor posWeight = maybe(draw, Shape.of(x.shape().dim(1), 1, 1));
        for (Reduction reduction : Reduction.values()) {
            LossResult hand = ByHandLosses.binary(q, y, weight, posWeight, reduction);
            LossResult fused = Losses.binaryCrossEntropyWithLogits(x, y, weight, posWeight, reduction);
            assertAgree(hand, fused);
            assertClose(ActivationMath.sigmoidBackward(hand.gradient(), q), fused.gradient(), ROUNDING);
            LossResult unweighted = ByHandLosses.binary(q, y, weight, null, reduction);
            assertAgree(unweighted, Losses.binaryCrossEntropy(q, y, weight, reduction));
        }
    }

    @Test
    void nothingIsClamped() {
        LabelArray y = Tensor.vector(1, 0, 1).toLabels();
        LossResult loss = ByHandLosses.binary(Tensor.vector(0, 1, 1), y, null, null, Reduction.NONE);
        assertThat(loss.lossPerPixel().toArray())
                .containsExactly(Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN);
    }

    @Test
    void shapesThatDifferAreBroadcastWithoutAWord() {
        Tensor q = Tensor.full(Shape.of(2, 1, 2, 2), 0.5f);
        LabelArray y = LabelArray.ofLongs(DType.INT64, Shape.of(2, 2, 2), i -> i % 2);
        LossResult loss = ByHandLosses.binary(q, y, null, null, Reduction.MEAN);
        assertThat(loss.lossPerPixel().shape()).as("twice as many elements").isEqualTo(Shape.of(2, 2, 2, 2));
        assertThat(loss.gradient().shape()).isEqualTo(q.shape());
        assertClose(loss.value(), Math.log(2), 1e-6);
    }

    @Test
    void refusesTruthValues() {
        Tensor q = Tensor.vector(0.5f);
        LabelArray y = LabelArray.ofLongs(DType.BOOL, Shape.of(1), 1);
        assertThatThrownBy(() -> ByHandLosses.binary(q, y, null, null, Reduction.MEAN))
                .hasMessage("Subtraction, the `-` operator, with a bool tensor is not supported. "
                        + "If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.");
    }

    @Test
    void refusesAWeightOfAnotherLengthAndASmoothingAboveOne() {
        Tensor q = Tensor.full(Shape.of(1, 2, 1, 1), 0.5f);
        assertThatThrownBy(
                        () -> ByHandLosses.categorical(q, q, Tensor.vector(1, 1, 1), new BitSet(), 0, Reduction.MEAN))
                .hasMessage(
                        "The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1");
        assertThatThrownBy(() -> ByHandLosses.categorical(q, q, null, new BitSet(), 1.5, Reduction.MEAN))
                .hasMessage("label_smoothing must be between 0.0 and 1.0. Got: 1.5");
    }

    /** {@code 1 - torch.tensor([255], dtype=torch.uint8)} is 2. */
    @Test
    void oneMinusAnUnsignedMaskWrapsAround() {
        Shape shape = Shape.of(1, 1, 1, 2);
        LabelArray mask = LabelArray.ofLongs(DType.UINT8, shape, 255, 1);
        LossResult loss = ByHandLosses.binary(Tensor.of(shape, 0.5f, 0.5f), mask, null, null, Reduction.NONE);
        assertThat(loss.lossPerPixel().at(0)).isCloseTo((float) (257 * Math.log(2)), offset(1e-4f));
        assertThat(loss.lossPerPixel().at(1)).isCloseTo((float) Math.log(2), offset(1e-6f));
    }
}
