package lossgrid.model.finding.rule.value;

import java.util.List;
import java.util.Optional;
import lossgrid.core.loss.Reduction;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when every label is ignore_index, so that the mean is 0 / 0; with a reduction other than mean it is only noted.
 */
public final class AllIgnoredRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        boolean all = facts.histogram().size() == 1
                && facts.histogram().nans() == 0
                && mask.context().isIgnored(facts.histogram().value(0));
        if (!all) {
            return Optional.empty();
        }
        boolean mean = mask.context()
                .analysis()
                .map(analysis -> analysis.experiment().options().reduction() == Reduction.MEAN)
                .orElse(true);
        List<Fix> fixes = mask.context()
                .analysis()
                .filter(_ -> mean)
                .map(analysis -> List.of(Fix.of(
                        FixKind.REDUCTION_SUM,
                        new Edit.SetOptions(analysis.experiment().options().withReduction(Reduction.SUM)))))
                .orElse(List.of());
        return Optional.of(new Finding(
                FindingKind.ALL_IGNORED,
                mean ? Severity.WARNING : Severity.NOTE,
                mean ? new Outcome.SilentlyWrong() : new Outcome.Harmless(),
                List.of(
                        new Argument.Value(mask.context().ignoreIndex()),
                        new Argument.Count(facts.histogram().total())),
                facts.marks(_ -> true),
                fixes));
    }
}
