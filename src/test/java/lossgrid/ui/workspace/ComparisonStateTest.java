package lossgrid.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.fixtures.SetCell;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.io.document.Lesson;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.ComparisonSource;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.rule.RuleSet;
import lossgrid.ui.session.Session;
import lossgrid.words.ComparisonText;
import lossgrid.words.Language;
import lossgrid.words.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison while documents are edited and opened, and what is said of it. */
class ComparisonStateTest {
    private static final Recipe TWICE = new Recipe(new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS);

    private final Session session = new Session(Lesson.TWO_CHANNEL.open());
    private final ComparisonState comparing = new ComparisonState(session);

    private Experiment side(ComparisonSide side) {
        return comparing.compared().orElseThrow().source(side).of(session.experiment());
    }

    @Test
    void aFixFillsBothSidesAndTakingItOverIsOneStep() {
        session.apply(new Edit.SetRecipe(TWICE));
        Experiment wrong = session.experiment();
        List<Finding> findings = RuleSet.of(session.analysis(), List.of(BuiltInPalette.VOC.palette()));
        Finding finding = findings.stream()
                .filter(found -> !found.fixes().isEmpty())
                .findFirst()
                .orElseThrow();
        comparing.showFix(finding, finding.fixes().getFirst());
        assertThat(side(ComparisonSide.LEFT)).isSameAs(wrong);
        assertThat(side(ComparisonSide.RIGHT))
                .isEqualTo(finding.fixes().getFirst().applyTo(wrong));
        Experiment right = side(ComparisonSide.RIGHT);
        comparing.take(ComparisonSide.RIGHT);
        assertThat(session.experiment()).isEqualTo(right);
        assertThat(side(ComparisonSide.LEFT)).isEqualTo(right);
        session.undo();
        assertThat(session.experiment()).isSameAs(wrong);
        assertThat(side(ComparisonSide.RIGHT)).isEqualTo(right);
    }

    @Test
    void takingOverAnExperimentOfAnotherShapeIsOneStepToo() {
        Experiment before = session.experiment();
        comparing.showMistake(Mistake.ONE_CHANNEL_CROSS_ENTROPY);
        Experiment right = side(ComparisonSide.RIGHT);
        comparing.take(ComparisonSide.RIGHT);
        assertThat(session.experiment()).isEqualTo(right.withTitle(before.title()));
        session.undo();
        assertThat(session.experiment()).isSameAs(before);
    }

    @Test
    void anotherDocumentEndsAComparisonOfEditsButNotOneOfTheCatalogue() {
        comparing.showVariant();
        session.open(Lesson.ASYMMETRIC.open());
        assertThat(comparing.compared()).isEmpty();
        comparing.showMistake(Mistake.MASK_255);
        session.open(Lesson.SINGLE_CHANNEL.open());
        assertThat(comparing.compared()).isPresent();
        comparing.opened(ComparisonSide.LEFT);
        assertThat(side(ComparisonSide.LEFT)).isSameAs(session.experiment());
        comparing.clear();
        assertThat(comparing.compared()).isEmpty();
    }

    @Test
    void changingASideLeavesTheDocumentAsItIs() {
        Experiment before = session.experiment();
        comparing.showVariant();
        comparing.change(ComparisonSide.RIGHT, before.withRecipe(TWICE));
        assertThat(session.experiment()).isSameAs(before);
        assertThat(side(ComparisonSide.RIGHT)).isEqualTo(before.withRecipe(TWICE));
        comparing.swap();
        assertThat(side(ComparisonSide.LEFT)).isEqualTo(before.withRecipe(TWICE));
        assertThat(comparing.compared().orElseThrow().right()).isEqualTo(new ComparisonSource.Document());
    }

    @Test
    void whatIsSetIsToldOnceForAChangeOfTheDocument() {
        comparing.showVariant();
        List<Optional<?>> told = new ArrayList<>();
        comparing.comparedProperty().subscribe((_, now) -> told.add(now));
        session.apply(SetCell.logit(0, 7));
        assertThat(told).isEmpty();
        session.apply(new Edit.Reshape(2, 3, 2, 2));
        assertThat(told).hasSize(1);
    }

    @Test
    void anotherViewComparesTheSame() {
        comparing.showMistake(Mistake.MASK_255);
        ComparisonState other = new ComparisonState(session);
        comparing.copyTo(other);
        assertThat(other.compared()).isEqualTo(comparing.compared());
    }

    @ParameterizedTest
    @EnumSource
    void everyMistakeIsPutIntoWordsInEveryLanguage(Mistake mistake) {
        Comparison comparison = Comparison.of(mistake.pair());
        for (Language language : Language.values()) {
            ComparisonText text = new ComparisonText(Texts.in(language), 4);
            List<String> said = new ArrayList<>(text.facts(comparison));
            said.addAll(text.remarks(comparison));
            text.number(comparison).ifPresent(said::add);
            for (ComparisonSide side : ComparisonSide.values()) {
                Experiment experiment = comparison.analysis(side).experiment();
                said.add(text.recipe(experiment));
                said.addAll(ComparisonText.setup(experiment));
            }
            assertThat(said)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(words ->
                            assertThat(words).isNotBlank().doesNotContain("{").doesNotContain("null"));
        }
    }

    @Test
    void aComparisonIsToldInNumbers() {
        Comparison comparison = Comparison.of(Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY.pair());
        ComparisonText text = new ComparisonText(Texts.in(Language.ENGLISH), 4);
        assertThat(text.recipe(comparison.left().experiment())).isEqualTo("softmax → CrossEntropyLoss");
        assertThat(text.recipe(comparison.right().experiment())).isEqualTo("CrossEntropyLoss");
        assertThat(text.number(comparison)).hasValueSatisfying(number -> assertThat(number)
                .startsWith("+")
                .isEqualTo(text.signed(comparison.numberDifference().orElseThrow())));
        assertThat(text.facts(comparison)).hasSize(2);
        assertThat(text.facts(comparison).getFirst()).contains("largest +").contains("8 of 8 differ");
        assertThat(text.facts(comparison).getLast()).contains("× weaker").contains("°");
        assertThat(text.remarks(comparison)).first().asString().contains("= 0.5514");
        assertThat(text.signed(-0.25)).isEqualTo("-0.2500");
        assertThat(text.signed(0)).isEqualTo("0.0000");
    }

    @Test
    void aSetupNamesStepsThatAreOnAndOptionsThatAreNotPyTorchsOwn() {
        Experiment corrected = Mistake.MASK_255.pair().right();
        assertThat(ComparisonText.setup(corrected))
                .containsExactly("y: uint8 [1, 3, 4]", "y = y > 127", "y = y.to(torch.int64)");
        Experiment plain = Lesson.TWO_CHANNEL.open();
        assertThat(ComparisonText.setup(plain)).containsExactly("y: int64 [2, 2, 2]");
        assertThat(ComparisonText.setup(plain.withOptions(plain.options().withIgnoreIndex(255))))
                .contains("ignore_index=255");
    }
}
