package lossgrid.model.finding.rule;

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
import lossgrid.model.finding.Marks;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.Chain;
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.Outcomes;
import lossgrid.model.finding.evidence.Recipes;

/** Says what PyTorch refuses where no rule knows why: an encoding step, the activation or the loss. */
final class Refused {
    private Refused() {}

    static Optional<Finding> find(Analysis analysis, Mask mask) {
        Experiment experiment = analysis.experiment();
        return Outcomes.refused(analysis.encoded())
                .map(refusal -> finding(analysis, mask, refusal, stepCode(analysis)))
                .or(() -> Outcomes.refused(analysis.activated())
                        .map(refusal -> finding(
                                analysis,
                                mask,
                                refusal,
                                experiment.recipe().activation().torchCode("x"))))
                .or(() -> Outcomes.refused(analysis.loss())
                        .map(refusal -> finding(analysis, mask, refusal, Recipes.lossName(experiment))));
    }

    private static String stepCode(Analysis analysis) {
        return Chain.refused(analysis).map(step -> step.torchCode("y")).orElse("y");
    }

    private static Finding finding(Analysis analysis, Mask mask, Outcome.Raises refusal, String code) {
        List<Fix> fixes = Chain.refused(analysis)
                .map(step -> List.of(Fix.of(
                        FixKind.REMOVE_STEP,
                        Chain.replace(analysis.experiment(), without(analysis)),
                        new Argument.Code(step.torchCode("y")))))
                .orElse(List.of());
        return new Finding(
                FindingKind.REFUSED,
                Severity.ERROR,
                refusal,
                List.of(
                        new Argument.Code(code),
                        new Argument.Sizes(mask.facts().shape()),
                        new Argument.Sizes(analysis.experiment().logits().shape())),
                Marks.none(),
                fixes);
    }

    private static List<EncodingStep> without(Analysis analysis) {
        List<EncodingStep> steps = new ArrayList<>(analysis.experiment().encoding());
        steps.remove(Chain.computed(analysis));
        return steps;
    }
}
