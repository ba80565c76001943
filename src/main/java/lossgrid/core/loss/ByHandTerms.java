package lossgrid.core.loss;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;

/** The terms of a hand-written loss, one for each unreduced loss, and its target. */
sealed interface ByHandTerms permits ByHandBinary, ByHandClasses {
    /** The same formula for another target. */
    ByHandTerms with(LabelArray other);

    /** The loss in a cell of a plane, counted as the losses are: through {@code [N, H, W]} or {@code [N, C, H, W]}. */
    float loss(Tensor q, int plane, int cell);

    /**
     * The slope of the reduced loss with respect to an element of the probabilities.
     *
     * @param q the element
     * @param plane of the probabilities
     * @param denominator the divisor of the reduction
     */
    float slope(float q, int plane, int cell, double denominator);

    /** As above for {@code count} cells of a plane from {@code cell} on, in place of the probabilities. */
    default void slopes(float[] q, int plane, int cell, int count, double denominator) {
        for (int j = 0; j < count; j++) {
            q[j] = slope(q[j], plane, cell + j, denominator);
        }
    }
}
