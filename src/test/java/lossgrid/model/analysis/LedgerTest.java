package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Experiment TWO_CHANNELS = Lesson.TWO_CHANNEL.open();
    private static final Experiment ONE_CHANNEL = Lesson.SINGLE_CHANNEL.open();
    /** Three of the first batch's four pixels are ignored. */
    private static final Experiment IGNORING = TWO_CHANNELS.withLabels(TWO_CHANNELS
            .labels()
            .with(0, new Scalar.Whole(-100))
            .with(1, new Scalar.Whole(-100))
            .with(2, new Scalar.Whole(-100)));

    private static Denominator denominator(Experiment experiment) {
        Analysis analysis = Analyzer.analyze(experiment);
        return Denominator.of(analysis, loss(analysis));
    }

    private static LossResult loss(Analysis analysis) {
        return analysis.loss().value().orElseThrow();
    }

    private static BatchMeans means(Experiment experiment) {
        Analysis analysis = Analyzer.analyze(experiment);
        return BatchMeans.of(analysis, loss(analysis)).orElseThrow();
    }

    private static Experiment weighted(Experiment experiment, float... weight) {
        return experiment.withOptions(experiment.options().withWeight(Tensor.vector(weight)));
    }

    @Test
    void withoutWeightsPixelsAreCounted() {
        assertThat(denominator(TWO_CHANNELS)).isEqualTo(new Denominator.Pixels(8, 0));
        assertThat(denominator(IGNORING)).isEqualTo(new Denominator.Pixels(8, 3));
        assertThat(denominator(ONE_CHANNEL)).isEqualTo(new Denominator.Values(8));
    }

    @Test
    void weightsOfTheTargetsAddUpToTheDenominator() {
        Experiment experiment = weighted(IGNORING, 2f, 0.5f);
        assertThat(denominator(experiment))
                .isEqualTo(new Denominator.Weights(
                        List.of(new Denominator.Term(0, 2, 2), new Denominator.Term(1, 3, 0.5)), 3));
        assertThat(loss(Analyzer.analyze(experiment)).denominator()).isEqualTo(2 * 2 + 3 * 0.5);
    }

    @Test
    void sumAndNoneDivideByNothing() {
        for (Reduction reduction : List.of(Reduction.SUM, Reduction.NONE)) {
            Experiment experiment =
                    TWO_CHANNELS.withOptions(TWO_CHANNELS.options().withReduction(reduction));
            Analysis analysis = Analyzer.analyze(experiment);
            assertThat(denominator(experiment)).isEqualTo(new Denominator.Nothing());
            assertThat(BatchMeans.of(analysis, loss(analysis))).isEmpty();
        }
    }

    @Test
    void weightsThatOnlyScaleTheLossAreTold() {
        assertThat(Denominator.leavesOutWeight(Analyzer.analyze(weighted(TWO_CHANNELS, 1f, 2f))))
                .isFalse();
        assertThat(Denominator.leavesOutWeight(Analyzer.analyze(weighted(ONE_CHANNEL, 2f))))
                .isTrue();
        assertThat(Denominator.leavesOutWeight(Analyzer.analyze(ONE_CHANNEL))).isFalse();
        Experiment soft = TWO_CHANNELS.withLabels(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(2, 2, 2, 2), i -> 0.5));
        assertThat(denominator(weighted(soft, 1f, 2f))).isEqualTo(new Denominator.Pixels(8, 0));
        assertThat(Denominator.leavesOutWeight(Analyzer.analyze(weighted(soft, 1f, 2f))))
                .isTrue();
    }

    @Test
    void byHandProbabilitiesAreWeighed() {
        Experiment soft = TWO_CHANNELS
                .withLabels(
                        LabelArray.ofDoubles(DType.FLOAT32, Shape.of(2, 2, 2, 2), i -> i / 4 % 2 == 0 ? 0.25 : 0.75))
                .withRecipe(new Recipe(new Activation.Softmax(1), LossKind.BY_HAND));
        assertThat(denominator(weighted(soft, 1f, 2f)))
                .isEqualTo(new Denominator.Weights(
                        List.of(new Denominator.Term(0, 2, 1), new Denominator.Term(1, 6, 2)), 0));
    }

    @Test
    void equalBatchesHaveEqualMeans() {
        BatchMeans means = means(TWO_CHANNELS);
        assertThat(means.sameDenominators()).isTrue();
        assertThat(means.difference()).isCloseTo(0, within(1e-6));
        assertThat(means.batches()).extracting(BatchMeans.Batch::denominator).containsExactly(4.0, 4.0);
    }

    @Test
    void ignoredPixelsMakeTheMeansDiffer() {
        BatchMeans means = means(IGNORING);
        assertThat(means.batches()).extracting(BatchMeans.Batch::counted).containsExactly(1, 4);
        Tensor losses = loss(Analyzer.analyze(IGNORING)).lossPerPixel();
        double first = losses.at(3);
        double second = (losses.at(4) + losses.at(5) + losses.at(6) + losses.at(7)) / 4.0;
        assertThat(means.ofMeans()).isCloseTo((first + second) / 2, within(1e-6));
        assertThat(means.overAll()).isCloseTo((first + 4 * second) / 5, within(1e-6));
        assertThat(means.sameDenominators()).isFalse();
        assertThat(Math.abs(means.difference())).isGreaterThan(0.1);
    }

    @Test
    void weightsMakeTheMeansDiffer() {
        BatchMeans means = means(weighted(TWO_CHANNELS, 3f, 1f));
        assertThat(means.batches()).extracting(BatchMeans.Batch::denominator).containsExactly(8.0, 6.0);
        assertThat(means.difference()).isNotZero();
    }

    @Test
    void theWeightOfABinaryLossIsNoDenominator() {
        assertThat(means(weighted(ONE_CHANNEL, 3f)).batches())
                .extracting(BatchMeans.Batch::denominator)
                .containsExactly(4.0, 4.0);
    }

    @Test
    void anIgnoredBatchSpoilsTheMeanOfMeansAlone() {
        BatchMeans means = means(IGNORING.withLabels(IGNORING.labels().with(3, new Scalar.Whole(-100))));
        assertThat(means.hasEmptyBatch()).isTrue();
        assertThat(means.ofMeans()).isNaN();
        assertThat(means.overAll()).isFinite();
    }
}
