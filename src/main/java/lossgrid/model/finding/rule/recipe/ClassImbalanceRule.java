package lossgrid.model.finding.rule.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.OptionName;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.ClassCounts;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Notes a class that has less than a fifth of the pixels and less than a fifth of another's, where nothing is weighted
 * yet; only with 16 pixels or more.
 */
public final class ClassImbalanceRule implements Rule.OfExperiment {
    private static final double MOST_SHARE = 0.2;
    private static final double LEAST_RATIO = 5;
    private static final int LEAST_PIXELS = 16;

    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        boolean weighted = experiment.options().weight() != null
                || (OptionName.POS_WEIGHT.isRead(experiment)
                        && experiment.options().posWeight() != null);
        boolean oneAnswer = !experiment.isBinary() || experiment.channels() == 1;
        if (weighted || !oneAnswer) {
            return Optional.empty();
        }
        return ClassCounts.of(mask)
                .filter(counts -> counts.total() >= LEAST_PIXELS
                        && counts.share(counts.rare()) < MOST_SHARE
                        && counts.ratio() >= LEAST_RATIO)
                .map(counts -> finding(mask, experiment, counts));
    }

    private static Finding finding(MaskEvidence mask, Experiment experiment, ClassCounts counts) {
        boolean binary = experiment.isBinary();
        Tensor weight = binary
                ? Tensor.vector(ClassCounts.rounded(
                        (double) counts.counts().get(0) / counts.counts().get(1)))
                : counts.balanced();
        Argument name = new Argument.Code(binary ? OptionName.POS_WEIGHT.torchName() : OptionName.WEIGHT.torchName());
        return new Finding(
                FindingKind.CLASS_IMBALANCE,
                Severity.NOTE,
                new Outcome.Harmless(),
                List.of(
                        new Argument.Share(counts.share(counts.rare())),
                        new Argument.Value(counts.rare()),
                        new Argument.Value(counts.frequent()),
                        new Argument.Figure(counts.ratio()),
                        name,
                        figures(weight)),
                mask.facts().marks(value -> value == counts.rare()),
                List.of(Fix.of(FixKind.BALANCED_WEIGHT, edits(experiment, weight), name, figures(weight))));
    }

    /** The edits that set {@code weight}; BCELoss has no pos_weight, so the loss is replaced by that on logits. */
    private static List<Edit> edits(Experiment experiment, Tensor weight) {
        if (!experiment.isBinary()) {
            return List.of(new Edit.SetOptions(experiment.options().withWeight(weight)));
        }
        List<Edit> out = new ArrayList<>();
        if (experiment.recipe().loss() == LossKind.BCE_LOSS) {
            out.add(new Edit.SetRecipe(new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS)));
        }
        out.add(new Edit.SetOptions(experiment.options().withPosWeight(weight)));
        return out;
    }

    static Argument.Figures figures(Tensor weight) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < weight.size(); i++) {
            values.add((double) weight.at(i));
        }
        return new Argument.Figures(values);
    }
}
