package lossgrid.model.finding;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.Activation;
import lossgrid.model.Analysis;
import lossgrid.model.Edit;
import lossgrid.model.EncodingStep;
import lossgrid.model.Experiment;
import lossgrid.model.LossKind;
import lossgrid.model.Recipe;

/**
 * Notes a binary loss over two channels whose targets exclude one another: one 1 at every pixel. Two channels that can both be 1, several labels for a
 * pixel, are what a binary loss is for.
 */
final class TwoChannelBce implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, Mask mask) {
        Experiment experiment = analysis.experiment();
        MaskFacts facts = mask.facts();
        if (!experiment.isBinary()
                || experiment.channels() != 2
                || !facts.shape().equals(experiment.logits().shape())
                || !OneHots.isPossible(facts, 2)
                || !OneHots.isAlong(facts.labels(), 1)) {
            return Optional.empty();
        }
        Experiment mended = experiment
                .withRecipe(new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS))
                .withOptions(experiment.options().withWeight(null));
        List<Edit> edits = List.of(
                new Edit.SetRecipe(mended.recipe()),
                new Edit.SetOptions(mended.options()),
                Chain.append(mask, analysis, mended, new EncodingStep.Cast(DType.INT64), new EncodingStep.ArgMax(1)));
        return Optional.of(new Finding(
                FindingKind.TWO_CHANNEL_BCE,
                Severity.NOTE,
                new Outcome.Harmless(),
                List.of(new Argument.Code(Recipes.lossName(experiment))),
                Marks.none(),
                List.of(Fix.of(FixKind.CROSS_ENTROPY, edits))));
    }
}
