package lossgrid.model.finding.rule.recipe;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.ArgMax;
import lossgrid.model.encoding.Cast;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.OneHotCheck;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/**
 * Notes a binary loss over two channels whose targets exclude one another: one 1 at every pixel. A binary loss is meant
 * for two channels that can both be 1: several labels for a pixel.
 */
public final class TwoChannelBceRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        MaskFacts facts = mask.facts();
        if (!experiment.isBinary()
                || experiment.channels() != 2
                || !facts.shape().equals(experiment.logits().shape())
                || !OneHotCheck.isPossible(facts, 2)
                || !OneHotCheck.isAlong(facts.labels(), 1)) {
            return Optional.empty();
        }
        Experiment corrected = experiment
                .withRecipe(new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS))
                .withOptions(experiment.options().withWeight(null));
        List<Edit> edits = List.of(
                new Edit.SetRecipe(corrected.recipe()),
                new Edit.SetOptions(corrected.options()),
                EncodingFixes.append(mask, analysis, corrected, new Cast(DType.INT64), new ArgMax(1)));
        return Optional.of(new Finding(
                FindingKind.TWO_CHANNEL_BCE,
                Severity.NOTE,
                new Outcome.Harmless(),
                List.of(new Argument.Code(RecipeFacts.lossName(experiment))),
                MarkedCells.none(),
                List.of(Fix.of(FixKind.CROSS_ENTROPY, edits))));
    }
}
