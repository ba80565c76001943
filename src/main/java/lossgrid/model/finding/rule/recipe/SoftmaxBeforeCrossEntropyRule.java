package lossgrid.model.finding.rule.recipe;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when the recipe is softmax or sigmoid, then CrossEntropyLoss, which applies a log_softmax itself. A log_softmax
 * before it changes nothing and is only noted. Not for one channel, where the loss is 0 anyway.
 */
public final class SoftmaxBeforeCrossEntropyRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        Activation activation = experiment.recipe().activation();
        if (experiment.recipe().loss() != LossKind.CROSS_ENTROPY_LOSS
                || experiment.channels() == 1
                || activation instanceof Activation.None
                || RecipeFacts.isWrongDim(experiment)) {
            return Optional.empty();
        }
        Argument name = new Argument.Code(RecipeFacts.name(activation));
        boolean harmless = activation instanceof Activation.LogSoftmax;
        Fix none = Fix.of(
                FixKind.NO_ACTIVATION, new Edit.SetRecipe(RecipeFacts.with(experiment, new Activation.None())), name);
        return Optional.of(new Finding(
                harmless ? FindingKind.LOG_SOFTMAX_BEFORE_CROSS_ENTROPY : FindingKind.SOFTMAX_BEFORE_CROSS_ENTROPY,
                harmless ? Severity.NOTE : Severity.WARNING,
                harmless ? new Outcome.Harmless() : new Outcome.SilentlyWrong(),
                harmless
                        ? List.of(name)
                        : List.of(
                                name,
                                new Argument.Value(experiment.channels()),
                                new Argument.Figure(leastLoss(experiment.channels()))),
                MarkedCells.none(),
                List.of(none)));
    }

    /** {@code ln(1 + (C − 1)/e)}: the loss of the right class at 1 and all others at 0. */
    static double leastLoss(int channels) {
        return Math.log1p((channels - 1) / Math.E);
    }
}
