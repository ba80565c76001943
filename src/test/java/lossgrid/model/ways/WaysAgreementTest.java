package lossgrid.model.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Squeeze;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaysAgreementTest {
    private static final Experiment ONE_CHANNEL = Lesson.SINGLE_CHANNEL.open();
    private static final Experiment TWO_CHANNELS = Lesson.TWO_CHANNEL.open();
    private static final Experiment THREE_CHANNELS = Lesson.ASYMMETRIC.open();

    private static WaysAgreement ways(Experiment experiment) {
        return WaysAgreement.of(Analyzer.analyze(experiment)).orElseThrow();
    }

    private static double value(WaysAgreement ways, Way.Kind kind) {
        return ((Way.Outcome.Value) outcome(ways, kind)).value();
    }

    private static Way.Outcome outcome(WaysAgreement ways, Way.Kind kind) {
        return ways.ways().stream()
                .filter(way -> way.kind() == kind)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    /** All ways have a number, and it is {@code expected}. */
    private static void assertAllGive(WaysAgreement ways, double expected) {
        for (Way way : ways.ways()) {
            assertThat(value(ways, way.kind())).as(way.expression()).isCloseTo(expected, within(2e-6));
        }
        assertThat(ways.agree()).isTrue();
        assertThat(ways.maxDifference()).isLessThan(1e-5);
    }

    private static Experiment with(Experiment experiment, LossOptions options) {
        return experiment.withOptions(options);
    }

    @Test
    void oneChannelGivesItsNumberByFourWays() {
        WaysAgreement ways = ways(ONE_CHANNEL);
        assertThat(ways.ways())
                .extracting(Way::kind)
                .containsExactly(
                        Way.Kind.BINARY_BY_HAND,
                        Way.Kind.BCE_OF_SIGMOID,
                        Way.Kind.BCE_WITH_LOGITS,
                        Way.Kind.CROSS_ENTROPY_OF_PAIR);
        for (Way way : ways.ways()) {
            assertThat(value(ways, way.kind())).isCloseTo(0.6861, within(5e-5));
        }
        assertThat(ways.maxDifference()).isLessThan(1e-6);
        assertThat(ways.own()).contains(Way.Kind.BCE_WITH_LOGITS);
        assertThat(ways.stray()).isEmpty();
    }

    @Test
    void twoChannelsGiveTheirNumberByFourWays() {
        WaysAgreement ways = ways(TWO_CHANNELS);
        assertThat(ways.ways())
                .extracting(Way::kind)
                .containsExactly(
                        Way.Kind.BY_HAND,
                        Way.Kind.NLL_OF_LOG_SOFTMAX,
                        Way.Kind.CROSS_ENTROPY,
                        Way.Kind.BCE_OF_DIFFERENCE);
        for (Way way : ways.ways()) {
            assertThat(value(ways, way.kind())).isCloseTo(0.9823, within(5e-5));
        }
        assertThat(ways.maxDifference()).isLessThan(1e-6);
        assertThat(ways.own()).contains(Way.Kind.CROSS_ENTROPY);
    }

    @Test
    void threeChannelsAreNoDifferenceOfTwo() {
        assertThat(ways(THREE_CHANNELS).ways())
                .extracting(Way::kind)
                .containsExactly(Way.Kind.BY_HAND, Way.Kind.NLL_OF_LOG_SOFTMAX, Way.Kind.CROSS_ENTROPY);
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void weightsIgnoredPixelsAndReductionsReachEveryWay(Reduction reduction) {
        LossOptions options = new LossOptions(reduction, 1, Tensor.vector(0.25f, 3f), null, 0);
        Experiment ignoring = with(TWO_CHANNELS, options);
        assertAllGive(ways(ignoring), loss(ignoring));
        Experiment weighted = with(TWO_CHANNELS, options.withIgnoreIndex(-100));
        assertAllGive(ways(weighted), loss(weighted));
        assertThat(loss(weighted)).isNotCloseTo(loss(ignoring), within(1e-3));
    }

    private static double loss(Experiment experiment) {
        return Analyzer.analyze(experiment).loss().value().orElseThrow().value();
    }

    @Test
    void smoothingReachesEveryWayButNll() {
        Experiment smoothed = with(TWO_CHANNELS, new LossOptions(Reduction.MEAN, 0, Tensor.vector(0f, 2f), null, 0.2));
        WaysAgreement ways = ways(smoothed);
        assertThat(outcome(ways, Way.Kind.NLL_OF_LOG_SOFTMAX))
                .isEqualTo(new Way.Outcome.NotApplicable(Way.Obstacle.NO_LABEL_SMOOTHING));
        for (Way.Kind kind : List.of(Way.Kind.BY_HAND, Way.Kind.CROSS_ENTROPY, Way.Kind.BCE_OF_DIFFERENCE)) {
            assertThat(value(ways, kind)).isCloseTo(loss(smoothed), within(2e-6));
        }
        assertThat(ways.agree()).isTrue();
    }

    @Test
    void aRecipeThatDoesNotSeeAnOptionIsComparedWithoutIt() {
        Recipe nll = new Recipe(new Activation.LogSoftmax(1), LossKind.NLL_LOSS);
        WaysAgreement ways =
                ways(with(TWO_CHANNELS.withRecipe(nll), LossOptions.defaults().withLabelSmoothing(0.2)));
        assertThat(ways.own()).contains(Way.Kind.NLL_OF_LOG_SOFTMAX);
        assertAllGive(ways, loss(TWO_CHANNELS));
    }

    @Test
    void probabilitiesAsTargetsGoEveryWayButNll() {
        Random random = new Random(7);
        LabelArray soft = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(2, 2, 2, 2), i -> 0.5);
        for (int i = 0; i < 8; i++) {
            double p = random.nextInt(9) / 8.0;
            int at = i / 4 * 8 + i % 4;
            soft = soft.with(at, new Scalar.Real(p)).with(at + 4, new Scalar.Real(1 - p));
        }
        Experiment experiment = with(
                TWO_CHANNELS.withLabels(soft),
                LossOptions.defaults().withWeight(Tensor.vector(2f, 0.5f)).withLabelSmoothing(0.1));
        WaysAgreement ways = ways(experiment);
        assertThat(outcome(ways, Way.Kind.NLL_OF_LOG_SOFTMAX))
                .isEqualTo(new Way.Outcome.NotApplicable(Way.Obstacle.NO_PROBABILITIES));
        assertThat(value(ways, Way.Kind.BY_HAND)).isCloseTo(loss(experiment), within(2e-6));
        assertThat(value(ways, Way.Kind.BCE_OF_DIFFERENCE)).isCloseTo(loss(experiment), within(2e-6));
    }

    @Test
    void posWeightGoesEveryWayWhileTargetsAreZeroOrOne() {
        LossOptions options = LossOptions.defaults()
                .withPosWeight(Tensor.vector(3f))
                .withWeight(Tensor.of(Shape.of(2, 1, 1, 1), 0.5f, 2f));
        Experiment hard = with(ONE_CHANNEL, options);
        assertAllGive(ways(hard), loss(hard));
        Experiment soft = hard.withLabels(
                LabelArray.ofDoubles(DType.FLOAT32, hard.logits().shape(), i -> i / 8.0));
        WaysAgreement ways = ways(soft);
        assertThat(outcome(ways, Way.Kind.BCE_OF_SIGMOID))
                .isEqualTo(new Way.Outcome.NotApplicable(Way.Obstacle.NO_POS_WEIGHT));
        assertThat(value(ways, Way.Kind.BINARY_BY_HAND)).isCloseTo(loss(soft), within(2e-6));
        assertThat(value(ways, Way.Kind.CROSS_ENTROPY_OF_PAIR)).isCloseTo(loss(soft), within(2e-6));
    }

    @Test
    void severalBinaryChannelsAreAsManyPairs() {
        Experiment experiment = THREE_CHANNELS
                .withRecipe(new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS))
                .withLabels(LabelArray.ofDoubles(
                        DType.FLOAT32, THREE_CHANNELS.logits().shape(), i -> i % 3 == 0 ? 1 : 0))
                .withOptions(LossOptions.defaults().withPosWeight(Tensor.of(Shape.of(3, 1, 1), 1f, 2f, 5f)));
        assertAllGive(ways(experiment), loss(experiment));
    }

    @Test
    void aLargeLogitSaturatesTheSigmoidAndBceClampsButWithLogitsDoesNot() {
        Experiment wrong = ONE_CHANNEL.withLogits(ONE_CHANNEL.logits().with(0, 200f));
        WaysAgreement ways = ways(with(wrong, LossOptions.defaults().withReduction(Reduction.SUM)));
        double rest = value(ways, Way.Kind.BCE_WITH_LOGITS) - 200;
        assertThat(value(ways, Way.Kind.BCE_OF_SIGMOID)).isCloseTo(100 + rest, within(1e-4));
        assertThat(value(ways, Way.Kind.CROSS_ENTROPY_OF_PAIR)).isCloseTo(200 + rest, within(1e-4));
        assertThat(value(ways, Way.Kind.BINARY_BY_HAND)).isInfinite();
        assertThat(ways.maxDifference()).isInfinite();
        assertThat(ways.reasons())
                .containsExactly(
                        new WaysAgreement.Reason(WaysAgreement.Cause.SIGMOID_SATURATED, 1),
                        new WaysAgreement.Reason(WaysAgreement.Cause.BCE_CLAMPED, 1));
    }

    @Test
    void aLargeNegativeLogitOnAnObjectSaturatesAtZero() {
        WaysAgreement ways = ways(ONE_CHANNEL.withLogits(ONE_CHANNEL.logits().with(3, -200f)));
        assertThat(ways.reasons())
                .contains(
                        new WaysAgreement.Reason(WaysAgreement.Cause.SIGMOID_SATURATED, 1),
                        new WaysAgreement.Reason(WaysAgreement.Cause.BCE_CLAMPED, 1));
    }

    @Test
    void aRightLogitOf200MakesZeroTimesMinusInfinityByHand() {
        WaysAgreement ways = ways(ONE_CHANNEL.withLogits(ONE_CHANNEL.logits().with(3, 200f)));
        assertThat(value(ways, Way.Kind.BINARY_BY_HAND)).isNaN();
        assertThat(ways.maxDifference()).isNaN();
        assertThat(ways.reasons()).containsExactly(new WaysAgreement.Reason(WaysAgreement.Cause.SIGMOID_SATURATED, 1));
    }

    @Test
    void belowSaturationOneMinusQLosesDigits() {
        WaysAgreement ways = ways(with(
                ONE_CHANNEL.withLogits(ONE_CHANNEL.logits().with(0, 14f)),
                LossOptions.defaults().withReduction(Reduction.SUM)));
        assertThat(ways.reasons()).containsExactly(new WaysAgreement.Reason(WaysAgreement.Cause.CANCELLATION, 1));
    }

    @Test
    void softmaxUnderflowsByHandAlone() {
        WaysAgreement ways = ways(TWO_CHANNELS.withLogits(TWO_CHANNELS.logits().with(4, 200f)));
        assertThat(value(ways, Way.Kind.BY_HAND)).isInfinite();
        assertThat(value(ways, Way.Kind.BCE_OF_DIFFERENCE))
                .isCloseTo(value(ways, Way.Kind.CROSS_ENTROPY), within(1e-4));
        assertThat(ways.reasons())
                .containsExactly(new WaysAgreement.Reason(WaysAgreement.Cause.SOFTMAX_UNDERFLOWED, 1));
    }

    @Test
    void anInfiniteLogitIsAReasonOfItsOwn() {
        WaysAgreement ways = ways(ONE_CHANNEL.withLogits(ONE_CHANNEL.logits().with(3, Float.POSITIVE_INFINITY)));
        assertThat(ways.reasons()).contains(new WaysAgreement.Reason(WaysAgreement.Cause.NON_FINITE_LOGIT, 1));
    }

    @Test
    void everythingIgnoredIsNanByEveryWayAlike() {
        Experiment ignored = with(
                TWO_CHANNELS.withLabels(LabelArray.ofLongs(DType.INT64, Shape.of(2, 2, 2), i -> 1)),
                LossOptions.defaults().withIgnoreIndex(1));
        WaysAgreement ways = ways(ignored);
        for (Way way : ways.ways()) {
            assertThat(value(ways, way.kind())).as(way.expression()).isNaN();
        }
        assertThat(ways.agree()).isTrue();
    }

    @Test
    void aDoubleSoftmaxStandsBesideTheRightWays() {
        Experiment wrong = TWO_CHANNELS.withRecipe(new Recipe(new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS));
        WaysAgreement ways = ways(wrong);
        assertThat(ways.own()).isEmpty();
        WaysAgreement.Stray stray = ways.stray().orElseThrow();
        assertThat(stray.expression()).isEqualTo("CrossEntropyLoss(softmax(x, dim=1), y)");
        assertThat(stray.differs()).isTrue();
        assertThat(((Way.Outcome.Value) stray.outcome()).value()).isEqualTo((float) loss(wrong));
        assertAllGive(ways, loss(TWO_CHANNELS));
    }

    @Test
    void aRedundantLogSoftmaxIsNoRightWayButGivesTheNumber() {
        Experiment redundant =
                TWO_CHANNELS.withRecipe(new Recipe(new Activation.LogSoftmax(1), LossKind.CROSS_ENTROPY_LOSS));
        assertThat(ways(redundant).stray().orElseThrow().differs()).isFalse();
    }

    @Test
    void logitsInBceLossAreRefusedBesideTheRightWays() {
        Experiment wrong = ONE_CHANNEL.withRecipe(new Recipe(new Activation.None(), LossKind.BCE_LOSS));
        WaysAgreement ways = ways(wrong);
        assertThat(ways.stray().orElseThrow().outcome()).isInstanceOf(Way.Outcome.Raises.class);
        assertAllGive(ways, loss(ONE_CHANNEL));
    }

    @Test
    void labelSevenIsRefusedByEveryWay() {
        WaysAgreement ways = ways(TWO_CHANNELS.withLabels(TWO_CHANNELS.labels().with(0, new Scalar.Whole(7))));
        assertThat(ways.ways()).allMatch(way -> way.outcome() instanceof Way.Outcome.Raises);
        assertThat(ways.isComparable()).isFalse();
        assertThat(ways.own()).contains(Way.Kind.CROSS_ENTROPY);
    }

    @Test
    void labelsThatWouldBroadcastAreNoWayByHand() {
        Experiment broadcast = ONE_CHANNEL
                .withRecipe(new Recipe(new Activation.Sigmoid(), LossKind.BY_HAND))
                .withLabels(ONE_CHANNEL.labels().reshape(Shape.of(2, 2, 2)));
        WaysAgreement ways = ways(broadcast);
        assertThat(outcome(ways, Way.Kind.BINARY_BY_HAND))
                .isEqualTo(new Way.Outcome.NotApplicable(Way.Obstacle.SHAPES_DIFFER));
        assertThat(ways.stray().orElseThrow().differs()).isTrue();
    }

    @Test
    void refusedEncodingLeavesNothingToCompare() {
        Experiment thrown = TWO_CHANNELS.withEncoding(List.of(new Squeeze(9)));
        assertThat(WaysAgreement.of(Analyzer.analyze(thrown))).isEqualTo(Optional.empty());
    }

    @Test
    void theCodeNamesTheOptionsThatAreSet() {
        WaysAgreement ways =
                ways(with(TWO_CHANNELS, new LossOptions(Reduction.SUM, 255, Tensor.vector(1f, 2f), null, 0)));
        assertThat(ways.ways())
                .extracting(Way::expression)
                .contains(
                        "F.nll_loss(torch.log_softmax(x, dim=1), y, weight=w, ignore_index=255, reduction='sum')",
                        "F.cross_entropy(x, y, weight=w, ignore_index=255, reduction='sum')");
    }
}
