package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.EditsOfLargeDocuments;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@link IncrementalAnalysisTest} for every recipe that can be followed: seeded chains of edits, with errors on the
 * way.
 */
class IncrementalLossesTest {
    private static final int EDITS = 12;
    private static final List<Recipe> FOLLOWED = List.of(
            new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS),
            new Recipe(new Activation.None(), LossKind.BCE_LOSS),
            new Recipe(new Activation.Sigmoid(), LossKind.BCE_LOSS),
            new Recipe(new Activation.Softmax(1), LossKind.BCE_LOSS),
            new Recipe(new Activation.None(), LossKind.NLL_LOSS),
            new Recipe(new Activation.Sigmoid(), LossKind.NLL_LOSS),
            new Recipe(new Activation.Softmax(-3), LossKind.NLL_LOSS),
            new Recipe(new Activation.LogSoftmax(1), LossKind.NLL_LOSS),
            new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
            new Recipe(new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS),
            new Recipe(new Activation.LogSoftmax(-3), LossKind.CROSS_ENTROPY_LOSS),
            new Recipe(new Activation.Sigmoid(), LossKind.CROSS_ENTROPY_LOSS),
            new Recipe(new Activation.Sigmoid(), LossKind.BCE_WITH_LOGITS_LOSS),
            new Recipe(new Activation.LogSoftmax(1), LossKind.BCE_WITH_LOGITS_LOSS),
            new Recipe(new Activation.Softmax(1), LossKind.BY_HAND),
            new Recipe(new Activation.Sigmoid(), LossKind.BY_HAND),
            new Recipe(new Activation.LogSoftmax(1), LossKind.BY_HAND),
            new Recipe(new Activation.None(), LossKind.BY_HAND));

    record Case(Recipe recipe, Reduction reduction, long seed) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        long seed = 0;
        for (Recipe recipe : FOLLOWED) {
            for (Reduction reduction : Reduction.values()) {
                for (int i = 0; i < 2; i++) {
                    cases.add(new Case(recipe, reduction, ++seed));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyEditGivesWhatAnAnalysisOfAllGives(Case c) {
        EditsOfLargeDocuments edits = new EditsOfLargeDocuments(c.recipe, c.seed);
        follow(edits, edits.document(c.reduction));
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void encodingStepsThatWorkOnSingleElementsAreFollowedToo(Reduction reduction) {
        for (int seed = 1; seed < 4; seed++) {
            EditsOfLargeDocuments edits = new EditsOfLargeDocuments(FOLLOWED.get(8), seed);
            follow(edits, edits.encoded(edits.document(reduction)));
        }
    }

    private static void follow(EditsOfLargeDocuments edits, Experiment document) {
        Experiment experiment = document;
        Analysis analysis = Analyzer.analyze(experiment);
        int followed = 0;
        Experiment accepted = experiment;
        for (int i = 0; i < EDITS; i++) {
            boolean hadLoss = analysis.loss().value().isPresent();
            accepted = hadLoss ? experiment : accepted;
            // What is rejected is taken back.
            experiment = hadLoss ? edits.edited(experiment) : accepted;
            Optional<Analysis> few = IncrementalAnalysis.analyze(experiment, analysis);
            Analysis whole = Analyzer.analyze(experiment);
            boolean canFollow = hadLoss && whole.loss().value().isPresent();
            assertThat(few.isPresent()).as("edit %s is followed", i).isEqualTo(canFollow);
            few.ifPresent(now -> IncrementalAnalysisTest.assertSame(now, whole));
            analysis = few.orElse(whole);
            followed += few.isPresent() ? 1 : 0;
        }
        assertThat(followed).isGreaterThan(EDITS / 4);
    }

    private static Experiment drawn(Recipe recipe) {
        return new EditsOfLargeDocuments(recipe, 5).document(Reduction.MEAN);
    }

    @Test
    void whatIsNoProbabilityIsRefusedAndLeavesAgain() {
        Experiment before = drawn(FOLLOWED.get(1));
        Analysis analysis = Analyzer.analyze(before);
        Experiment thrown = before.withLogits(before.logits().with(70_000, 1.5f));
        assertThat(IncrementalAnalysis.analyze(thrown, analysis)).isEmpty();
        Analysis exception = Analyzer.analyze(thrown, analysis);
        assertThat(exception.loss().exception()).isPresent();
        assertThat(exception.loss()).isEqualTo(Analyzer.analyze(thrown).loss());
        Experiment corrected = thrown.withLogits(thrown.logits().with(70_000, 0.5f));
        assertThat(IncrementalAnalysis.analyze(corrected, exception)).isEmpty();
        IncrementalAnalysisTest.assertSame(Analyzer.analyze(corrected, exception), Analyzer.analyze(corrected));
    }

    @Test
    void otherOptionsAndRecipesTakeAnAnalysisOfAll() {
        for (Recipe recipe : FOLLOWED) {
            Experiment before = drawn(recipe);
            Analysis analysis = Analyzer.analyze(before);
            LossOptions options = before.options();
            for (LossOptions other : List.of(
                    options.withReduction(Reduction.SUM),
                    options.withIgnoreIndex(3),
                    options.withWeight(Tensor.vector(2)),
                    options.withPosWeight(Tensor.vector(2)))) {
                assertThat(IncrementalAnalysis.analyze(before.withOptions(other), analysis))
                        .as("%s", recipe)
                        .isEmpty();
            }
            for (Recipe other : FOLLOWED) {
                assertThat(IncrementalAnalysis.analyze(before.withRecipe(other), analysis)
                                .isPresent())
                        .isEqualTo(other.equals(recipe));
            }
        }
    }

    @Test
    void whereALineOfTheActivationLeavesThePixelAllIsComputedAnew() {
        for (int dim : new int[] {0, 2, 3, -1}) {
            Experiment before = drawn(new Recipe(new Activation.LogSoftmax(dim), LossKind.NLL_LOSS));
            Experiment after = before.withLogits(before.logits().with(3, 1f));
            assertThat(IncrementalAnalysis.analyze(after, Analyzer.analyze(before)))
                    .as("dim %s", dim)
                    .isEmpty();
        }
    }

    @Test
    void targetsOfAnotherTypeAreLeftToTheStepwiseWay() {
        Experiment narrow = drawn(FOLLOWED.getFirst());
        Experiment wide = narrow.withLabels(narrow.labels().to(DType.FLOAT64));
        assertThat(IncrementalAnalysis.analyze(wide, Analyzer.analyze(narrow))).isEmpty();
        Experiment after = wide.withLogits(wide.logits().with(3, 1f));
        assertThat(IncrementalAnalysis.analyze(after, Analyzer.analyze(wide))).isEmpty();
    }
}
