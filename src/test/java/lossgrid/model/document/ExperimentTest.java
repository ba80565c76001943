package lossgrid.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.SmallExperiments;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    @Test
    void knowsTheSizesOfItsLogits() {
        Experiment experiment = SmallExperiments.twoChannels().withLogits(Tensor.zeros(Shape.of(2, 3, 4, 5)));
        assertThat(experiment.batches()).isEqualTo(2);
        assertThat(experiment.channels()).isEqualTo(3);
        assertThat(experiment.height()).isEqualTo(4);
        assertThat(experiment.width()).isEqualTo(5);
    }

    @Test
    void takesNoLogitsOfAnotherRankAndNoEmptyOnes() {
        for (Shape shape : List.of(Shape.of(2, 2), Shape.of(1, 0, 2, 2), Shape.of(0, 1, 2, 2))) {
            assertThatThrownBy(() -> SmallExperiments.twoChannels().withLogits(Tensor.zeros(shape)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("logits are [N, C, H, W] and not empty, unlike " + shape);
        }
    }

    @Test
    void doesNotKeepTheListsItIsMadeOf() {
        List<String> classes = new ArrayList<>(List.of("sky"));
        Experiment experiment = SmallExperiments.twoChannels().withClasses(classes);
        classes.clear();
        assertThat(experiment.classes()).containsExactly("sky");
    }

    @Test
    void theLossAndTheChannelsTellWhetherItIsBinary() {
        for (LossKind kind : LossKind.values()) {
            Recipe recipe = new Recipe(new Activation.None(), kind);
            boolean binary = kind == LossKind.BCE_LOSS || kind == LossKind.BCE_WITH_LOGITS_LOSS;
            assertThat(SmallExperiments.twoChannels().withRecipe(recipe).isBinary())
                    .isEqualTo(binary);
            assertThat(SmallExperiments.oneChannel().withRecipe(recipe).isBinary())
                    .isEqualTo(binary || kind == LossKind.BY_HAND);
            assertThat(LossKind.named(kind.torchName())).hasValue(kind);
        }
        assertThat(LossKind.named("MSELoss")).isEmpty();
    }
}
