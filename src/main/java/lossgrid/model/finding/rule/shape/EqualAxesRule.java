package lossgrid.model.finding.rule.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Notes that the numbers of rows, columns or, if there are several, channels are equal, so that a transposed mask or a
 * weight along the wrong axis would run. Equal rows and columns are noted only for small grids: images are often
 * square.
 */
public final class EqualAxesRule implements Rule.OfExperiment {
    private static final int SMALL = 32;

    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        String equal = equal(experiment.channels(), experiment.height(), experiment.width());
        if (equal.isEmpty()) {
            return Optional.empty();
        }
        Shape logits = experiment.logits().shape();
        return Optional.of(new Finding(
                FindingKind.EQUAL_AXES,
                Severity.NOTE,
                new Outcome.Harmless(),
                List.of(new Argument.Code(equal), new Argument.Sizes(logits)),
                MarkedCells.none(),
                List.of()));
    }

    private static String equal(int channels, int height, int width) {
        boolean square = height == width && height > 1;
        List<String> names = new ArrayList<>();
        if (channels > 1 && channels == height) {
            names.add("C = H");
        }
        if (channels > 1 && channels == width) {
            names.add("C = W");
        }
        if (names.size() == 2) {
            return "C = H = W = " + width;
        }
        if (square && height <= SMALL) {
            names.add("H = W");
        }
        return names.isEmpty()
                ? ""
                : names.getFirst() + " = " + (names.getFirst().endsWith("H") ? height : width);
    }
}
