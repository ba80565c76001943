package lossgrid.model.finding.rule.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Permute;
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
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when a binary loss over several channels gets a whole number for each pixel, {@code [N, H, W]}, {@code [N, 1,
 * H, W]} or {@code [H, W]}.
 */
public final class IndicesForOneHotRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        if (!applies(analysis, mask)) {
            return Optional.empty();
        }
        List<Fix> fixes = new ArrayList<>();
        fixes.add(Fix.of(FixKind.ONE_HOT, EncodingFixes.append(mask, oneHot(mask, experiment))));
        Experiment other = experiment.withRecipe(new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS));
        List<Edit> edits = List.of(new Edit.SetRecipe(other.recipe()), EncodingFixes.append(mask, analysis, other));
        fixes.add(Fix.of(FixKind.CROSS_ENTROPY, edits));
        return Optional.of(new Finding(
                FindingKind.INDICES_FOR_ONE_HOT,
                Severity.ERROR,
                FindingOutcomes.ofShape(
                        analysis, mask.facts().shape(), mask.facts().dtype()),
                List.of(
                        new Argument.Sizes(mask.facts().shape()),
                        new Argument.Code(RecipeFacts.lossName(experiment)),
                        new Argument.Sizes(experiment.logits().shape())),
                MarkedCells.none(),
                fixes));
    }

    /** Whether the rule fires. */
    static boolean applies(Analysis analysis, MaskEvidence mask) {
        Shape logits = analysis.experiment().logits().shape();
        Shape shape = mask.facts().shape();
        boolean plane = shape.equals(logits.remove(0).remove(0));
        return analysis.experiment().isBinary()
                && logits.dim(Nchw.CLASS_DIM) > 1
                && mask.facts().isWhole()
                && (shape.equals(logits.remove(Nchw.CLASS_DIM))
                        || shape.equals(logits.with(Nchw.CLASS_DIM, 1))
                        || plane);
    }

    private static EncodingStep[] oneHot(MaskEvidence mask, Experiment experiment) {
        Shape shape = mask.facts().shape();
        List<EncodingStep> steps = new ArrayList<>();
        steps.add(new Cast(DType.INT64));
        if (shape.rank() == experiment.logits().shape().rank()) {
            steps.add(new Squeeze(1));
        } else if (shape.rank() == 2) {
            steps.add(new Unsqueeze(0));
        }
        steps.add(new OneHot(experiment.channels()));
        steps.add(new Permute(List.of(0, 3, 1, 2)));
        return steps.toArray(EncodingStep[]::new);
    }
}
