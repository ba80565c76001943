package lossgrid.model.finding.rule.recipe;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.BatchMeans;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Notes that the mean of each image's mean differs from the loss: images have different numbers of counted pixels, or
 * weights.
 */
public final class MeanOfMeansRule implements Rule.OfExperiment {
    private static final double TOLERANCE = 1e-5;

    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        return analysis.loss()
                .value()
                .flatMap(loss -> BatchMeans.of(analysis, loss))
                .filter(MeanOfMeansRule::differs)
                .map(means -> new Finding(
                        FindingKind.MEAN_OF_MEANS,
                        Severity.NOTE,
                        new Outcome.Harmless(),
                        List.of(new Argument.Figure(means.ofMeans()), new Argument.Figure(means.overAll())),
                        MarkedCells.none(),
                        List.of()));
    }

    private static boolean differs(BatchMeans means) {
        double scale = Math.max(Math.abs(means.overAll()), 1);
        return means.batches().size() > 1
                && !means.sameDenominators()
                && !Double.isNaN(means.overAll())
                && !(Math.abs(means.difference()) <= TOLERANCE * scale);
    }
}
