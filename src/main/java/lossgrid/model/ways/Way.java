package lossgrid.model.ways;

import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Stage;

/**
 * One correct way to compute a loss.
 *
 * @param expression the PyTorch code, with its options
 */
public record Way(Kind kind, String expression, Outcome outcome) {
    /** The ways; each is a different computation in the core. */
    public enum Kind {
        BINARY_BY_HAND("−[y·log q + (1−y)·log(1−q)]"),
        BCE_OF_SIGMOID("BCELoss(sigmoid(x), y)"),
        BCE_WITH_LOGITS("BCEWithLogitsLoss(x, y)"),
        /** One channel as two, the first of them zero. */
        CROSS_ENTROPY_OF_PAIR("CrossEntropyLoss([0, x], y)"),
        BY_HAND("−Σ p·log q"),
        NLL_OF_LOG_SOFTMAX("NLLLoss(log_softmax(x), y)"),
        CROSS_ENTROPY("CrossEntropyLoss(x, y)"),
        /** Two channels as one: softmax is the sigmoid of the difference. */
        BCE_OF_DIFFERENCE("BCEWithLogitsLoss(x₁ − x₀, y)");

        private final String shortForm;

        Kind(String shortForm) {
            this.shortForm = shortForm;
        }

        /** The way as a short formula. */
        public String shortForm() {
            return shortForm;
        }

        public boolean isByHand() {
            return this == BINARY_BY_HAND || this == BY_HAND;
        }
    }

    /** The reason why a way cannot express the document's loss. */
    public enum Obstacle {
        /** {@code NLLLoss} has no label_smoothing. */
        NO_LABEL_SMOOTHING,
        /** {@code NLLLoss} takes class indices alone. */
        NO_PROBABILITIES,
        /** {@code BCELoss} has no pos_weight; its weight can replace it only where the target is 0 or 1. */
        NO_POS_WEIGHT,
        /** Target and logits do not have the same pixels; broadcasting would pair them wrongly without an error. */
        SHAPES_DIFFER
    }

    /** The outcome of a way. */
    public sealed interface Outcome {
        /**
         * A loss.
         *
         * @param value the reduced loss; with reduction none the sum
         * @param losses those before the reduction, in the order of the pixels; their shape depends on the way
         */
        record Value(float value, Tensor losses) implements Outcome {}

        record Raises(TorchException.Type type, String message) implements Outcome {}

        record NotApplicable(Obstacle obstacle) implements Outcome {}
    }

    static Outcome outcome(Stage<LossResult> stage) {
        return switch (stage) {
            case Stage.Computed<LossResult>(var loss) -> new Outcome.Value(loss.value(), loss.lossPerPixel());
            case Stage.Raises<LossResult>(var type, var message) -> new Outcome.Raises(type, message);
            case Stage.Absent<LossResult> _ -> throw new IllegalArgumentException("a way without an input");
        };
    }

    /** The losses of {@code summed}, a loss with reduction sum, reduced with the given denominator. */
    static Outcome reduced(Stage<LossResult> summed, Reduction reduction, double denominator) {
        return switch (summed) {
            case Stage.Computed<LossResult>(var loss) ->
                new Outcome.Value(
                        (float) (reduction == Reduction.MEAN ? loss.numerator() / denominator : loss.numerator()),
                        loss.lossPerPixel());
            case Stage.Raises<LossResult> _, Stage.Absent<LossResult> _ -> outcome(summed);
        };
    }
}
