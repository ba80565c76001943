package lossgrid.model.ways;

import static lossgrid.fixtures.TensorAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.OneHot;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Squeeze;
import org.junit.jupiter.api.Test;

/** The losses of the two examples, computed in every correct way. */
class ExamplesTest {
    private static final double FOUR_DIGITS = 5e-5;

    private static double loss(Experiment experiment, Activation activation, LossKind kind) {
        Experiment other = experiment.withRecipe(new Recipe(activation, kind));
        return Analyzer.analyze(other).loss().value().orElseThrow().value();
    }

    @Test
    void oneChannelCosts06861EveryWay() {
        Experiment example = SmallExperiments.oneChannel();
        assertClose(loss(example, new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS), 0.6861, FOUR_DIGITS);
        assertClose(loss(example, new Activation.Sigmoid(), LossKind.BCE_LOSS), 0.6861, FOUR_DIGITS);
        assertClose(loss(example, new Activation.Sigmoid(), LossKind.BY_HAND), 0.6861, FOUR_DIGITS);
    }

    @Test
    void twoChannelsCost09823EveryWay() {
        Experiment example = SmallExperiments.twoChannels();
        assertClose(loss(example, new Activation.None(), LossKind.CROSS_ENTROPY_LOSS), 0.9823, FOUR_DIGITS);
        assertClose(loss(example, new Activation.LogSoftmax(1), LossKind.NLL_LOSS), 0.9823, FOUR_DIGITS);
        assertClose(loss(example, new Activation.Softmax(1), LossKind.BY_HAND), 0.9823, FOUR_DIGITS);
        assertClose(loss(example, new Activation.LogSoftmax(1), LossKind.BY_HAND), 0.9823, FOUR_DIGITS);
    }

    @Test
    void theSoftmaxOfTwoChannels() {
        Analysis analysis = Analyzer.analyze(SmallExperiments.twoChannels());
        float[] softmax = analysis.probabilities().value().orElseThrow().toArray();
        assertClose(softmax[0], 0.4083, FOUR_DIGITS);
        assertClose(softmax[1], 0.2940, FOUR_DIGITS);
        assertClose(softmax[2], 0.5519, FOUR_DIGITS);
        assertClose(softmax[3], 0.1442, FOUR_DIGITS);
    }

    @Test
    void theOneHotOfTwoChannels() {
        OneHot oneHot = Analyzer.analyze(SmallExperiments.twoChannels())
                .oneHot()
                .value()
                .orElseThrow();
        assertThat(oneHot.origin()).isEqualTo(OneHot.Origin.SCATTER);
        assertThat(oneHot.values().toArray()).containsExactly(1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1);
    }

    @Test
    void theOneHotOfOneChannelIsThePairOfItAndItsOpposite() {
        OneHot oneHot =
                Analyzer.analyze(SmallExperiments.oneChannel()).oneHot().value().orElseThrow();
        assertThat(oneHot.origin()).isEqualTo(OneHot.Origin.PAIR);
        assertThat(oneHot.values().toArray()).containsExactly(0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0);
    }

    @Test
    void oneChannelAsOneHotOfFloat32IsItsOwnTarget() {
        Experiment example = SmallExperiments.twoChannels()
                .withLabels(Tensor.full(SmallExperiments.TWO_CHANNELS, 0.5f).toLabels());
        OneHot oneHot = Analyzer.analyze(example).oneHot().value().orElseThrow();
        assertThat(oneHot.origin()).isEqualTo(OneHot.Origin.TARGET);
        assertThat(oneHot.values()).isEqualTo(Tensor.full(SmallExperiments.TWO_CHANNELS, 0.5f));
    }

    @Test
    void softmaxBeforeCrossEntropyIsAnotherLoss() {
        double twice = loss(SmallExperiments.twoChannels(), new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS);
        assertClose(twice, 0.7994, FOUR_DIGITS);
    }

    @Test
    void encodedLabelsGiveTheSameLoss() {
        Experiment example = SmallExperiments.twoChannels();
        Experiment encoded = example.withLabels(example.labels()
                        .reshape(SmallExperiments.PIXELS.insert(1, 1))
                        .to(DType.UINT8))
                .withEncoding(List.of(new Squeeze(1), new Cast(DType.INT64)));
        LossResult loss = Analyzer.analyze(encoded).loss().value().orElseThrow();
        assertThat(loss.value())
                .isEqualTo(
                        Analyzer.analyze(example).loss().value().orElseThrow().value());
    }
}
