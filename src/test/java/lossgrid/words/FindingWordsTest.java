package lossgrid.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.fixtures.SmallExperiments.Case;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.rule.LabelRulesTest;
import lossgrid.model.finding.rule.RecipeRulesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every finding has the arguments of its texts, and there is a document for every kind of finding. */
class FindingWordsTest {
    private static Stream<Finding> all() {
        return Stream.of(
                        LabelRulesTest.values(),
                        LabelRulesTest.types(),
                        LabelRulesTest.layouts(),
                        LabelRulesTest.outputs(),
                        RecipeRulesTest.recipes(),
                        RecipeRulesTest.options(),
                        RecipeRulesTest.notes())
                .flatMap(rows -> rows)
                .map(Case::experiment)
                .flatMap(experiment -> SmallExperiments.findings(experiment).stream());
    }

    @ParameterizedTest
    @EnumSource
    void noPlaceholderIsLeft(Language language) {
        FindingText text = FindingText.in(language);
        assertThat(all()).allSatisfy(finding -> {
            assertThat(text.title(finding) + text.seen(finding) + text.why(finding))
                    .as(finding.kind().key())
                    .doesNotContain("{")
                    .doesNotContain("}");
            assertThat(finding.fixes())
                    .allSatisfy(fix -> assertThat(text.fix(fix)).isNotBlank().doesNotContain("{"));
        });
    }

    @Test
    void everyKindIsFoundSomewhere() {
        Set<FindingKind> found = EnumSet.noneOf(FindingKind.class);
        all().forEach(finding -> found.add(finding.kind()));
        assertThat(found).containsExactlyInAnyOrder(FindingKind.values());
    }

    @Test
    void everyFixIsOfferedSomewhere() {
        Set<FixKind> offered = EnumSet.noneOf(FixKind.class);
        all().flatMap(finding -> finding.fixes().stream()).forEach(fix -> offered.add(fix.kind()));
        assertThat(offered).containsExactlyInAnyOrder(FixKind.values());
    }

    @Test
    void theWorstComesFirst() {
        assertThat(SmallExperiments.findings(SmallExperiments.ignoring(SmallExperiments.ce(3, 0, 7, 9), 255)))
                .extracting(Finding::severity)
                .isSorted();
    }
}
