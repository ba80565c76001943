package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every element is its own index, so that a cell that is out of place shows. */
class CroppingTest {
    private static final Edit.Crop WINDOW = new Edit.Crop(1, 2, 3, 4);

    private static Experiment experiment(Shape logits, Shape labels) {
        return new Experiment(
                "",
                Tensor.generate(logits, i -> i),
                LabelArray.ofLongs(DType.INT64, labels, i -> i),
                List.of(),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults(),
                List.of());
    }

    private static final Shape LOGITS = Shape.of(2, 3, 6, 8);

    /** Labels, and the dimension of their rows. */
    static List<Object[]> layouts() {
        return List.of(
                new Object[] {Shape.of(6, 8), 0},
                new Object[] {Shape.of(2, 6, 8), 1},
                new Object[] {Shape.of(2, 1, 6, 8), 2},
                new Object[] {Shape.of(2, 3, 6, 8), 2},
                new Object[] {Shape.of(6, 8, 3), 0},
                new Object[] {Shape.of(6, 8, 4), 0},
                new Object[] {Shape.of(2, 6, 8, 3), 1},
                new Object[] {Shape.of(2, 6, 8, 19), 1},
                new Object[] {Shape.of(3, 6, 8), 1},
                new Object[] {Shape.of(60, 80), 0},
                new Object[] {Shape.of(60, 80, 3), 0},
                new Object[] {Shape.of(2, 60, 80), 1});
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void cutsRowsAndColumnsOutOfLabels(Shape labels, int rows) {
        Experiment cut = Edits.apply(experiment(LOGITS, labels), WINDOW);

        Shape expected = labels.with(rows, 3).with(rows + 1, 4);
        assertThat(cut.labels().shape()).isEqualTo(expected);
        for (int i = 0; i < expected.size(); i++) {
            int source = 0;
            for (int d = 0; d < expected.rank(); d++) {
                int at = i / expected.stride(d) % expected.dim(d) + (d == rows ? 1 : d == rows + 1 ? 2 : 0);
                source += at * labels.stride(d);
            }
            assertThat(cut.labels().longAt(i)).isEqualTo(source);
        }
    }

    @Test
    void cutsTheSameOutOfLogits() {
        Tensor cut = Edits.apply(experiment(LOGITS, Shape.of(2, 6, 8)), WINDOW).logits();

        assertThat(cut.shape()).isEqualTo(Shape.of(2, 3, 3, 4));
        for (int i = 0; i < cut.size(); i++) {
            assertThat(cut.at(i)).isEqualTo(i / 12 * 48 + (1 + i % 12 / 4) * 8 + 2 + i % 4);
        }
    }

    @Test
    void squareColorsAreColorsWhereTheSourceSaysSo() {
        Experiment unknown = experiment(Shape.of(1, 2, 4, 4), Shape.of(4, 4, 4));
        LabelSource rgba =
                new LabelSource("m.png", LabelSource.Format.PNG, LabelSource.Layout.RGBA, "uint8", 8, List.of());
        Edit crop = new Edit.Crop(0, 0, 1, 2);
        assertThat(Edits.apply(unknown, crop).labels().shape()).isEqualTo(Shape.of(4, 1, 2));
        assertThat(Edits.apply(unknown.withSource(rgba), crop).labels().shape()).isEqualTo(Shape.of(1, 2, 4));
    }

    @Test
    void whatDoesNotHoldTheWindowStays() {
        Experiment largeMask = experiment(Shape.of(1, 2, 4, 4), Shape.of(60, 80));
        Experiment cut = Edits.apply(largeMask, new Edit.Crop(50, 70, 4, 4));
        assertThat(cut.labels().shape()).isEqualTo(Shape.of(4, 4));
        assertThat(cut.labels().longAt(0)).isEqualTo(50 * 80 + 70);
        assertThat(cut.logits()).isSameAs(largeMask.logits());

        Experiment flat = experiment(LOGITS, Shape.of(96));
        Experiment cutLogits = Edits.apply(flat, WINDOW);
        assertThat(cutLogits.labels()).isSameAs(flat.labels());
        assertThat(cutLogits.logits().shape()).isEqualTo(Shape.of(2, 3, 3, 4));
    }

    @Test
    void weightsOfPixelsAreCutToo() {
        Tensor ofPixels = Tensor.generate(Shape.of(6, 8), i -> i);
        Tensor ofClasses = Tensor.vector(1, 2, 3);
        Experiment weighted = experiment(LOGITS, Shape.of(2, 6, 8))
                .withOptions(LossOptions.defaults().withWeight(ofClasses).withPosWeight(ofPixels));
        LossOptions options = Edits.apply(weighted, WINDOW).options();
        assertThat(options.weight()).isEqualTo(ofClasses);
        assertThat(options.posWeight()).isEqualTo(Tensor.generate(Shape.of(3, 4), i -> (1 + i / 4) * 8 + 2 + i % 4));
    }

    @Test
    void isOneStepAndTheWholeIsNone() {
        History history = new History(experiment(LOGITS, Shape.of(2, 6, 8)));
        Experiment start = history.present();
        assertThat(history.apply(new Edit.Crop(0, 0, 6, 8))).isSameAs(start);
        assertThat(history.canUndo()).isFalse();
        history.apply(WINDOW);
        assertThat(history.undo()).isSameAs(start);
    }

    @Test
    void refusesAWindowThatIsNowhere() {
        assertThatThrownBy(() -> new Edit.Crop(0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edit.Crop(-1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        Experiment experiment = experiment(LOGITS, Shape.of(2, 6, 8));
        assertThatThrownBy(() -> Edits.apply(experiment, new Edit.Crop(6, 0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Edits.apply(experiment, new Edit.Crop(1, 0, Integer.MAX_VALUE, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
