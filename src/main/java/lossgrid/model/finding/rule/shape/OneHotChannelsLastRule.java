package lossgrid.model.finding.rule.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.ArgMax;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Permute;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.MinimalExample;
import lossgrid.model.finding.evidence.OneHotCheck;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when labels {@code [N, H, W, C]} or {@code [H, W, C]} hold a single 1 along the last dimension, and the loss
 * does not accept that shape. Where all sizes agree by chance, it needs a target that is not a distribution over
 * dimension 1, or for a binary loss a one-hot step in the chain whose dimensions no later step reorders. For a file, it
 * is only noted.
 */
public final class OneHotChannelsLastRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        Shape shape = facts.shape();
        int classes = shape.fromEnd(0);
        boolean ranked = shape.rank() == Nchw.RANK || shape.rank() == Nchw.PIXELS_RANK;
        if (!ranked
                || classes < 2
                || mask.valuePattern() == ValuePattern.COLORS
                || !OneHotCheck.isPossible(facts, classes)) {
            return Optional.empty();
        }
        Optional<Analysis> analysis = mask.context().analysis();
        boolean applies = analysis.map(document -> isMisplaced(mask, document))
                .orElseGet(() -> shape.rank() == Nchw.PIXELS_RANK
                        && classes == mask.context().classes());
        if (!applies || !OneHotCheck.isAlong(facts.labels(), shape.rank() - 1)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FindingKind.ONE_HOT_CHANNELS_LAST,
                analysis.isEmpty() ? Severity.NOTE : Severity.ERROR,
                analysis.map(document -> FindingOutcomes.ofShape(document, shape, facts.dtype()))
                        .orElseGet(() -> MinimalExample.of(mask.context()).rank()),
                List.of(new Argument.Sizes(shape)),
                MarkedCells.none(),
                fixes(mask)));
    }

    private static boolean isMisplaced(MaskEvidence mask, Analysis analysis) {
        Shape logits = analysis.experiment().logits().shape();
        Shape shape = mask.facts().shape();
        Shape full = shape.rank() == Nchw.RANK ? shape : shape.insert(0, 1);
        Shape wanted = logits.remove(Nchw.CLASS_DIM).insert(Nchw.PIXELS_RANK, logits.dim(Nchw.CLASS_DIM));
        if (!full.equals(wanted)) {
            return false;
        }
        if (!shape.equals(logits)) {
            return !shape.equals(logits.remove(Nchw.CLASS_DIM)) || hasLooseOneHot(analysis);
        }
        LabelArray labels = mask.facts().labels();
        return !OneHotCheck.isAlong(labels, 1)
                && (mask.context().wanted() == ExpectedTarget.DISTRIBUTION || hasLooseOneHot(analysis));
    }

    /** Whether the chain makes one-hot labels and leaves their classes in the last dimension. */
    private static boolean hasLooseOneHot(Analysis analysis) {
        boolean loose = false;
        for (EncodingStep step : analysis.experiment().encoding()) {
            loose = step instanceof OneHot || (loose && !(step instanceof Permute));
        }
        return loose;
    }

    private static List<Fix> fixes(MaskEvidence mask) {
        List<Fix> out = new ArrayList<>();
        boolean batched = mask.facts().shape().rank() == Nchw.RANK;
        List<Integer> order = batched ? List.of(0, 3, 1, 2) : List.of(2, 0, 1);
        boolean indices = mask.context().wanted() != ExpectedTarget.BINARY;
        Fix argMax = Fix.of(FixKind.ARG_MAX, EncodingFixes.append(mask, new Cast(DType.INT64), new ArgMax(-1)));
        Fix permute = Fix.of(FixKind.CHANNELS_FIRST, EncodingFixes.append(mask, new Permute(order)));
        boolean nll = mask.context()
                .analysis()
                .map(a -> a.experiment().recipe().loss() == LossKind.NLL_LOSS)
                .orElse(true);
        if (indices) {
            out.add(argMax);
        }
        if (!nll) {
            out.add(permute);
        }
        return out;
    }
}
