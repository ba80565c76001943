package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.LongStream;
import lossgrid.fixtures.ArbitraryExperiments;
import lossgrid.fixtures.Draw;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.rule.RuleSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document holds, the doctor does not fail, its cells can be looked up, and its fixes can be applied. */
class FindingsFuzzTest {
    private static final int EACH = 60;

    static LongStream seeds() {
        return Draw.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDocumentCanBeLookedAt(long seed) {
        ArbitraryExperiments random = new ArbitraryExperiments(seed);
        for (int i = 0; i < EACH; i++) {
            Experiment experiment = i % 2 == 0 ? random.next() : random.nextPlausible();
            assertThatCode(() -> lookAt(experiment))
                    .as("%s: %s %s", seed, experiment.recipe(), experiment.labels())
                    .doesNotThrowAnyException();
        }
    }

    private static void lookAt(Experiment experiment) {
        Analysis analysis = Analyzer.analyze(experiment);
        List<Finding> findings = RuleSet.of(analysis, LessonFindingsTest.palettes());
        if (analysis.loss().exception().isPresent()
                || analysis.encoded().exception().isPresent()) {
            assertThat(findings).anyMatch(finding -> finding.outcome() instanceof Outcome.Raises);
        }
        for (Finding finding : findings) {
            assertThat(finding.cells().cells().length())
                    .isLessThanOrEqualTo(finding.cells().shape().size());
            for (Fix fix : finding.fixes()) {
                assertThat(FixPreview.of(analysis, fix)).isNotNull();
            }
        }
        MaskContext file = MaskContext.ofFile(3, 255, LessonFindingsTest.palettes());
        assertThat(RuleSet.ofMask(MaskFacts.of(experiment.labels(), null), file))
                .isNotNull();
    }
}
