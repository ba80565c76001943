package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.example.ClassCount;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.rule.RuleSet;
import lossgrid.words.FindingText;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels have the same diagnosis in whichever window they are opened. */
class ImportingTest {
    private static final Experiment FRESH = SmallExperiments.ce(2, 0, 1);
    private static final Shape SIZE = Shape.of(8, 9);

    private static LabelArray bytes(long... values) {
        return LabelArray.ofLongs(DType.UINT8, SIZE, i -> values[i / 3 % values.length]);
    }

    private static Experiment after(Experiment before, LabelArray labels) {
        return Importing.labels(before, labels, null, BuiltInPalette.all(), OptionalInt.empty())
                .orElseThrow();
    }

    private static List<Finding> findings(Experiment experiment) {
        return RuleSet.of(Analyzer.analyze(experiment), BuiltInPalette.all());
    }

    static Stream<LabelArray> masks() {
        return Stream.of(
                bytes(0, 1),
                bytes(0, 1, 2, 255),
                bytes(0, 255),
                bytes(0, 50, 100, 150),
                bytes(0, 1, 2, 3, 14, 90),
                bytes(1, 2, 3),
                LabelArray.ofLongs(DType.UINT8, Shape.of(8, 9, 3), i -> i / 27 % 2 * 128));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void theSecondMaskIsDiagnosedLikeTheFirst(LabelArray second) {
        List<Finding> fresh = findings(after(FRESH, second));
        masks().forEach(first -> {
            Experiment treated = after(FRESH, first);
            for (Finding finding : findings(treated)) {
                for (var fix : finding.fixes()) {
                    Experiment window = after(fix.applyTo(treated), second);
                    if (window.recipe().equals(FRESH.recipe())) {
                        assertThat(window).as("after %s", fix.kind()).isEqualTo(after(FRESH, second));
                    }
                }
            }
            assertThat(findings(after(treated, second)))
                    .extracting(Finding::kind, Finding::arguments)
                    .isEqualTo(fresh.stream()
                            .map(finding -> tuple(finding.kind(), finding.arguments()))
                            .toList());
            assertThat(after(treated, second)).isEqualTo(after(FRESH, second));
        });
    }

    @Test
    void chosenClassesComeBeforeGuesses() {
        Experiment chosen = Importing.labels(FRESH, bytes(0, 1, 2), null, List.of(), OptionalInt.of(19))
                .orElseThrow();
        assertThat(chosen.channels()).isEqualTo(19);
        assertThat(ClassCount.of(chosen, List.of()).origin()).isEqualTo(ClassCount.Origin.CHOSEN);
        assertThat(ClassCount.of(after(FRESH, bytes(0, 1, 2)), List.of()).origin())
                .isEqualTo(ClassCount.Origin.LARGEST_LABEL);
    }

    /** A number of classes that was guessed is never held against the user. */
    @Test
    void aGuessIsCalledOne() {
        Experiment made = after(FRESH, bytes(0, 1, 2, 3, 14, 90));
        assertThat(made.channels()).isEqualTo(15);
        Finding stray = findings(made).stream()
                .filter(finding -> finding.kind() == FindingKind.VOID_NOT_IGNORED)
                .findFirst()
                .orElseThrow();
        assertThat(FindingText.in(Language.ENGLISH).seen(stray)).contains("C = 15 is assumed from the other labels");
        assertThat(stray.fixes())
                .anySatisfy(fix -> assertThat(fix.applyTo(made).channels()).isEqualTo(91));
        Experiment own = made.withExampleLogits(false);
        assertThat(FindingText.in(Language.ENGLISH).seen(findings(own).getFirst()))
                .doesNotContain("assumed");
    }

    @Test
    void otherClassesHaveLogitsOfTheirOwn() {
        Experiment made = after(FRESH, bytes(0, 1, 2));
        Experiment more = Edits.apply(made, new Edit.SetClassCount(7));
        assertThat(more.channels()).isEqualTo(7);
        assertThat(more.hasExampleLogits()).isTrue();
        assertThat(more.logits().at(more.logits().size() - 1)).isNotZero();
        Experiment own = Edits.apply(made.withExampleLogits(false), new Edit.SetClassCount(7));
        assertThat(own.hasExampleLogits()).isFalse();
        assertThat(own.logits().at(own.logits().size() - 1)).as("filled up").isZero();
    }
}
