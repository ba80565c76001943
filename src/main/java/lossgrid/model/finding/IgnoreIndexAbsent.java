package lossgrid.model.finding;

import java.util.List;
import java.util.Optional;
import lossgrid.model.Analysis;
import lossgrid.model.Edit;
import lossgrid.model.LossOptions;

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
