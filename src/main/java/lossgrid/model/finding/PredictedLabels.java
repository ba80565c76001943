package lossgrid.model.finding;

import java.util.List;
import java.util.Optional;
import lossgrid.model.Analysis;

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
