package lossgrid.core.loss;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.FloatSum;
import org.jspecify.annotations.Nullable;

/**
 * The inputs and outputs of a pass, in planes like the logits'. Until a block is computed, its logits are stored in the
 * place of its probabilities, and its targets in that of its losses.
 */
@SuppressWarnings("ArrayRecordComponent")
record BinaryPlanes(
        Tensor logits, float[][] probabilities, @Nullable Targets targets) {
    /**
     * The first element that PyTorch's vectorized loop over the whole tensor leaves over; from here on, the exponential
     * is another.
     */
    int leftOver() {
        return leftOver(logits.shape());
    }

    static int leftOver(Shape shape) {
        return shape.size() - shape.size() % (2 * FloatSum.LANES);
    }

    /** @param positives the factors of the positive term, or null */
    record Targets(
            LabelArray target,
            BroadcastRows weights,
            @Nullable BroadcastRows positives,
            float denominator,
            float[][] loss,
            float[][] gradient,
            BlockLedger ledger) {}
}
