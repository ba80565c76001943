package lossgrid.model.compare;

/** One of the two experiments of a {@link Comparison}. */
public enum ComparisonSide {
    /** The user's code as it is. */
    LEFT,
    /** The code as it should be. */
    RIGHT
}
