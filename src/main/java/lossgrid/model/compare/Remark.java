package lossgrid.model.compare;

import java.util.List;

/**
 * Something that can be said of one side, or of both, whatever the numbers.
 *
 * @param numbers what {@link Kind} says
 */
public record Remark(Kind kind, On on, List<Double> numbers) {
    /** Which side a remark is about. */
    public enum On {
        LEFT,
        RIGHT,
        BOTH
    }

    /** What is said, with its numbers in their order. */
    public enum Kind {
        /**
         * Probabilities into {@code CrossEntropyLoss}, which makes a softmax of them again: the loss of a pixel with a class lies between both
         * numbers, {@code ln(1 + (C − 1) / e)} and {@code ln(e + C − 1)}; {@code ln(1 + (C − 1) e)} if the first softmax is over another dimension.
         */
        SOFTMAX_TWICE,
        /** As {@link #SOFTMAX_TWICE} over another dimension, for a sigmoid. */
        SIGMOID_THEN_SOFTMAX,
        /** {@code log_softmax} of a {@code log_softmax} is itself: nothing is lost. */
        LOG_SOFTMAX_TWICE,
        /**
         * Probabilities into {@code BCEWithLogitsLoss}, which makes a sigmoid of them again: an object pixel's loss never falls below the first
         * number, {@code ln(1 + 1/e)}, a background pixel's never below the second, {@code ln 2}.
         */
        SIGMOID_TWICE,
        /** {@code CrossEntropyLoss} or a softmax over one channel: the probability is 1 whatever the logit, and the gradient 0. */
        ONE_CHANNEL_SOFTMAX,
        /** Probabilities into {@code NLLLoss}: the loss lies in −1…0, and its gradient does not grow where the model is wrong. */
        PROBABILITIES_AS_LOGARITHMS,
        /** Logits into {@code NLLLoss}: the loss has no lower bound. */
        LOGITS_AS_LOGARITHMS,
        /** A softmax over dimension (first number): what sums up to 1 are not the classes of a pixel. */
        SOFTMAX_OVER_OTHER_DIM,
        /** So many targets (first number) of a binary loss are outside 0…1, up to the second number: the loss has no lower bound. */
        TARGET_OUTSIDE_UNIT,
        /** Every target is ignored: 0 / 0. */
        NOTHING_COUNTS,
        /** So many pixels' losses are NaN, and so many infinite. */
        NOT_FINITE,
        /** The map shows the mean over so many channels. */
        CHANNELS_AVERAGED,
        /** The left number is divided by the first, the right one by the second. */
        DIVISORS_DIFFER,
        /** The two grids differ in N, H or W, so there is no difference map. */
        GRIDS_DIFFER,
        /** Both maps are the same, pixel by pixel, and so are the numbers. */
        NO_DIFFERENCE
    }

    public Remark {
        numbers = List.copyOf(numbers);
    }
}
