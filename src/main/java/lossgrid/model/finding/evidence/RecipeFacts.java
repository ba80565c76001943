package lossgrid.model.finding.evidence;

import lossgrid.core.array.Nchw;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.finding.MaskContext;

/** The facts about a recipe that several rules read. */
public final class RecipeFacts {
    private RecipeFacts() {}

    public static Recipe with(Experiment experiment, Activation activation) {
        return new Recipe(activation, experiment.recipe().loss());
    }

    /** The activation's name in PyTorch. */
    public static String name(Activation activation) {
        return switch (activation) {
            case Activation.None() -> "none";
            case Activation.Sigmoid() -> "sigmoid";
            case Activation.Softmax(var _) -> "softmax";
            case Activation.LogSoftmax(var _) -> "log_softmax";
        };
    }

    /**
     * The loss's name in PyTorch; for a hand-written loss that of the loss with its formula; for a file
     * CrossEntropyLoss.
     */
    public static String lossName(MaskContext context) {
        return context.analysis()
                .map(analysis -> lossName(analysis.experiment()))
                .orElse(LossKind.CROSS_ENTROPY_LOSS.torchName());
    }

    public static String lossName(Experiment experiment) {
        LossKind loss = experiment.recipe().loss();
        return loss == LossKind.BY_HAND
                ? (experiment.isBinary() ? "−[y·log q + (1−y)·log(1−q)]" : "scatter_")
                : loss.torchName();
    }

    public static boolean isClassDim(int dim) {
        return Nchw.isClassDim(dim);
    }

    /** Whether the activation runs along another dimension than that of the classes. */
    public static boolean isWrongDim(Experiment experiment) {
        return switch (experiment.recipe().activation()) {
            case Activation.Softmax(int dim) -> !isClassDim(dim);
            case Activation.LogSoftmax(int dim) -> !isClassDim(dim);
            case Activation.None(), Activation.Sigmoid() -> false;
        };
    }

    /** Whether the activation's output lies in 0…1. */
    public static boolean givesProbabilities(Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid(), Activation.Softmax(var _) -> true;
            case Activation.None(), Activation.LogSoftmax(var _) -> false;
        };
    }
}
