package lossgrid.model.finding.rule.value;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/** Notes that the labels were made from the logits, so that the loss is not that of a model. */
public final class PredictedLabelsRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        return analysis.experiment().hasPredictedLabels()
                ? Optional.of(new Finding(
                        FindingKind.PREDICTED_LABELS,
                        Severity.NOTE,
                        new Outcome.SilentlyWrong(),
                        List.of(),
                        MarkedCells.none(),
                        List.of()))
                : Optional.empty();
    }
}
