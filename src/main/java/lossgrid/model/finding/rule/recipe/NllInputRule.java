package lossgrid.model.finding.rule.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Nchw;
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
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when NLLLoss gets probabilities: after a softmax or sigmoid, or logits that lie in 0…1 and sum to 1 over the
 * classes; or logits: without an activation, unless their exponentials sum to 1, as for stored log-probabilities. Not
 * for one channel.
 */
public final class NllInputRule implements Rule.OfExperiment {
    private static final double TOLERANCE = 1e-3;

    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        Activation activation = experiment.recipe().activation();
        if (experiment.recipe().loss() != LossKind.NLL_LOSS || experiment.channels() == 1) {
            return Optional.empty();
        }
        return switch (activation) {
            case Activation.LogSoftmax(var _) -> Optional.empty();
            case Activation.Sigmoid(), Activation.Softmax(var _) ->
                Optional.of(probabilities(experiment, RecipeFacts.name(activation)));
            case Activation.None() -> logits(experiment);
        };
    }

    private static Optional<Finding> logits(Experiment experiment) {
        Sums plain = Sums.of(experiment.logits(), false);
        if (plain.least >= 0 && plain.areOne()) {
            return Optional.of(probabilities(experiment, "softmax"));
        }
        Sums powers = Sums.of(experiment.logits(), true);
        return powers.areOne()
                ? Optional.empty()
                : Optional.of(finding(
                        experiment,
                        FindingKind.LOGITS_INTO_NLL,
                        new Argument.Figure(powers.leastSum),
                        new Argument.Figure(powers.greatestSum)));
    }

    private static Finding probabilities(Experiment experiment, String name) {
        boolean areLogits = experiment.recipe().activation() instanceof Activation.None;
        return finding(
                experiment,
                FindingKind.PROBABILITIES_INTO_NLL,
                new Argument.Code(name),
                new Argument.Count(areLogits ? 1 : 0));
    }

    private static Finding finding(Experiment experiment, FindingKind kind, Argument... arguments) {
        List<Fix> fixes = new ArrayList<>();
        boolean stored = kind == FindingKind.PROBABILITIES_INTO_NLL
                && experiment.recipe().activation() instanceof Activation.None;
        if (!stored) {
            Activation logSoftmax = new Activation.LogSoftmax(1);
            fixes.add(Fix.of(FixKind.LOG_SOFTMAX, new Edit.SetRecipe(RecipeFacts.with(experiment, logSoftmax))));
            Recipe crossEntropy = new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS);
            fixes.add(Fix.of(FixKind.CROSS_ENTROPY, new Edit.SetRecipe(crossEntropy)));
        }
        return new Finding(
                kind, Severity.ERROR, new Outcome.SilentlyWrong(), List.of(arguments), MarkedCells.none(), fixes);
    }

    /** The sums over the classes, of the values or of their exponentials. */
    private record Sums(double least, double leastSum, double greatestSum) {
        static Sums of(Tensor x, boolean powers) {
            Nchw layout = Nchw.of(x.shape());
            double least = Double.POSITIVE_INFINITY;
            double leastSum = Double.POSITIVE_INFINITY;
            double greatestSum = Double.NEGATIVE_INFINITY;
            for (int n = 0; n < layout.images(); n++) {
                for (int cell = 0; cell < layout.planeSize(); cell++) {
                    double sum = 0;
                    for (int c = 0; c < layout.classes(); c++) {
                        double value = x.inPlane(layout.plane(n, c), cell);
                        sum += powers ? Math.exp(value) : value;
                        least = Math.min(least, value);
                    }
                    leastSum = Math.min(leastSum, sum);
                    greatestSum = Math.max(greatestSum, sum);
                }
            }
            return new Sums(least, leastSum, greatestSum);
        }

        boolean areOne() {
            return Math.abs(leastSum - 1) < TOLERANCE && Math.abs(greatestSum - 1) < TOLERANCE;
        }
    }
}
