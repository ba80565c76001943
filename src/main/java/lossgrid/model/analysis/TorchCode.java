package lossgrid.model.analysis;

import lossgrid.core.array.Shape;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.Recipe;

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

    /** The code for the loss of every pixel. */
    public static String loss(Experiment experiment) {
        Recipe recipe = experiment.recipe();
        String x = recipe.activation().torchCode("x");
        return switch (recipe.loss()) {
            case BCE_LOSS -> "F.binary_cross_entropy(" + x + ", y, reduction='none')";
            case BCE_WITH_LOGITS_LOSS -> "F.binary_cross_entropy_with_logits(" + x + ", y, reduction='none')";
            case NLL_LOSS -> "F.nll_loss(" + x + ", y, reduction='none')";
            case CROSS_ENTROPY_LOSS -> "F.cross_entropy(" + x + ", y, reduction='none')";
            case BY_HAND ->
                experiment.isBinary()
                        ? "-(y * torch.log(q) + (1 - y) * torch.log(1 - q))"
                        : "-(p * torch.log(q)).sum(dim=1)";
        };
    }
}
