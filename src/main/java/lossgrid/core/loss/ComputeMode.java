package lossgrid.core.loss;

import lossgrid.core.array.Shape;

/** The two ways to the same numbers. */
public enum ComputeMode {
    /** Operation by operation, element by element, as PyTorch does: the reference, and quickest for the small. */
    STEPWISE,
    /** All operations on one block of pixels after another, in vector loops on all cores: see {@link FusedClasses}, {@link FusedBinary}. */
    FUSED;

    /** Up to here documents hold their numbers as text, and a grid's digits are read one by one. */
    private static final int STEPWISE_SIZE = 65_536;

    public static ComputeMode of(Shape shape) {
        return shape.size() > STEPWISE_SIZE ? FUSED : STEPWISE;
    }
}
