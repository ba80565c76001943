package lossgrid.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over classes reads and writes.
 *
 * @param logits {@code [N, C, H, W]}
 * @param probabilities planes like the logits', or null where they are not asked for; the same for their logarithms. Until a block is computed they hold its logits
 * @param sums what the gradient is read from later, or null where that is not asked for
 */
@SuppressWarnings("ArrayRecordComponent")
record ClassPlanes(
        Tensor logits,
        float @Nullable [][] probabilities,
        float @Nullable [][] logProbabilities,
        @Nullable ClassTargets targets,
        @Nullable LogSums sums) {
    /** Where a block's logits lie until its results do. */
    float[][] copyOfLogits() {
        return probabilities != null ? probabilities : Objects.requireNonNull(logProbabilities);
    }

    int classes() {
        return logits.shape().dim(1);
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
