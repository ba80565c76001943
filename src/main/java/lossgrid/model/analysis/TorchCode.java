package lossgrid.model.analysis;

import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.text.PythonLiteral;

/** The PyTorch expressions that the stages of a document stand for. */
public final class TorchCode {
    private TorchCode() {}

    /** The code for the probabilities. */
    public static String probabilities(Experiment experiment) {
        Activation activation = experiment.recipe().activation();
        return switch (activation) {
            case Activation.Sigmoid(), Activation.Softmax(var _) -> activation.torchCode("x");
            case Activation.LogSoftmax(var _) -> activation.torchCode("x") + ".exp()";
            case Activation.None() ->
                switch (experiment.recipe().loss()) {
                    case BCE_WITH_LOGITS_LOSS -> "torch.sigmoid(x)";
                    case CROSS_ENTROPY_LOSS -> "torch.softmax(x, dim=1)";
                    case NLL_LOSS -> "x.exp()";
                    case BCE_LOSS, BY_HAND -> "x";
                };
        };
    }

    /** The code for the one-hot target of labels of this shape. */
    public static String oneHot(OneHot.Origin origin, Shape labels) {
        boolean hasChannel = labels.rank() == 4;
        String index = hasChannel ? "y" : "y.unsqueeze(1)";
        return switch (origin) {
            case SCATTER -> "zeros_like(x).scatter_(1, " + index + ", 1.)";
            case SCATTER_MASKED -> "zeros_like(x).scatter_(1, " + index + ".clamp(0), keep)";
            case PAIR -> "torch.cat([y, 1 - y], dim=1)";
            case TARGET -> "y";
        };
    }

    /** The code for the gradient with respect to the logits; a loss that is not reduced is summed first. */
    public static String gradient(Experiment experiment) {
        return switch (experiment.options().reduction()) {
            case NONE -> "loss.sum().backward(); x.grad";
            case MEAN, SUM -> "loss.backward(); x.grad";
        };
    }

    /** The code for the loss of every pixel, with all options that change one of its numbers. */
    public static String loss(Analysis analysis) {
        Experiment experiment = analysis.experiment();
        Recipe recipe = experiment.recipe();
        String x = recipe.activation().torchCode("x");
        LossArguments arguments = new LossArguments(experiment);
        return switch (recipe.loss()) {
            case BCE_LOSS -> arguments.call("F.binary_cross_entropy", x);
            case BCE_WITH_LOGITS_LOSS -> arguments.call("F.binary_cross_entropy_with_logits", x);
            case NLL_LOSS -> arguments.call("F.nll_loss", x);
            case CROSS_ENTROPY_LOSS -> arguments.call("F.cross_entropy", x);
            case BY_HAND -> experiment.isBinary() ? binary(experiment) : categorical(analysis);
        };
    }

    /** The code for the reduced loss over class indices; empty for a loss of another kind. */
    static Optional<String> overIndices(Experiment experiment) {
        String x = experiment.recipe().activation().torchCode("x");
        LossArguments arguments = new LossArguments(experiment);
        Reduction reduction = experiment.options().reduction();
        return switch (experiment.recipe().loss()) {
            case NLL_LOSS -> Optional.of(arguments.call("F.nll_loss", x, reduction));
            case CROSS_ENTROPY_LOSS -> Optional.of(arguments.call("F.cross_entropy", x, reduction));
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS, BY_HAND -> Optional.empty();
        };
    }

    private static String binary(Experiment experiment) {
        LossOptions options = experiment.options();
        String on = options.posWeight() == null ? "y" : LossArguments.value("pos_weight", options.posWeight()) + " * y";
        String sum = "(" + on + " * torch.log(q) + (1 - y) * torch.log(1 - q))";
        return options.weight() == null ? "-" + sum : "-" + LossArguments.value("w", options.weight()) + " * " + sum;
    }

    private static String categorical(Analysis analysis) {
        Experiment experiment = analysis.experiment();
        LossOptions options = experiment.options();
        String smoothing = PythonLiteral.number(options.labelSmoothing());
        String share = options.labelSmoothing() == 0
                ? "p"
                : "((1 - %s) * p + %s / %d)".formatted(smoothing, smoothing, experiment.channels());
        String weight =
                options.weight() == null ? "" : LossArguments.value("w", options.weight()) + ".view(1, -1, 1, 1) * ";
        String losses = "-(" + weight + share + " * torch.log(q)).sum(dim=1)";
        return analysis.ignored().count() == 0
                ? losses
                : losses + ".masked_fill(y == " + options.ignoreIndex() + ", 0)";
    }
}
