package lossgrid.model.finding.rule.recipe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Tensor;
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
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.MinimalExample;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when BCELoss or the hand-written loss gets values outside 0…1, or NaN, directly from the logits, or BCELoss
 * those of a log_softmax. Logits that all lie in 0…1 may be stored probabilities.
 */
public final class ProbabilityInputRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        LossKind loss = experiment.recipe().loss();
        Activation activation = experiment.recipe().activation();
        boolean applies =
                switch (loss) {
                    case BCE_LOSS -> !RecipeFacts.givesProbabilities(activation);
                    case BY_HAND -> activation instanceof Activation.None;
                    case BCE_WITH_LOGITS_LOSS, NLL_LOSS, CROSS_ENTROPY_LOSS -> false;
                };
        Optional<Tensor> input = applies ? analysis.activated().value() : Optional.empty();
        return input.flatMap(x -> find(analysis, loss, x));
    }

    private static Optional<Finding> find(Analysis analysis, LossKind loss, Tensor x) {
        int outside = 0;
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < x.size(); i++) {
            float value = x.at(i);
            if (!isProbability(value)) {
                outside++;
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
            }
        }
        if (outside == 0) {
            return Optional.empty();
        }
        boolean byHand = loss == LossKind.BY_HAND;
        return Optional.of(new Finding(
                byHand ? FindingKind.LOGITS_BY_HAND : FindingKind.LOGITS_INTO_BCE,
                Severity.ERROR,
                byHand ? new Outcome.SilentlyWrong() : MinimalExample.notProbabilities(loss),
                List.of(new Argument.Count(outside), new Argument.Figure(least), new Argument.Figure(greatest)),
                new MarkedCells(MarkedCells.Grid.LOGITS, x.shape(), () -> cells(x)),
                fixes(analysis.experiment())));
    }

    private static boolean isProbability(float value) {
        return value >= 0 && value <= 1;
    }

    private static BitSet cells(Tensor x) {
        BitSet out = new BitSet(x.size());
        for (int i = 0; i < x.size(); i++) {
            out.set(i, !isProbability(x.at(i)));
        }
        return out;
    }

    private static List<Fix> fixes(Experiment experiment) {
        List<Fix> out = new ArrayList<>();
        if (experiment.recipe().loss() == LossKind.BCE_LOSS) {
            Recipe withLogits = new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS);
            out.add(Fix.of(FixKind.BCE_WITH_LOGITS, new Edit.SetRecipe(withLogits)));
        }
        boolean sigmoid = experiment.isBinary();
        Activation activation = sigmoid ? new Activation.Sigmoid() : new Activation.Softmax(1);
        out.add(Fix.of(
                sigmoid ? FixKind.SIGMOID : FixKind.SOFTMAX,
                new Edit.SetRecipe(RecipeFacts.with(experiment, activation))));
        return out;
    }
}
