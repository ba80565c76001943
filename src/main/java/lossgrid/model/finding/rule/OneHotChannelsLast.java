package lossgrid.model.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Marks;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.Wanted;
import lossgrid.model.finding.evidence.Chain;
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.OneHots;
import lossgrid.model.finding.evidence.Outcomes;
import lossgrid.model.finding.evidence.Probe;
import lossgrid.model.finding.evidence.Reading;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when labels {@code [N, H, W, C]} or {@code [H, W, C]} hold a single 1 along the last dimension, and the loss does not want that shape. Where all
 * sizes agree by chance, it takes a target that is no distribution over dimension 1, or for a binary loss a one-hot step in the chain whose
 * dimensions no later step has put in order. Of a file, it is only noted.
 */
final class OneHotChannelsLast implements Rule.OfLabels {
    private static final int PIXEL_RANK = 3;
    private static final int RANK = 4;

    @Override
    public Optional<Finding> find(Mask mask) {
        MaskFacts facts = mask.facts();
        Shape shape = facts.shape();
        int classes = shape.fromEnd(0);
        boolean ranked = shape.rank() == RANK || shape.rank() == PIXEL_RANK;
        if (!ranked || classes < 2 || mask.reading() == Reading.COLORS || !OneHots.isPossible(facts, classes)) {
            return Optional.empty();
        }
        Optional<Analysis> analysis = mask.context().analysis();
        boolean applies = analysis.map(document -> isMisplaced(mask, document))
                .orElseGet(() ->
                        shape.rank() == PIXEL_RANK && classes == mask.context().classes());
        if (!applies || !OneHots.isAlong(facts.labels(), shape.rank() - 1)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FindingKind.ONE_HOT_CHANNELS_LAST,
                analysis.isEmpty() ? Severity.NOTE : Severity.ERROR,
                analysis.map(Outcomes::ofDocument)
                        .orElseGet(() -> Probe.of(mask.context()).rank()),
                List.of(new Argument.Sizes(shape)),
                Marks.none(),
                fixes(mask)));
    }

    private static boolean isMisplaced(Mask mask, Analysis analysis) {
        Shape logits = analysis.experiment().logits().shape();
        Shape shape = mask.facts().shape();
        Shape full = shape.rank() == RANK ? shape : shape.insert(0, 1);
        Shape wanted = Shape.of(logits.dim(0), logits.dim(2), logits.dim(3), logits.dim(1));
        if (!full.equals(wanted)) {
            return false;
        }
        if (!shape.equals(logits)) {
            return !shape.equals(logits.remove(1)) || hasLooseOneHot(analysis);
        }
        LabelArray labels = mask.facts().labels();
        return !OneHots.isAlong(labels, 1)
                && (mask.context().wanted() == Wanted.DISTRIBUTION || hasLooseOneHot(analysis));
    }

    /** Whether the chain makes one-hot labels and leaves their classes last. */
    private static boolean hasLooseOneHot(Analysis analysis) {
        boolean loose = false;
        for (EncodingStep step : analysis.experiment().encoding()) {
            loose = step instanceof EncodingStep.OneHot || (loose && !(step instanceof EncodingStep.Permute));
        }
        return loose;
    }

    private static List<Fix> fixes(Mask mask) {
        List<Fix> out = new ArrayList<>();
        boolean batched = mask.facts().shape().rank() == RANK;
        List<Integer> order = batched ? List.of(0, 3, 1, 2) : List.of(2, 0, 1);
        boolean indices = mask.context().wanted() != Wanted.BINARY;
        Fix argMax = Fix.of(
                FixKind.ARG_MAX, Chain.append(mask, new EncodingStep.Cast(DType.INT64), new EncodingStep.ArgMax(-1)));
        Fix permute = Fix.of(FixKind.CHANNELS_FIRST, Chain.append(mask, new EncodingStep.Permute(order)));
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
