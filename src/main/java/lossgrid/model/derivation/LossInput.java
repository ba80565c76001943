package lossgrid.model.derivation;

import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;

/**
 * The input of a recipe's loss, and the loss's interpretation of it.
 *
 * @param source the function that gives the probabilities q from the logits
 * @param symbol the symbol of the loss's input
 * @param own the normalization that the loss applies itself, after the recipe's activation
 */
record LossInput(Source source, String symbol, Own own) {
    /** The function that gives q from x. */
    sealed interface Source {
        record Sigmoid() implements Source {}

        record Softmax(int dim) implements Source {}

        /** The loss treats x as probabilities. */
        record Same() implements Source {}

        /** The loss treats x as logarithms. */
        record None() implements Source {}
    }

    /** A second normalization, which turns the loss's input into q′. */
    enum Own {
        NOTHING,
        SIGMOID,
        SOFTMAX
    }

    static LossInput of(Experiment experiment) {
        LossKind loss = experiment.recipe().loss();
        Own own =
                switch (loss) {
                    case BCE_WITH_LOGITS_LOSS -> Own.SIGMOID;
                    case CROSS_ENTROPY_LOSS -> Own.SOFTMAX;
                    case NLL_LOSS, BCE_LOSS, BY_HAND -> Own.NOTHING;
                };
        return switch (experiment.recipe().activation()) {
            case Activation.Sigmoid() -> new LossInput(new Source.Sigmoid(), "q", own);
            case Activation.Softmax(int dim) -> new LossInput(new Source.Softmax(dim), "q", own);
            case Activation.LogSoftmax(int dim) -> new LossInput(new Source.Softmax(dim), "\\log q", own);
            case Activation.None() -> new LossInput(sourceOf(loss), "x", Own.NOTHING);
        };
    }

    private static Source sourceOf(LossKind loss) {
        return switch (loss) {
            case BCE_WITH_LOGITS_LOSS -> new Source.Sigmoid();
            case CROSS_ENTROPY_LOSS -> new Source.Softmax(1);
            case NLL_LOSS -> new Source.None();
            case BCE_LOSS, BY_HAND -> new Source.Same();
        };
    }

    boolean isLogarithm() {
        return symbol.startsWith("\\log");
    }

    /** The symbol of the probabilities in the loss's formula. */
    String probability() {
        return own == Own.NOTHING ? "q" : "q'";
    }

    /** Whether one channel's q depends on its own logit only. */
    boolean isPerChannel() {
        return switch (source) {
            case Source.Softmax(var _) -> false;
            case Source.Sigmoid(), Source.Same(), Source.None() -> true;
        };
    }
}
