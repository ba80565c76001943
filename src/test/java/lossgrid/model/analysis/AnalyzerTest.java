package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Unsqueeze;
import org.junit.jupiter.api.Test;

/**
 * Checks at which stage PyTorch rejects a document, what stays visible, and what is absent. The expected words are
 * PyTorch's.
 */
class AnalyzerTest {
    private static void assertRaised(Stage<?> stage, TorchException.Type type, String words) {
        assertThat(stage).isEqualTo(new Stage.Raises<>(type, words));
    }

    private static void assertComputed(Stage<?>... stages) {
        assertThat(stages).allSatisfy(stage -> assertThat(stage).isInstanceOf(Stage.Computed.class));
    }

    private static void assertAbsent(Stage<?>... stages) {
        assertThat(stages).allSatisfy(stage -> assertThat(stage).isInstanceOf(Stage.Absent.class));
    }

    @Test
    void aGoodDocumentIsComputedThroughout() {
        for (Experiment example : List.of(SmallExperiments.oneChannel(), SmallExperiments.twoChannels())) {
            Analysis analysis = Analyzer.analyze(example);
            assertThat(analysis.hasRaised()).isFalse();
            assertThat(analysis.experiment()).isSameAs(example);
            assertComputed(
                    analysis.encoded(),
                    analysis.activated(),
                    analysis.probabilities(),
                    analysis.oneHot(),
                    analysis.loss(),
                    analysis.gradient());
            assertThat(analysis.gradient().value().orElseThrow().shape())
                    .isEqualTo(example.logits().shape());
        }
    }

    @Test
    void labelSevenOfTwoClassesIsRefusedByScatterAndByTheLoss() {
        Experiment example = SmallExperiments.twoChannels();
        Analysis analysis = Analyzer.analyze(example.withLabels(example.labels().with(3, new Scalar.Whole(7))));
        assertComputed(analysis.encoded(), analysis.activated(), analysis.probabilities());
        assertRaised(
                analysis.oneHot(),
                TorchException.Type.RUNTIME_ERROR,
                "index 7 is out of bounds for dimension 1 with size 2");
        assertRaised(analysis.loss(), TorchException.Type.INDEX_ERROR, "Target 7 is out of bounds.");
        assertAbsent(analysis.gradient());
        assertThat(analysis.hasRaised()).isTrue();
    }

    @Test
    void aRefusedEncodingStepLeavesTheEarlierOnes() {
        Experiment example = SmallExperiments.twoChannels()
                .withEncoding(List.of(new Unsqueeze(1), new Squeeze(9), new Cast(DType.INT32)));
        Analysis analysis = Analyzer.analyze(example);
        assertThat(analysis.encodingSteps()).hasSize(3);
        assertThat(analysis.encodingSteps().get(0).value().orElseThrow().shape())
                .isEqualTo(Shape.of(2, 1, 2, 2));
        String words = "Dimension out of range (expected to be in range of [-4, 3], but got 9)";
        assertRaised(analysis.encodingSteps().get(1), TorchException.Type.INDEX_ERROR, words);
        assertAbsent(analysis.encodingSteps().get(2));
        assertRaised(analysis.encoded(), TorchException.Type.INDEX_ERROR, words);
        assertComputed(analysis.activated(), analysis.probabilities());
        assertAbsent(analysis.oneHot(), analysis.loss(), analysis.gradient());
    }

    @Test
    void aRefusedActivationLeavesTheLabels() {
        Recipe recipe = new Recipe(new Activation.Softmax(4), LossKind.BY_HAND);
        Analysis analysis = Analyzer.analyze(SmallExperiments.twoChannels().withRecipe(recipe));
        String words = "Dimension out of range (expected to be in range of [-4, 3], but got 4)";
        assertRaised(analysis.activated(), TorchException.Type.INDEX_ERROR, words);
        assertRaised(analysis.probabilities(), TorchException.Type.INDEX_ERROR, words);
        assertComputed(analysis.encoded(), analysis.oneHot());
        assertAbsent(analysis.loss(), analysis.gradient());
    }

    @Test
    void aTargetWithoutItsChannelIsRefusedByTheBinaryLossAlone() {
        Experiment example = SmallExperiments.oneChannel();
        Analysis analysis = Analyzer.analyze(example.withLabels(example.labels().reshape(SmallExperiments.PIXELS)));
        assertRaised(
                analysis.loss(),
                TorchException.Type.VALUE_ERROR,
                "Target size (torch.Size([2, 2, 2])) must be the same as input size (torch.Size([2, 1, 2, 2]))");
        assertAbsent(analysis.oneHot(), analysis.gradient());
        assertComputed(analysis.encoded(), analysis.probabilities());
    }

    @Test
    void logitsInBceLossAreRefused() {
        Recipe recipe = new Recipe(new Activation.None(), LossKind.BCE_LOSS);
        Analysis analysis = Analyzer.analyze(SmallExperiments.oneChannel().withRecipe(recipe));
        assertRaised(
                analysis.loss(), TorchException.Type.RUNTIME_ERROR, "all elements of input should be between 0 and 1");
        assertComputed(analysis.oneHot());
    }

    @Test
    void labelsOfAnotherTypeAreRefusedByScatterToo() {
        Experiment example = SmallExperiments.twoChannels();
        Analysis analysis = Analyzer.analyze(example.withLabels(example.labels().to(DType.UINT8)));
        assertRaised(analysis.oneHot(), TorchException.Type.RUNTIME_ERROR, "scatter(): Expected dtype int64 for index");
        assertRaised(analysis.loss(), TorchException.Type.RUNTIME_ERROR, "expected scalar type Long but found Byte");
    }

    @Test
    void ignoredPixelsAreMaskedInTheOneHot() {
        Experiment example = SmallExperiments.twoChannels();
        Analysis analysis = Analyzer.analyze(example.withLabels(example.labels().with(3, new Scalar.Whole(255)))
                .withOptions(LossOptions.defaults().withIgnoreIndex(255)));
        OneHot oneHot = analysis.oneHot().value().orElseThrow();
        assertThat(oneHot.origin()).isEqualTo(OneHot.Origin.SCATTER_MASKED);
        assertThat(oneHot.values().at(3)).isZero();
        assertThat(oneHot.values().at(7)).isZero();
        assertThat(analysis.ignored().count()).isEqualTo(1);
        assertThat(analysis.ignored().contains(3)).isTrue();
        assertThat(analysis.ignored().contains(2)).isFalse();
        assertThat(analysis.loss().value().orElseThrow().counted()).isEqualTo(7);
    }

    @Test
    void allIgnoredGivesNoNumberAndNoGradient() {
        LabelArray ignored = LabelArray.ofLongs(DType.INT64, SmallExperiments.PIXELS, i -> -100);
        for (LossKind kind : List.of(LossKind.CROSS_ENTROPY_LOSS, LossKind.NLL_LOSS)) {
            Experiment example = SmallExperiments.twoChannels()
                    .withLabels(ignored)
                    .withRecipe(new Recipe(new Activation.None(), kind));
            Analysis analysis = Analyzer.analyze(example);
            LossResult loss = analysis.loss().value().orElseThrow();
            assertThat(loss.value()).isNaN();
            assertThat(loss.counted()).isZero();
            assertThat(analysis.gradient().value()).hasValue(Tensor.zeros(SmallExperiments.TWO_CHANNELS));
            assertThat(analysis.ignored().count()).isEqualTo(8);
        }
    }

    @Test
    void probabilitiesAreThoseThatTheLossTakes() {
        Experiment example = SmallExperiments.twoChannels();
        assertThat(probabilityOfFirst(example, new Activation.None(), LossKind.CROSS_ENTROPY_LOSS))
                .isEqualTo(probabilityOfFirst(example, new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS))
                .isEqualTo(probabilityOfFirst(example, new Activation.LogSoftmax(1), LossKind.NLL_LOSS));
        assertThat(probabilityOfFirst(example, new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS))
                .isEqualTo(probabilityOfFirst(example, new Activation.Sigmoid(), LossKind.BCE_LOSS));
        assertThat(probabilityOfFirst(example, new Activation.None(), LossKind.NLL_LOSS))
                .as("e^x, which is no probability")
                .isEqualTo((float) Math.exp(0.3164f));
        assertThat(probabilityOfFirst(example, new Activation.None(), LossKind.BY_HAND))
                .isEqualTo(0.3164f);
    }

    private static float probabilityOfFirst(Experiment experiment, Activation activation, LossKind kind) {
        Experiment other = experiment.withRecipe(new Recipe(activation, kind));
        return Analyzer.analyze(other).probabilities().value().orElseThrow().at(0);
    }

    @Test
    void optionsThatALossLacksDoNotMatter() {
        LossOptions options = new LossOptions(Reduction.MEAN, 1, null, Tensor.vector(1, 2, 3), 9);
        assertThat(Analyzer.analyze(SmallExperiments.oneChannel().withOptions(options.withPosWeight(null)))
                        .loss()
                        .value())
                .isEqualTo(
                        Analyzer.analyze(SmallExperiments.oneChannel()).loss().value());
        Recipe nll = new Recipe(new Activation.LogSoftmax(1), LossKind.NLL_LOSS);
        Experiment example = SmallExperiments.twoChannels().withRecipe(nll);
        assertThat(Analyzer.analyze(example.withOptions(options.withIgnoreIndex(-100)))
                        .loss()
                        .value())
                .isEqualTo(Analyzer.analyze(example).loss().value());
    }

    @Test
    void refusalsKnowTheirPythonTypes() {
        assertThat(TorchException.Type.values())
                .extracting(TorchException.Type::pythonName)
                .containsExactly("RuntimeError", "IndexError", "ValueError", "TypeError");
    }
}
