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

/** Fires when the recipe is sigmoid or softmax, then BCEWithLogitsLoss, which applies a sigmoid itself. */
public final class SigmoidBeforeBceWithLogitsRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        Activation activation = experiment.recipe().activation();
        if (experiment.recipe().loss() != LossKind.BCE_WITH_LOGITS_LOSS
                || !RecipeFacts.givesProbabilities(activation)
                || RecipeFacts.isWrongDim(experiment)) {
            return Optional.empty();
        }
        Argument name = new Argument.Code(RecipeFacts.name(activation));
        return Optional.of(new Finding(
                FindingKind.SIGMOID_BEFORE_BCE_WITH_LOGITS,
                Severity.WARNING,
                new Outcome.SilentlyWrong(),
                // −log sigmoid(1), and −log(1 − sigmoid(0)).
                List.of(name, new Argument.Figure(Math.log1p(1 / Math.E)), new Argument.Figure(Math.log(2))),
                MarkedCells.none(),
                List.of(Fix.of(
                        FixKind.NO_ACTIVATION,
                        new Edit.SetRecipe(RecipeFacts.with(experiment, new Activation.None())),
                        name))));
    }
}
