package lossgrid.model.compare;

/** One of the two experiments of a {@link Comparison}. */
public enum ComparisonSide {
    /** What the user's code does. */
    LEFT,
    /** What it should do. */
    RIGHT
}
