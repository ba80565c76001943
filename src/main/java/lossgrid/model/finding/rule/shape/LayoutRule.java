package lossgrid.model.finding.rule.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Resize;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Unsqueeze;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when labels have the right pixels in a shape that the loss does not accept: an extra channel dimension of 1 for
 * indices, a missing one for a binary loss of one channel, no batch dimension; or rows and columns that differ from the
 * logits', perhaps swapped. Not where a hand-written loss broadcasts to the right number, and not where another rule
 * explains the shape.
 */
public final class LayoutRule implements Rule.OfExperiment {

    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        Shape shape = mask.facts().shape();
        Shape logits = experiment.logits().shape();
        if (!mask.valuePattern().areTargets()
                || shape.rank() < 2
                || shape.equals(logits)
                || runsRight(analysis)
                || (experiment.isBinary()
                        && experiment.channels() > 1
                        && shape.equals(logits.remove(Nchw.CLASS_DIM)))) {
            return Optional.empty();
        }
        return experiment.isBinary() ? forLogits(analysis, mask, logits) : forPixels(analysis, mask, logits);
    }

    /** Whether a hand-written loss gives the right number because a single image broadcasts. */
    private static boolean runsRight(Analysis analysis) {
        return analysis.loss()
                .value()
                .filter(loss -> !analysis.experiment().isBinary()
                        || loss.pixels() == analysis.experiment().logits().size())
                .isPresent();
    }

    private static Optional<Finding> forPixels(Analysis analysis, MaskEvidence mask, Shape logits) {
        Shape shape = mask.facts().shape();
        Shape pixels = logits.remove(Nchw.CLASS_DIM);
        if (shape.equals(pixels)) {
            return Optional.empty();
        }
        if (shape.equals(logits.with(Nchw.CLASS_DIM, 1))) {
            Fix fix = Fix.of(FixKind.REMOVE_CHANNEL, EncodingFixes.append(mask, new Squeeze(1)));
            return Optional.of(finding(analysis, mask, FindingKind.CHANNEL_KEPT, pixels, List.of(fix)));
        }
        if (shape.rank() == 2 && shape.insert(0, logits.dim(0)).equals(pixels)) {
            return Optional.of(finding(analysis, mask, FindingKind.BATCH_MISSING, pixels, batch(mask, logits)));
        }
        boolean images = isOf(logits.dim(0), shape, pixels.rank());
        return images ? Optional.of(resized(analysis, mask, pixels)) : Optional.empty();
    }

    /**
     * Whether these are the pixels of as many images, of any size: {@code [N, h, w]}, {@code [N, 1, h, w]}, or {@code
     * [h, w]} for one.
     */
    private static boolean isOf(int images, Shape shape, int rank) {
        boolean single = shape.rank() == 2 && images == 1;
        boolean kept = shape.rank() == Nchw.RANK && shape.dim(Nchw.CLASS_DIM) == 1;
        return single || ((kept || shape.rank() == rank) && shape.dim(0) == images);
    }

    private static Optional<Finding> forLogits(Analysis analysis, MaskEvidence mask, Shape logits) {
        Shape shape = mask.facts().shape();
        boolean one = logits.dim(Nchw.CLASS_DIM) == 1;
        if (one && shape.equals(logits.remove(Nchw.CLASS_DIM))) {
            Fix fix = Fix.of(FixKind.ADD_CHANNEL, EncodingFixes.append(mask, new Unsqueeze(1)));
            return Optional.of(finding(analysis, mask, FindingKind.CHANNEL_MISSING, logits, List.of(fix)));
        }
        boolean plane = one && shape.equals(logits.remove(0).remove(0));
        if (shape.equals(logits.remove(0)) || plane) {
            return Optional.of(finding(analysis, mask, FindingKind.BATCH_MISSING, logits, batch(mask, logits)));
        }
        boolean every = shape.rank() == Nchw.RANK
                && shape.dim(0) == logits.dim(0)
                && shape.dim(Nchw.CLASS_DIM) == logits.dim(Nchw.CLASS_DIM);
        boolean images = every || (one && isOf(logits.dim(0), shape, Nchw.PIXELS_RANK));
        return images ? Optional.of(resized(analysis, mask, logits)) : Optional.empty();
    }

    /** The fix that makes a single mask a batch of one; for more images than masks there is none. */
    private static List<Fix> batch(MaskEvidence mask, Shape logits) {
        return logits.dim(0) == 1
                ? List.of(Fix.of(FixKind.ADD_BATCH, EncodingFixes.append(mask, new Unsqueeze(0))))
                : List.of();
    }

    private static Finding resized(Analysis analysis, MaskEvidence mask, Shape wanted) {
        Shape shape = mask.facts().shape();
        int height = wanted.fromEnd(1);
        int width = wanted.fromEnd(0);
        List<Fix> fixes = new ArrayList<>();
        if (shape.fromEnd(0) == height && shape.fromEnd(1) == width) {
            fixes.add(Fix.of(FixKind.SWAP_AXES, EncodingFixes.append(mask, new Permute(swapped(shape.rank())))));
        }
        fixes.add(Fix.of(
                FixKind.RESIZE,
                EncodingFixes.append(mask, new Resize(height, width)),
                new Argument.Value(height),
                new Argument.Value(width)));
        return finding(analysis, mask, FindingKind.SIZE_MISMATCH, wanted, fixes);
    }

    private static List<Integer> swapped(int rank) {
        List<Integer> out = new ArrayList<>();
        for (int d = 0; d < rank - 2; d++) {
            out.add(d);
        }
        out.add(rank - 1);
        out.add(rank - 2);
        return out;
    }

    private static Finding finding(
            Analysis analysis, MaskEvidence mask, FindingKind kind, Shape wanted, List<Fix> fixes) {
        Shape shape = mask.facts().shape();
        List<Argument> arguments = new ArrayList<>(List.of(new Argument.Sizes(shape)));
        if (kind == FindingKind.SIZE_MISMATCH) {
            arguments.add(new Argument.Sizes(analysis.experiment().logits().shape()));
        }
        arguments.add(new Argument.Sizes(wanted));
        return new Finding(
                kind, Severity.ERROR, FindingOutcomes.ofShape(analysis, shape), arguments, MarkedCells.none(), fixes);
    }
}
