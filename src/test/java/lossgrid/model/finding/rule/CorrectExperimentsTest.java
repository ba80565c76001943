package lossgrid.model.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.CorrectExperiments;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.Palettes;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Correct documents have no findings above notes. */
class CorrectExperimentsTest {
    private static final int EACH = 40;

    static LongStream seeds() {
        return Draw.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingButNotes(long seed) {
        CorrectExperiments right = new CorrectExperiments(seed);
        for (int i = 0; i < EACH; i++) {
            Experiment experiment = right.next();
            Analysis analysis = Analyzer.analyze(experiment);
            assertThat(analysis.loss().value())
                    .as("%s, %s, %s", i, describe(experiment), analysis.loss())
                    .isPresent();
            assertThat(RuleSet.of(analysis, Palettes.known()))
                    .as("%s, %s", i, describe(experiment))
                    .allMatch(finding -> finding.severity() == Severity.NOTE);
        }
    }

    private static String describe(Experiment experiment) {
        List<String> steps =
                experiment.encoding().stream().map(step -> step.torchCode("y")).toList();
        return experiment.recipe() + " " + experiment.logits() + " " + experiment.labels() + " " + steps + " "
                + experiment.options();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void masksOfClassesGiveNothingButNotes(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < EACH; i++) {
            int classes = draw.between(2, 40);
            int used = draw.between(1, classes);
            long ignoreIndex = draw.oneOf(255L, -100L);
            Shape shape = Shape.of(draw.between(1, 24), draw.between(1, 24));
            LabelArray mask = LabelArray.ofLongs(
                    DType.UINT8,
                    shape,
                    cell -> cell > 0 && ignoreIndex == 255 && draw.chance(0.1) ? 255 : draw.between(0, used - 1));
            MaskContext context = MaskContext.ofFile(classes, ignoreIndex, Palettes.known());
            assertThat(RuleSet.ofMask(MaskFacts.of(mask, null), context))
                    .as("%s classes, %s, %s", classes, shape, ignoreIndex)
                    .allMatch(finding -> finding.severity() == Severity.NOTE);
        }
    }
}
