package lossgrid.core.loss;

import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.FloatSum;
import org.jspecify.annotations.Nullable;

/**
 * The inputs and outputs of a pass over classes.
 *
 * @param logits {@code [N, C, H, W]}
 * @param probabilities planes like the logits', or null where they are not wanted; their logarithms likewise. Until a
 *     block is computed they hold its logits
 * @param sums the numbers from which the gradient is computed later, or null where there is no loss
 * @param view the view that computes the probabilities later instead, or null
 */
@SuppressWarnings("ArrayRecordComponent")
record ClassPlanes(
        Tensor logits,
        float @Nullable [][] probabilities,
        float @Nullable [][] logProbabilities,
        @Nullable ClassTargets targets,
        @Nullable LogSums sums,
        @Nullable SoftmaxView view) {
    /** Reads a run of logits to the beginning of {@code out}: from the planes of the results, if those are kept. */
    void load(int plane, int start, float[] out, int count) {
        float[][] copy = probabilities != null ? probabilities : logProbabilities;
        if (copy == null) {
            logits.copy(plane, start, out, count);
        } else {
            System.arraycopy(copy[plane], start, out, 0, count);
        }
    }

    int classes() {
        return logits.shape().dim(Nchw.CLASS_DIM);
    }

    int planeSize() {
        return logits.shape().planeSize();
    }

    boolean isSmoothed() {
        return targets != null && targets.isSmoothed();
    }

    /** Whether the logits are still needed once their exponentials are known. */
    boolean readsTwice() {
        return logProbabilities != null || isSmoothed();
    }

    /**
     * The number of cells at the end of each plane that PyTorch's vectorized loop leaves over; their exponential, or
     * their order of sums, is another.
     */
    int leftOver() {
        return planeSize() % (isSmoothed() ? 4 * FloatSum.LANES : FloatSum.LANES);
    }
}
