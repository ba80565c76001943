package lossgrid.model.finding.rule;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.LossOptions;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Marks;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.Wanted;
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.Reading;
import lossgrid.model.finding.evidence.Rule;

/** Notes an ignore_index other than −100 that no label holds, where all labels are classes. */
final class IgnoreIndexAbsent implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, Mask mask) {
        LossOptions options = analysis.experiment().options();
        if (mask.context().wanted() != Wanted.INDICES
                || mask.reading() != Reading.RIGHT
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
                Marks.none(),
                List.of(fix)));
    }
}
