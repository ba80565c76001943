package lossgrid.model.finding.rule.shape;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.MinimalExample;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when labels that are class indices are not int64 and the loss, or a one-hot step, raises for that. Never for a
 * file, and not for labels that another rule finds to be one-hot, colours or logits.
 */
public final class NotLongRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        DType dtype = mask.facts().dtype();
        if (dtype == DType.INT64 || !mask.valuePattern().areTargets()) {
            return Optional.empty();
        }
        return exception(mask, dtype)
                .map(exception -> new Finding(
                        FindingKind.NOT_LONG,
                        Severity.ERROR,
                        exception,
                        List.of(new Argument.Type(dtype), new Argument.Code(taker(mask)), usualCause(dtype)),
                        MarkedCells.none(),
                        List.of(Fix.of(
                                FixKind.CAST,
                                EncodingFixes.append(mask, new Cast(DType.INT64)),
                                new Argument.Type(DType.INT64)))));
    }

    private static Optional<Outcome.Raises> exception(MaskEvidence mask, DType dtype) {
        if (doesOneHotRaise(mask)) {
            return mask.context().analysis().flatMap(FindingOutcomes::exception);
        }
        Shape shape = mask.facts().shape();
        boolean indices = mask.context().wanted() == ExpectedTarget.INDICES
                && (shape.rank() < Nchw.RANK || shape.dim(Nchw.CLASS_DIM) == 1)
                && mask.context()
                        .analysis()
                        .filter(analysis -> !OneHotForIndicesRule.applies(analysis, mask))
                        .isPresent();
        return indices
                        && MinimalExample.of(mask.context()).dtype(ExpectedTarget.INDICES, dtype)
                                instanceof Outcome.Raises exception
                ? Optional.of(exception)
                : Optional.empty();
    }

    private static boolean doesOneHotRaise(MaskEvidence mask) {
        return mask.context()
                .analysis()
                .flatMap(EncodingFixes::thrown)
                .filter(OneHot.class::isInstance)
                .isPresent();
    }

    /** For the text: what usually gives labels of this type. */
    private static Argument usualCause(DType dtype) {
        return new Argument.Count(
                switch (dtype) {
                    case UINT8 -> 0;
                    case BOOL -> 1;
                    case INT16, INT32, INT64 -> 2;
                    case FLOAT32, FLOAT64 -> 3;
                });
    }

    private static String taker(MaskEvidence mask) {
        return doesOneHotRaise(mask) ? "F.one_hot" : RecipeFacts.lossName(mask.context());
    }
}
