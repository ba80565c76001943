package lossgrid.model.analysis;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.Losses;
import lossgrid.core.loss.ProbabilityStorage;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;

/**
 * A document's loss, in the one computation that {@link IncrementalAnalysis} goes on from, and what it takes for
 * probabilities.
 */
final class LossComputation {
    private LossComputation() {}

    static Stage<ActivatedLoss> of(
            Experiment experiment,
            Stage<Tensor> activated,
            Stage<LabelArray> encoded,
            Stage<OneHot> oneHot,
            Analysis.Ignored ignored) {
        Optional<Tensor> input = activated.value();
        Optional<LabelArray> target = encoded.value();
        if (input.isEmpty() || target.isEmpty()) {
            return Stage.absent();
        }
        return switch (experiment.recipe().loss()) {
            case CROSS_ENTROPY_LOSS, BCE_WITH_LOGITS_LOSS -> ofLogits(experiment, input.get(), target.get());
            case BCE_LOSS, NLL_LOSS -> ofProbabilities(experiment, input.get(), target.get());
            case BY_HAND -> byHand(experiment, probabilities(experiment, activated), target.get(), oneHot, ignored);
        };
    }

    private static Stage<ActivatedLoss> ofLogits(Experiment experiment, Tensor x, LabelArray y) {
        LossOptions options = experiment.options();
        boolean isBinary = experiment.recipe().loss() == LossKind.BCE_WITH_LOGITS_LOSS;
        return Stage.of(() -> {
            ActivatedLoss pass = isBinary
                    ? Losses.sigmoidCrossEntropy(x, y, options.weight(), options.posWeight(), options.reduction())
                    : Losses.softmaxCrossEntropy(
                            x,
                            y,
                            options.weight(),
                            options.ignoreIndex(),
                            options.labelSmoothing(),
                            options.reduction(),
                            hasProbabilities(experiment.recipe())
                                    ? ProbabilityStorage.of(x.shape())
                                    : ProbabilityStorage.VIEWED);
            return hasProbabilities(experiment.recipe()) ? pass : pass.withoutProbabilities();
        });
    }

    private static Stage<ActivatedLoss> ofProbabilities(Experiment experiment, Tensor x, LabelArray y) {
        LossOptions options = experiment.options();
        boolean isBinary = experiment.recipe().loss() == LossKind.BCE_LOSS;
        return Stage.of(() -> isBinary
                ? Losses.resumableBinaryCrossEntropy(x, y, options.weight(), options.reduction())
                : Losses.resumableNllLoss(x, y, options.weight(), options.ignoreIndex(), options.reduction()));
    }

    private static Stage<ActivatedLoss> byHand(
            Experiment experiment,
            Stage<Tensor> probabilities,
            LabelArray y,
            Stage<OneHot> oneHot,
            Analysis.Ignored ignored) {
        LossOptions options = experiment.options();
        Optional<Tensor> q = probabilities.value();
        if (q.isEmpty()) {
            return Stage.absent();
        }
        if (experiment.isBinary()) {
            return Stage.of(() -> binaryByHand(q.get(), y, options));
        }
        return oneHot.value()
                .map(p -> Stage.of(() -> categoricalByHand(q.get(), p.values(), y, options, ignored)))
                .orElseGet(Stage::absent);
    }

    private static ActivatedLoss binaryByHand(Tensor q, LabelArray y, LossOptions options) {
        return ByHandLosses.resumableBinary(q, y, options.weight(), options.posWeight(), options.reduction())
                .orElseGet(() -> new ActivatedLoss(
                        q,
                        ByHandLosses.binary(q, y, options.weight(), options.posWeight(), options.reduction()),
                        null));
    }

    private static ActivatedLoss categoricalByHand(
            Tensor q, Tensor p, LabelArray y, LossOptions options, Analysis.Ignored ignored) {
        Tensor weight = options.weight();
        double smoothing = options.labelSmoothing();
        Reduction reduction = options.reduction();
        return ByHandLosses.resumableCategorical(q, y, weight, options.ignoreIndex(), smoothing, reduction)
                .orElseGet(() -> new ActivatedLoss(
                        q, ByHandLosses.categorical(q, p, weight, ignored.toBitSet(), smoothing, reduction), null));
    }

    /** Whether what the loss takes for probabilities is what its pass has as such. */
    private static boolean hasProbabilities(Recipe recipe) {
        return switch (recipe.loss()) {
            case BCE_WITH_LOGITS_LOSS, CROSS_ENTROPY_LOSS -> recipe.activation() instanceof Activation.None;
            case BY_HAND -> true;
            case BCE_LOSS, NLL_LOSS -> false;
        };
    }

    /**
     * The numbers that the loss takes for probabilities: the activation's output ({@code e^x} of a log_softmax), or
     * without an activation what the loss makes of the logits itself. {@code BCELoss} and the formula by hand leave
     * them as they are; {@code NLLLoss} takes them for logarithms.
     */
    static Stage<Tensor> probabilities(Experiment experiment, Stage<Tensor> activated, Stage<ActivatedLoss> pass) {
        return pass.value()
                .filter(_ -> hasProbabilities(experiment.recipe()))
                .<Stage<Tensor>>map(both -> new Stage.Computed<>(both.probabilities()))
                .orElseGet(() -> probabilities(experiment, activated));
    }

    private static Stage<Tensor> probabilities(Experiment experiment, Stage<Tensor> activated) {
        Tensor x = experiment.logits();
        return switch (experiment.recipe().activation()) {
            case Activation.Sigmoid(), Activation.Softmax(var _) -> activated;
            case Activation.LogSoftmax(int dim) -> Stage.of(() -> ActivationMath.softmax(x, dim));
            case Activation.None() ->
                switch (experiment.recipe().loss()) {
                    case BCE_WITH_LOGITS_LOSS -> Stage.of(() -> ActivationMath.sigmoid(x));
                    case CROSS_ENTROPY_LOSS -> Stage.of(() -> ActivationMath.softmax(x, Nchw.CLASS_DIM));
                    case NLL_LOSS -> Stage.of(() -> ActivationMath.exp(x));
                    case BCE_LOSS, BY_HAND -> activated;
                };
        };
    }
}
