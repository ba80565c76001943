package lossgrid.model.finding.rule.recipe;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/** Fires when the logits have one channel and the recipe applies a softmax over it, itself or in CrossEntropyLoss. */
public final class OneChannelSoftmaxRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        if (experiment.channels() != 1) {
            return Optional.empty();
        }
        return culprit(experiment.recipe()).map(culprit -> {
            Recipe recipe = new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS);
            Experiment corrected = experiment.withRecipe(recipe);
            List<Edit> edits = List.of(new Edit.SetRecipe(recipe), EncodingFixes.append(mask, analysis, corrected));
            return new Finding(
                    FindingKind.ONE_CHANNEL_SOFTMAX,
                    Severity.ERROR,
                    new Outcome.SilentlyWrong(),
                    List.of(new Argument.Code(culprit)),
                    MarkedCells.none(),
                    List.of(Fix.of(FixKind.BCE_WITH_LOGITS, edits)));
        });
    }

    private static Optional<String> culprit(Recipe recipe) {
        boolean softmax =
                switch (recipe.activation()) {
                    case Activation.Softmax(int dim) -> RecipeFacts.isClassDim(dim);
                    case Activation.LogSoftmax(int dim) -> RecipeFacts.isClassDim(dim);
                    case Activation.None(), Activation.Sigmoid() -> false;
                };
        if (recipe.loss() == LossKind.CROSS_ENTROPY_LOSS) {
            return Optional.of(recipe.loss().torchName());
        }
        return softmax ? Optional.of(RecipeFacts.name(recipe.activation())) : Optional.empty();
    }
}
