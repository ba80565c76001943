package lossgrid.core.loss;

import lossgrid.core.array.Shape;

/** Where the probabilities of a pass are. */
public enum ProbabilityStorage {
    /** In planes of their own, as large as the logits. */
    STORED,
    /** Nowhere: each is found from its logit and two numbers of its pixel where it is read. A small grid's are stored all the same. */
    VIEWED;

    /** So many logits fill 64 MB. */
    private static final int LARGE = 1 << 24;

    /** Stored, unless they would take more memory than they save time. */
    public static ProbabilityStorage of(Shape logits) {
        return logits.size() < LARGE ? STORED : VIEWED;
    }
}
