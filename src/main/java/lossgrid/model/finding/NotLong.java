package lossgrid.model.finding;

import java.util.List;
import java.util.Optional;
import lossgrid.core.DType;
import lossgrid.model.EncodingStep;

/** Fires when labels that are class indices are of another type than int64 and the loss refuses them for it. Never for a file. */
final class NotLong implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(Mask mask) {
        DType dtype = mask.facts().dtype();
        if (mask.context().wanted() != Wanted.INDICES
                || dtype == DType.INT64
                || !(Probe.of(mask.context()).dtype(Wanted.INDICES, dtype) instanceof Outcome.Raises refusal)) {
            return Optional.empty();
        }
        Fix cast = Fix.of(
                FixKind.CAST, Chain.append(mask, new EncodingStep.Cast(DType.INT64)), new Argument.Type(DType.INT64));
        return Optional.of(new Finding(
                FindingKind.NOT_LONG,
                Severity.ERROR,
                refusal,
                List.of(new Argument.Type(dtype), new Argument.Code(Recipes.lossName(mask.context()))),
                Marks.none(),
                List.of(cast)));
    }
}
