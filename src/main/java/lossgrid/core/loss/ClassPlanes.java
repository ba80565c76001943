package lossgrid.core.loss;

import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.FloatSum;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over classes reads and writes.
 *
 * @param logits {@code [N, C, H, W]}
 * @param probabilities planes like the logits', or null where they are not asked for; the same for their logarithms. Until a block is computed they hold its logits
 * @param sums what the gradient is read from later, or null where there is no loss
 * @param view where the probabilities are read later instead, or null
 */
@SuppressWarnings("ArrayRecordComponent")
record ClassPlanes(
        Tensor logits,
        float @Nullable [][] probabilities,
        float @Nullable [][] logProbabilities,
        @Nullable ClassTargets targets,
        @Nullable LogSums sums,
        @Nullable SoftmaxView view) {
    /** Reads a run of logits to the beginning of {@code out}: from where the results will be, if they are kept. */
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

    /** The cells at the end of each plane that PyTorch's loops leave over for another exponential, or another order of sums. */
    int leftOver() {
        return planeSize() % (isSmoothed() ? 4 * FloatSum.LANES : FloatSum.LANES);
    }
}
