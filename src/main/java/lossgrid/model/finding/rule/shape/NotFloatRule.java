package lossgrid.model.finding.rule.shape;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.encoding.Cast;
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
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.MinimalExample;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when targets that are a number for each logit, or a share of each class, are of a type for which the loss
 * raises: any but float32, and for some losses float64. Not for one-hot labels where indices would do.
 */
public final class NotFloatRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        DType dtype = mask.facts().dtype();
        ExpectedTarget wanted = mask.context().wanted();
        if (wanted.isIndices()
                || dtype == DType.FLOAT32
                || !mask.valuePattern().areTargets()
                || EncodingFixes.thrown(analysis).isPresent()
                || OneHotForIndicesRule.applies(analysis, mask)
                || IndicesForOneHotRule.applies(analysis, mask)
                || !(MinimalExample.of(mask.context()).dtype(wanted, dtype) instanceof Outcome.Raises exception)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FindingKind.NOT_FLOAT,
                Severity.ERROR,
                exception,
                List.of(new Argument.Type(dtype), new Argument.Code(RecipeFacts.lossName(analysis.experiment()))),
                MarkedCells.none(),
                List.of(Fix.of(
                        FixKind.CAST,
                        EncodingFixes.append(mask, new Cast(DType.FLOAT32)),
                        new Argument.Type(DType.FLOAT32)))));
    }
}
