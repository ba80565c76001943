package lossgrid.model.finding.rule;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Marks;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.Wanted;
import lossgrid.model.finding.evidence.Chain;
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.Outcomes;
import lossgrid.model.finding.evidence.Probe;
import lossgrid.model.finding.evidence.Recipes;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when labels that are class indices are of another type than int64 and the loss, or a one-hot step, refuses them for it. Never for a file, and
 * not for labels that another rule knows to be one-hot, colours or logits.
 */
final class NotLong implements Rule.OfLabels {
    private static final int RANK = 4;

    @Override
    public Optional<Finding> find(Mask mask) {
        DType dtype = mask.facts().dtype();
        if (dtype == DType.INT64 || !mask.reading().areTargets()) {
            return Optional.empty();
        }
        return refusal(mask, dtype)
                .map(refusal -> new Finding(
                        FindingKind.NOT_LONG,
                        Severity.ERROR,
                        refusal,
                        List.of(new Argument.Type(dtype), new Argument.Code(taker(mask))),
                        Marks.none(),
                        List.of(Fix.of(
                                FixKind.CAST,
                                Chain.append(mask, new EncodingStep.Cast(DType.INT64)),
                                new Argument.Type(DType.INT64)))));
    }

    private static Optional<Outcome.Raises> refusal(Mask mask, DType dtype) {
        if (isOneHotRefused(mask)) {
            return mask.context().analysis().flatMap(Outcomes::refusal);
        }
        Shape shape = mask.facts().shape();
        boolean indices = mask.context().wanted() == Wanted.INDICES
                && (shape.rank() < RANK || shape.dim(1) == 1)
                && mask.context()
                        .analysis()
                        .filter(analysis -> !OneHotForIndices.applies(analysis, mask))
                        .isPresent();
        return indices && Probe.of(mask.context()).dtype(Wanted.INDICES, dtype) instanceof Outcome.Raises refusal
                ? Optional.of(refusal)
                : Optional.empty();
    }

    private static boolean isOneHotRefused(Mask mask) {
        return mask.context()
                .analysis()
                .flatMap(Chain::refused)
                .filter(EncodingStep.OneHot.class::isInstance)
                .isPresent();
    }

    private static String taker(Mask mask) {
        return isOneHotRefused(mask) ? "F.one_hot" : Recipes.lossName(mask.context());
    }
}
