package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;

/** The line under the loss is the one that gives its numbers. */
class TorchCodeTest {
    private static final LossOptions OPTIONS = LossOptions.defaults()
            .withIgnoreIndex(2)
            .withWeight(Tensor.vector(1, 2.5f, 1))
            .withPosWeight(Tensor.vector(3))
            .withLabelSmoothing(0.1);

    private static String code(Experiment experiment) {
        return TorchCode.loss(Analyzer.analyze(experiment));
    }

    private static Experiment with(Experiment experiment, LossKind loss) {
        return experiment.withRecipe(
                new Recipe(loss == LossKind.BY_HAND ? SmallExperiments.SOFTMAX : SmallExperiments.NONE, loss));
    }

    @Test
    void defaultsAreLeftOut() {
        assertThat(code(SmallExperiments.ce(3, 0, 1, 2))).isEqualTo("F.cross_entropy(x, y, reduction='none')");
    }

    @Test
    void everyOptionOfTheLossIsThere() {
        Experiment classes = SmallExperiments.ce(3, 0, 1, 2).withOptions(OPTIONS);
        assertThat(code(classes))
                .isEqualTo("F.cross_entropy(x, y, weight=torch.tensor([1.0, 2.5, 1.0]), ignore_index=2,"
                        + " reduction='none', label_smoothing=0.1)");
        assertThat(code(with(classes, LossKind.NLL_LOSS)))
                .isEqualTo("F.nll_loss(x, y, weight=torch.tensor([1.0, 2.5, 1.0]), ignore_index=2,"
                        + " reduction='none')");
        assertThat(code(with(classes, LossKind.BY_HAND)))
                .isEqualTo("-(torch.tensor([1.0, 2.5, 1.0]).view(1, -1, 1, 1) * ((1 - 0.1) * p + 0.1 / 3)"
                        + " * torch.log(q)).sum(dim=1).masked_fill(y == 2, 0)");
    }

    @Test
    void binaryLossesHaveTheirOwn() {
        Tensor perClass = Tensor.vector(2, 3).reshape(Shape.of(2, 1, 1));
        Experiment binary = SmallExperiments.bce(0, 1).withOptions(OPTIONS.withWeight(perClass));
        assertThat(code(binary))
                .isEqualTo("F.binary_cross_entropy_with_logits(x, y, weight=torch.tensor([2.0, 3.0]).view(2, 1, 1),"
                        + " reduction='none', pos_weight=torch.tensor([3.0]))");
        assertThat(code(with(binary, LossKind.BCE_LOSS)))
                .isEqualTo("F.binary_cross_entropy(x, y, weight=torch.tensor([2.0, 3.0]).view(2, 1, 1),"
                        + " reduction='none')");
    }

    @Test
    void longWeightsAreNamed() {
        Experiment many = SmallExperiments.ce(5, 0, 1).withOptions(OPTIONS.withWeight(Tensor.vector(1, 2, 3, 4, 5)));
        assertThat(code(many)).contains("weight=w, ");
    }
}
