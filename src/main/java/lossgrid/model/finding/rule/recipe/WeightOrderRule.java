package lossgrid.model.finding.rule.recipe;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.ClassCounts;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when a loss over three or more classes weighs each class by its share of the pixels: the frequency, where its
 * inverse is usual. Only notes that the most frequent class weighs half as much again as the rarest and has twice the
 * pixels or more, since that may be intended.
 */
public final class WeightOrderRule implements Rule.OfExperiment {
    private static final double MORE_WEIGHT = 1.5;
    private static final double MORE_PIXELS = 2;
    private static final double TOLERANCE = 0.01;
    private static final int LEAST_CLASSES = 3;
    private static final int LEAST_PIXELS = 16;

    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        Tensor weight = experiment.options().weight();
        if (weight == null || experiment.isBinary() || weight.size() != experiment.channels()) {
            return Optional.empty();
        }
        return ClassCounts.of(mask)
                .filter(counts -> isUpsideDown(counts, weight))
                .map(counts -> {
                    boolean frequency = isFrequency(counts, weight);
                    Tensor balanced = counts.balanced();
                    Fix fix = Fix.of(
                            FixKind.BALANCED_WEIGHT,
                            new Edit.SetOptions(experiment.options().withWeight(balanced)),
                            new Argument.Code("weight"),
                            ClassImbalanceRule.figures(balanced));
                    return new Finding(
                            FindingKind.WEIGHT_ORDER,
                            frequency ? Severity.WARNING : Severity.NOTE,
                            frequency ? new Outcome.SilentlyWrong() : new Outcome.Harmless(),
                            arguments(counts, weight),
                            MarkedCells.none(),
                            List.of(fix));
                });
    }

    private static boolean isUpsideDown(ClassCounts counts, Tensor weight) {
        return weight.at(counts.frequent()) >= MORE_WEIGHT * weight.at(counts.rare())
                && weight.at(counts.rare()) >= 0
                && counts.ratio() >= MORE_PIXELS;
    }

    /** Whether the weights of the classes that occur are in proportion to their pixels. */
    private static boolean isFrequency(ClassCounts counts, Tensor weight) {
        if (counts.present() < LEAST_CLASSES || counts.total() < LEAST_PIXELS) {
            return false;
        }
        double scale = weight.at(counts.frequent()) / counts.share(counts.frequent());
        for (int c = 0; c < weight.size(); c++) {
            double expected = counts.share(c) * scale;
            if (counts.counts().get(c) > 0 && Math.abs(weight.at(c) - expected) > TOLERANCE * expected) {
                return false;
            }
        }
        return true;
    }

    private static List<Argument> arguments(ClassCounts counts, Tensor weight) {
        return List.of(
                new Argument.Value(counts.frequent()),
                new Argument.Share(counts.share(counts.frequent())),
                new Argument.Figure(weight.at(counts.frequent())),
                new Argument.Value(counts.rare()),
                new Argument.Share(counts.share(counts.rare())),
                new Argument.Figure(weight.at(counts.rare())));
    }
}
