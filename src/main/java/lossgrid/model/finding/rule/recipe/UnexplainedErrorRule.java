package lossgrid.model.finding.rule.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.RecipeFacts;

/** Reports PyTorch's exception where no rule explains it: that of an encoding step, the activation or the loss. */
public final class UnexplainedErrorRule {
    private UnexplainedErrorRule() {}

    public static Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        return FindingOutcomes.thrown(analysis.encoded())
                .map(exception -> finding(analysis, mask, exception, stepCode(analysis)))
                .or(() -> FindingOutcomes.thrown(analysis.activated())
                        .map(exception -> finding(
                                analysis,
                                mask,
                                exception,
                                experiment.recipe().activation().torchCode("x"))))
                .or(() -> FindingOutcomes.thrown(analysis.loss())
                        .map(exception -> finding(analysis, mask, exception, RecipeFacts.lossName(experiment))));
    }

    private static String stepCode(Analysis analysis) {
        return EncodingFixes.thrown(analysis).map(step -> step.torchCode("y")).orElse("y");
    }

    private static Finding finding(Analysis analysis, MaskEvidence mask, Outcome.Raises exception, String code) {
        List<Fix> fixes = EncodingFixes.thrown(analysis)
                .map(step -> List.of(Fix.of(
                        FixKind.REMOVE_STEP,
                        EncodingFixes.replace(analysis.experiment(), without(analysis)),
                        new Argument.Code(step.torchCode("y")))))
                .orElse(List.of());
        return new Finding(
                FindingKind.REFUSED,
                Severity.ERROR,
                exception,
                List.of(
                        new Argument.Code(code),
                        new Argument.Sizes(mask.facts().shape()),
                        new Argument.Sizes(analysis.experiment().logits().shape())),
                MarkedCells.none(),
                fixes);
    }

    private static List<EncodingStep> without(Analysis analysis) {
        List<EncodingStep> steps = new ArrayList<>(analysis.experiment().encoding());
        steps.remove(EncodingFixes.computed(analysis));
        return steps;
    }
}
