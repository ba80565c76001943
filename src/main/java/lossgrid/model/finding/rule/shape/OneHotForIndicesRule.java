package lossgrid.model.finding.rule.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.ArgMax;
import lossgrid.model.encoding.Cast;
import lossgrid.model.finding.Argument;
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
import lossgrid.model.finding.evidence.OneHotCheck;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when labels {@code [N, C, H, W]} hold a single 1 along the classes where the loss takes indices: NLLLoss
 * always, CrossEntropyLoss and the hand-written loss unless the labels are of a floating type.
 */
public final class OneHotForIndicesRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        return applies(analysis, mask) ? Optional.of(finding(analysis, mask)) : Optional.empty();
    }

    /** Whether the rule fires. */
    static boolean applies(Analysis analysis, MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        Shape logits = analysis.experiment().logits().shape();
        boolean takesShares = analysis.experiment().recipe().loss() != LossKind.NLL_LOSS
                && facts.dtype().isFloatingPoint();
        return !analysis.experiment().isBinary()
                && !takesShares
                && analysis.experiment().channels() > 1
                && facts.shape().equals(logits)
                && OneHotCheck.isPossible(facts, logits.dim(Nchw.CLASS_DIM))
                && OneHotCheck.isAlong(facts.labels(), 1);
    }

    private static Finding finding(Analysis analysis, MaskEvidence mask) {
        Shape logits = analysis.experiment().logits().shape();
        List<Fix> fixes = new ArrayList<>();
        fixes.add(Fix.of(FixKind.ARG_MAX, EncodingFixes.append(mask, new Cast(DType.INT64), new ArgMax(1))));
        if (analysis.experiment().recipe().loss() != LossKind.NLL_LOSS) {
            fixes.add(Fix.of(
                    FixKind.CAST,
                    EncodingFixes.append(mask, new Cast(DType.FLOAT32)),
                    new Argument.Type(DType.FLOAT32)));
        }
        return new Finding(
                FindingKind.ONE_HOT_FOR_INDICES,
                Severity.ERROR,
                FindingOutcomes.ofShape(
                        analysis, mask.facts().shape(), mask.facts().dtype()),
                List.of(
                        new Argument.Sizes(logits),
                        new Argument.Code(RecipeFacts.lossName(analysis.experiment())),
                        new Argument.Sizes(logits.remove(Nchw.CLASS_DIM))),
                MarkedCells.none(),
                fixes);
    }
}
