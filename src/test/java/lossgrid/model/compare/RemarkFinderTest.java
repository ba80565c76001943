package lossgrid.model.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.Remark.Kind;
import lossgrid.model.document.Activation;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounds in remarks hold for the losses of the compared experiments. */
class RemarkFinderTest {
    private static final double ROUNDING = 1e-5;

    static LongStream seeds() {
        return Draw.seeds();
    }

    private static Comparison with(Activation activation, LossKind loss, Tensor x, LabelArray y, LossOptions options) {
        Analysis left = ComparisonTest.analysis(x, y, new Recipe(activation, loss), options);
        Analysis right = ComparisonTest.analysis(
                Tensor.zeros(Shape.of(1, 1, 1, 1)),
                LabelArray.ofLongs(DType.FLOAT32, Shape.of(1, 1, 1, 1), 1),
                new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS),
                LossOptions.defaults());
        return Comparison.of(left, right);
    }

    private static Comparison with(Activation activation, LossKind loss, Tensor x, LabelArray y) {
        return with(activation, loss, x, y, LossOptions.defaults());
    }

    private static Optional<Remark> remark(Comparison comparison, Kind kind) {
        return comparison.remarks().stream()
                .filter(remark -> remark.kind() == kind && remark.on() == Remark.On.LEFT)
                .findFirst();
    }

    private static float[] losses(Comparison comparison) {
        return comparison.leftMap().orElseThrow().values().toArray();
    }

    /** Random logits of any size, so that some come close to each bound. */
    private static Tensor logits(Draw draw, Shape shape) {
        return draw.normal(shape, draw.oneOf(0.5, 5.0, 500.0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void softmaxTwiceStaysBetweenItsBounds(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(2);
        Activation activation =
                draw.oneOf(new Activation.Softmax(1), new Activation.Softmax(3), new Activation.Sigmoid());
        Comparison comparison = with(activation, LossKind.CROSS_ENTROPY_LOSS, logits(draw, shape), draw.classes(shape));
        Kind kind = activation instanceof Activation.Sigmoid ? Kind.SIGMOID_THEN_SOFTMAX : Kind.SOFTMAX_TWICE;
        List<Double> bounds = remark(comparison, kind).orElseThrow().numbers();
        assertThat(bounds.getFirst()).isEqualTo(Math.log(1 + (shape.dim(1) - 1) / Math.E), withinRounding());
        for (float loss : losses(comparison)) {
            assertThat((double) loss).isBetween(bounds.get(0) - ROUNDING, bounds.get(1) + ROUNDING);
        }
    }

    private static Offset<Double> withinRounding() {
        return within(1e-12);
    }

    @Test
    void theBoundsOfSoftmaxTwiceAreReached() {
        Tensor sure = Tensor.of(Shape.of(1, 3, 1, 2), 900, 900, 0, 0, 0, 0);
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 0, 1);
        Comparison comparison = with(new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS, sure, labels);
        List<Double> bounds =
                remark(comparison, Kind.SOFTMAX_TWICE).orElseThrow().numbers();
        assertThat((double) losses(comparison)[0]).isEqualTo(bounds.get(0), within(1e-6));
        assertThat((double) losses(comparison)[1]).isEqualTo(bounds.get(1), within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sigmoidTwiceStaysAboveItsBounds(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1).with(1, 1);
        LabelArray y = draw.bits(shape);
        Comparison comparison = with(new Activation.Sigmoid(), LossKind.BCE_WITH_LOGITS_LOSS, logits(draw, shape), y);
        List<Double> bounds =
                remark(comparison, Kind.SIGMOID_TWICE).orElseThrow().numbers();
        float[] losses = losses(comparison);
        for (int i = 0; i < losses.length; i++) {
            assertThat((double) losses[i]).isGreaterThan((y.longAt(i) == 1 ? bounds.get(0) : bounds.get(1)) - ROUNDING);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneChannelTeachesNothing(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1).with(1, 1);
        Comparison comparison = with(
                draw.oneOf(new Activation.None(), new Activation.Softmax(1), new Activation.LogSoftmax(1)),
                LossKind.CROSS_ENTROPY_LOSS,
                logits(draw, shape),
                draw.classes(shape));
        assertThat(remark(comparison, Kind.ONE_CHANNEL_SOFTMAX)).isPresent();
        for (float loss : losses(comparison)) {
            assertThat(loss).isZero();
        }
        assertThat(comparison.gradients().orElseThrow().leftNorm()).isZero();
        assertThat(comparison.gradients().orElseThrow().strength()).isEqualTo(GradientComparison.Strength.LEFT_IS_ZERO);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void probabilitiesAsLogarithmsAreNegativeLosses(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(2);
        Comparison comparison =
                with(new Activation.Softmax(1), LossKind.NLL_LOSS, logits(draw, shape), draw.classes(shape));
        assertThat(remark(comparison, Kind.PROBABILITIES_AS_LOGARITHMS)).isPresent();
        for (float loss : losses(comparison)) {
            assertThat(loss).isBetween(-1f, 0f);
        }
    }

    @Test
    void saysWhichDimensionASoftmaxRunsOver() {
        Shape shape = Shape.of(2, 3, 4, 5);
        LabelArray classes = new Draw(1).classes(shape);
        Tensor x = Tensor.zeros(shape);
        assertThat(remark(
                        with(new Activation.LogSoftmax(-1), LossKind.NLL_LOSS, x, classes),
                        Kind.SOFTMAX_OVER_OTHER_DIM))
                .map(Remark::numbers)
                .contains(List.of(3.0));
        assertThat(remark(
                        with(new Activation.LogSoftmax(-3), LossKind.NLL_LOSS, x, classes),
                        Kind.SOFTMAX_OVER_OTHER_DIM))
                .isEmpty();
    }

    @Test
    void countsTargetsOutsideUnit() {
        Shape shape = Shape.of(1, 1, 1, 3);
        LabelArray y = LabelArray.ofLongs(DType.FLOAT32, shape, 0, 255, -1);
        Comparison comparison = with(new Activation.Sigmoid(), LossKind.BCE_WITH_LOGITS_LOSS, Tensor.zeros(shape), y);
        assertThat(remark(comparison, Kind.TARGET_OUTSIDE_UNIT).orElseThrow().numbers())
                .containsExactly(2.0, 255.0);
        assertThat(remark(comparison, Kind.SIGMOID_TWICE))
                .as("its bound does not hold")
                .isEmpty();
    }

    @Test
    void saysThatNothingCounts() {
        Shape shape = Shape.of(1, 2, 1, 2);
        LabelArray ignored = LabelArray.ofLongs(DType.INT64, shape.remove(1), -100, -100);
        Comparison comparison = with(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS, Tensor.zeros(shape), ignored);
        assertThat(remark(comparison, Kind.NOTHING_COUNTS)).isPresent();
        assertThat(comparison.number(ComparisonSide.LEFT).orElseThrow()).isNaN();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRightRecipeHasNoRemarkOfItsOwn(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(2);
        Tensor x = draw.normal(shape, 2);
        assertThat(Comparison.of(
                                ComparisonTest.analysis(
                                        x,
                                        draw.classes(shape),
                                        new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                                        LossOptions.defaults()),
                                ComparisonTest.analysis(
                                        x,
                                        draw.classes(shape),
                                        new Recipe(new Activation.LogSoftmax(1), LossKind.NLL_LOSS),
                                        LossOptions.defaults()))
                        .remarks())
                .filteredOn(remark -> remark.kind() != Kind.NO_DIFFERENCE)
                .isEmpty();
    }
}
