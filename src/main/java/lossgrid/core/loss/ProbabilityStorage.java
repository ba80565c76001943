package lossgrid.core.loss;

import lossgrid.core.array.Shape;

/** Whether the probabilities of a pass are stored. */
public enum ProbabilityStorage {
    /** They are stored in planes, as large as the logits. */
    STORED,
    /**
     * Each is computed from its logit and two numbers of its pixel when it is read. A small grid's are stored all the
     * same.
     */
    VIEWED;

    /** The number of logits that fill 64 MB. */
    private static final int LARGE = 1 << 24;

    /** Stored, unless there are too many logits for the time saved to be worth the memory. */
    public static ProbabilityStorage of(Shape logits) {
        return logits.size() < LARGE ? STORED : VIEWED;
    }
}
