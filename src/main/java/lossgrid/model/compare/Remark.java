package lossgrid.model.compare;

import java.util.List;

/**
 * A remark about one side, or about both.
 *
 * @param numbers those that {@link Kind} documents, in that order
 */
public record Remark(Kind kind, On on, List<Double> numbers) {
    /** The side that a remark is about. */
    public enum On {
        LEFT,
        RIGHT,
        BOTH
    }

    /** The kinds of remarks, with their numbers in order. */
    public enum Kind {
        /**
         * Probabilities into {@code CrossEntropyLoss}, which applies a second softmax: the loss of a pixel with a class
         * lies between both numbers, {@code ln(1 + (C − 1) / e)} and {@code ln(e + C − 1)}; {@code ln(1 + (C − 1) e)}
         * if the first softmax is over another dimension.
         */
        SOFTMAX_TWICE,
        /** As {@link #SOFTMAX_TWICE} over another dimension, for a sigmoid. */
        SIGMOID_THEN_SOFTMAX,
        /** {@code log_softmax} of a {@code log_softmax} is the same: it does no harm. */
        LOG_SOFTMAX_TWICE,
        /**
         * Probabilities into {@code BCEWithLogitsLoss}, which applies a second sigmoid: an object pixel's loss never
         * falls below the first number, {@code ln(1 + 1/e)}, a background pixel's never below the second, {@code ln 2}.
         */
        SIGMOID_TWICE,
        /**
         * {@code CrossEntropyLoss} or a softmax over one channel: the probability is 1 whatever the logit, and the
         * gradient 0.
         */
        ONE_CHANNEL_SOFTMAX,
        /**
         * Probabilities into {@code NLLLoss}: the loss lies in −1…0, and its gradient does not grow where the model is
         * wrong.
         */
        PROBABILITIES_AS_LOGARITHMS,
        /** Logits into {@code NLLLoss}: the loss has no lower bound. */
        LOGITS_AS_LOGARITHMS,
        /** A softmax over dimension (first number), so that the classes of a pixel do not sum up to 1. */
        SOFTMAX_OVER_OTHER_DIM,
        /**
         * Targets of a binary loss outside 0…1, which leave the loss without a lower bound: their number, and the
         * farthest one.
         */
        TARGET_OUTSIDE_UNIT,
        /** Every target is ignored: 0 / 0. */
        NOTHING_COUNTS,
        /** The numbers of pixels whose loss is NaN, and infinite. */
        NOT_FINITE,
        /** The map shows the mean over this number of channels. */
        CHANNELS_AVERAGED,
        /** The denominators of the left and of the right mean, which differ. */
        DIVISORS_DIFFER,
        /** The two grids differ in N, H or W, so there is no difference map. */
        GRIDS_DIFFER,
        /** Both maps are the same, pixel by pixel, and so are the losses. */
        NO_DIFFERENCE
    }

    public Remark {
        numbers = List.copyOf(numbers);
    }
}
