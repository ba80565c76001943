package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.Scalar;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.ArbitraryEdits;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.SetCell;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditsTest {
    private static final int EDITS = 60;

    private final Experiment start = SmallExperiments.twoChannels();

    @Test
    void eachChangesItsPartAlone() {
        assertThat(Edits.apply(start, new Edit.SetTitle("other"))).isEqualTo(start.withTitle("other"));
        assertThat(Edits.apply(start, SetCell.logit(3, 7)))
                .isEqualTo(start.withLogits(start.logits().with(3, 7)));
        assertThat(Edits.apply(start, SetCell.label(3, new Scalar.Whole(255))))
                .isEqualTo(start.withLabels(start.labels().with(3, new Scalar.Whole(255))));
        List<EncodingStep> encoding = List.of(new Cast(DType.INT64));
        assertThat(Edits.apply(start, new Edit.SetEncoding(encoding))).isEqualTo(start.withEncoding(encoding));
        Recipe recipe = new Recipe(new Activation.Softmax(1), LossKind.BY_HAND);
        assertThat(Edits.apply(start, new Edit.SetRecipe(recipe))).isEqualTo(start.withRecipe(recipe));
        LossOptions options = LossOptions.defaults().withReduction(Reduction.SUM);
        assertThat(Edits.apply(start, new Edit.SetOptions(options))).isEqualTo(start.withOptions(options));
        assertThat(Edits.apply(start, new Edit.SetClasses(List.of("sky"))))
                .isEqualTo(start.withClasses(List.of("sky")));
        assertThat(Edits.apply(start, new Edit.SwitchRoute(Route.SIGMOID))).isEqualTo(Route.SIGMOID.convert(start));
    }

    @Test
    void whatChangesNothingGivesTheVerySameDocument() {
        List<Edit> edits = List.of(
                new Edit.SetTitle(start.title()),
                SetCell.logit(0, start.logits().at(0)),
                SetCell.label(0, start.labels().at(0)),
                new Edit.SetEncoding(List.of()),
                new Edit.SetRecipe(start.recipe()),
                new Edit.SetOptions(LossOptions.defaults()),
                new Edit.SetClasses(List.of("background", "object")),
                new Edit.SwitchRoute(Route.SOFTMAX));
        assertThat(edits)
                .allSatisfy(edit -> assertThat(Edits.apply(start, edit)).isSameAs(start));
    }

    @Test
    void notANumberIsAValueLikeAnother() {
        Experiment edited = Edits.apply(start, SetCell.logit(0, Float.NaN));
        assertThat(edited.logits().at(0)).isNaN();
        assertThat(Edits.apply(edited, SetCell.logit(0, Float.NaN))).isSameAs(edited);
    }

    @Test
    void aLabelIsCastToTheTypeOfTheLabels() {
        Experiment bytes = start.withLabels(start.labels().to(DType.UINT8));
        assertThat(Edits.apply(bytes, SetCell.label(0, new Scalar.Whole(300)))
                        .labels()
                        .longAt(0))
                .isEqualTo(44);
        Edit wrapsAround =
                SetCell.label(0, new Scalar.Whole(256 + bytes.labels().longAt(0)));
        assertThat(Edits.apply(bytes, wrapsAround)).as("what it is already").isSameAs(bytes);
    }

    /** A step of undo costs the plane that changed, not the grid. */
    @Test
    void editedGridsShareTheirOtherPlanes() {
        Experiment edited = Edits.apply(start, SetCell.logit(5, 9));
        for (int plane = 0; plane < 4; plane++) {
            assertThat(edited.logits().samePlane(start.logits(), plane)).isEqualTo(plane != 1);
        }
        assertThat(edited.labels()).isSameAs(start.labels());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void anEqualDocumentIsTheVerySame(long seed) {
        ArbitraryEdits edits = new ArbitraryEdits(new Draw(seed));
        Experiment present = start;
        for (int i = 0; i < EDITS; i++) {
            Experiment next = Edits.apply(present, edits.next(present));
            if (next.equals(present)) {
                assertThat(next).isSameAs(present);
            }
            present = next;
        }
    }
}
