package lossgrid.model.finding.rule.recipe;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.LossOptions;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/** Notes an ignore_index other than −100 that no label holds, where all labels are classes. */
public final class IgnoreIndexAbsentRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        LossOptions options = analysis.experiment().options();
        if (mask.context().wanted() != ExpectedTarget.INDICES
                || mask.valuePattern() != ValuePattern.RIGHT
                || options.ignoreIndex() == LossOptions.DEFAULT_IGNORE_INDEX
                || mask.facts().histogram().contains((double) options.ignoreIndex())) {
            return Optional.empty();
        }
        Fix fix = Fix.of(
                FixKind.DEFAULT_IGNORE_INDEX,
                new Edit.SetOptions(options.withIgnoreIndex(LossOptions.DEFAULT_IGNORE_INDEX)));
        return Optional.of(new Finding(
                FindingKind.IGNORE_INDEX_ABSENT,
                Severity.NOTE,
                new Outcome.Harmless(),
                List.of(new Argument.Value(options.ignoreIndex())),
                MarkedCells.none(),
                List.of(fix)));
    }
}
