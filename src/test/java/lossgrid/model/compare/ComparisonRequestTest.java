package lossgrid.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.SetCell;
import lossgrid.model.analysis.AnalyzerFuzzTest;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.compare.mistake.MistakePair;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.encoding.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The two sides of a comparison while the open document changes. */
class ComparisonRequestTest {
    private static final int PAIRS = 200;
    private static final Recipe CROSS_ENTROPY = new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS);
    private static final Recipe SOFTMAX_TOO = new Recipe(new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS);
    private static final Edit SOFTMAX = new Edit.SetRecipe(SOFTMAX_TOO);

    private static final Experiment DOCUMENT = new Experiment(
            "document",
            Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4),
            LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 0, 1),
            List.of(),
            CROSS_ENTROPY,
            LossOptions.defaults(),
            List.of());

    static LongStream seeds() {
        return Draw.seeds();
    }

    private static Experiment apply(Experiment experiment, List<Edit> edits) {
        return new ComparisonSource.Edited(edits).of(experiment);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void editsLeadFromAnyExperimentToAnyOther(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < PAIRS; i++) {
            Experiment from = AnalyzerFuzzTest.experiment(draw);
            Experiment to = AnalyzerFuzzTest.experiment(draw);
            List<Edit> edits = ExperimentDiff.between(from, to);
            assertThat(apply(from, edits)).isEqualTo(to.withTitle(from.title()));
            assertThat(ExperimentDiff.between(from, from)).isEmpty();
        }
    }

    @Test
    void aVariantFollowsTheDocument() {
        ComparisonRequest compared =
                ComparisonRequest.variant().changed(ComparisonSide.RIGHT, DOCUMENT, DOCUMENT.withRecipe(SOFTMAX_TOO));
        assertThat(compared.right()).isEqualTo(new ComparisonSource.Edited(List.of(SOFTMAX)));
        Experiment edited = Edits.apply(DOCUMENT, SetCell.logit(0, 9));
        ComparisonRequest followed = compared.following(DOCUMENT, edited);
        assertThat(followed).isEqualTo(compared);
        assertThat(followed.left().of(edited)).isEqualTo(edited);
        assertThat(followed.right().of(edited)).isEqualTo(edited.withRecipe(SOFTMAX_TOO));
        assertThat(followed.showsDocument()).isTrue();
        assertThat(followed.isDerived()).isTrue();
    }

    @Test
    void aVariantStaysWhatItWasWhenItsShapeIsNoLongerTheDocuments() {
        ComparisonRequest compared =
                ComparisonRequest.variant().changed(ComparisonSide.RIGHT, DOCUMENT, DOCUMENT.withRecipe(SOFTMAX_TOO));
        Experiment larger = Edits.apply(DOCUMENT, new Edit.Reshape(1, 3, 1, 2));
        ComparisonRequest followed = compared.following(DOCUMENT, larger);
        assertThat(followed.right()).isEqualTo(new ComparisonSource.Own(DOCUMENT.withRecipe(SOFTMAX_TOO)));
        assertThat(followed.left()).isEqualTo(new ComparisonSource.Document());
        assertThat(apply(larger, followed.editsTo(ComparisonSide.RIGHT, larger)))
                .isEqualTo(DOCUMENT.withRecipe(SOFTMAX_TOO));
    }

    @Test
    void editsOfASideAreAddedToThoseThatMadeIt() {
        Edit cast = new Edit.SetEncoding(List.of(new Cast(DType.INT32)));
        ComparisonRequest compared =
                ComparisonRequest.variant().with(ComparisonSide.RIGHT, new ComparisonSource.Edited(List.of(cast)));
        Experiment right = compared.right().of(DOCUMENT);
        ComparisonRequest changed = compared.changed(ComparisonSide.RIGHT, DOCUMENT, right.withRecipe(SOFTMAX_TOO));
        assertThat(changed.right()).isEqualTo(new ComparisonSource.Edited(List.of(cast, SOFTMAX)));
        assertThat(changed.changed(
                        ComparisonSide.RIGHT, DOCUMENT, changed.right().of(DOCUMENT)))
                .isEqualTo(changed);
    }

    @Test
    void theDocumentsSideBecomesAVariantWhenItIsChangedAlone() {
        ComparisonRequest compared =
                ComparisonRequest.variant().changed(ComparisonSide.LEFT, DOCUMENT, DOCUMENT.withRecipe(SOFTMAX_TOO));
        assertThat(compared.left()).isEqualTo(new ComparisonSource.Edited(List.of(SOFTMAX)));
    }

    @Test
    void whatHasBeenChangedIsNoMistakeOfTheCatalogueAnyMore() {
        ComparisonRequest compared = ComparisonRequest.of(Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY);
        Experiment left = compared.left().of(DOCUMENT);
        ComparisonRequest changed = compared.changed(
                ComparisonSide.LEFT, DOCUMENT, left.withOptions(left.options().withIgnoreIndex(255)));
        assertThat(compared.reason()).isEqualTo(new ComparisonReason.OfMistake(Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY));
        assertThat(changed.reason()).isEqualTo(new ComparisonReason.Free());
        assertThat(changed.left().of(DOCUMENT).options().ignoreIndex()).isEqualTo(255);
        assertThat(changed.showsDocument()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void swappingTwiceLeadsBack(Mistake mistake) {
        ComparisonRequest compared = ComparisonRequest.of(mistake);
        ComparisonRequest swapped = compared.swapped();
        assertThat(swapped.left()).isEqualTo(compared.right());
        assertThat(swapped.isSwapped()).isTrue();
        assertThat(swapped.swapped()).isEqualTo(compared);
    }

    @Test
    void planesOfALossAreItsBatches() {
        Experiment two = Edits.apply(DOCUMENT, new Edit.Reshape(2, 2, 1, 2));
        Comparison comparison = Comparison.of(new MistakePair(two, two.withRecipe(SOFTMAX_TOO)));
        MapTriple loss = MapTriple.of(comparison, MapQuantity.LOSS);
        assertThat(loss.batches()).isEqualTo(2);
        assertThat(loss.channels()).isEqualTo(1);
        Tensor left = loss.left().orElseThrow();
        assertThat(loss.plane(1, 0).left()).contains(Tensor.of(Shape.of(1, 1, 2), left.at(2), left.at(3)));
        assertThat(loss.plane(2, 0).map(ComparisonSide.LEFT)).isEmpty();
        assertThat(loss.reach()).isEqualTo(comparison.difference().orElseThrow().reach());
        assertThat(loss.range()).isEqualTo(comparison.range());
    }

    @Test
    void planesOfAGradientAreItsChannels() {
        Comparison comparison = Comparison.of(new MistakePair(DOCUMENT, DOCUMENT.withRecipe(SOFTMAX_TOO)));
        MapTriple gradient = MapTriple.of(comparison, MapQuantity.GRADIENT);
        Tensor left = gradient.map(ComparisonSide.LEFT).orElseThrow();
        Tensor right = gradient.map(ComparisonSide.RIGHT).orElseThrow();
        assertThat(gradient.channels()).isEqualTo(2);
        MapTriple plane = gradient.plane(0, 1);
        assertThat(plane.right()).contains(Tensor.of(Shape.of(1, 1, 2), right.at(2), right.at(3)));
        assertThat(plane.difference())
                .contains(Tensor.of(Shape.of(1, 1, 2), left.at(2) - right.at(2), left.at(3) - right.at(3)));
        float reach = 0;
        for (int i = 0; i < 4; i++) {
            reach = Math.max(reach, Math.abs(left.at(i) - right.at(i)));
        }
        assertThat(gradient.reach()).isEqualTo(reach);
        assertThat(gradient.plane(0, 2).difference()).isEmpty();
    }

    @Test
    void aRefusedSideHasNoPlanesAndNoDifference() {
        Experiment thrown = DOCUMENT.withLabels(LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 0, 255));
        Comparison comparison = Comparison.of(new MistakePair(thrown, DOCUMENT));
        for (MapQuantity quantity : MapQuantity.values()) {
            MapTriple mapTriple = MapTriple.of(comparison, quantity).plane(0, 0);
            assertThat(mapTriple.left()).isEqualTo(Optional.empty());
            assertThat(mapTriple.right()).isPresent();
            assertThat(mapTriple.difference()).isEmpty();
            assertThat(mapTriple.reach()).isZero();
        }
    }
}
