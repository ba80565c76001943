package lossgrid.core.loss;

import lossgrid.core.array.Shape;

/** The two ways to the same numbers. */
public enum ComputeMode {
    /** Operation by operation, element by element, as PyTorch does: the reference, and the fastest for small grids. */
    STEPWISE,
    /**
     * All operations on one block of pixels after another, in vector loops on all cores: see {@link FusedClasses},
     * {@link FusedBinary}.
     */
    FUSED;

    /**
     * The largest number of elements that is computed stepwise: up to here documents hold numbers as text, and users
     * read single digits.
     */
    private static final int STEPWISE_SIZE = 65_536;

    public static ComputeMode of(Shape shape) {
        return shape.size() > STEPWISE_SIZE ? FUSED : STEPWISE;
    }
}
