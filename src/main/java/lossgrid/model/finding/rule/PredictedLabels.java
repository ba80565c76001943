package lossgrid.model.finding.rule;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Marks;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.Rule;

/** Notes that the labels were made from the logits, so that the loss is not that of a model. */
final class PredictedLabels implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, Mask mask) {
        return analysis.experiment().hasPredictedLabels()
                ? Optional.of(new Finding(
                        FindingKind.PREDICTED_LABELS,
                        Severity.NOTE,
                        new Outcome.SilentlyWrong(),
                        List.of(),
                        Marks.none(),
                        List.of()))
                : Optional.empty();
    }
}
