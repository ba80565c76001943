package lossgrid.core.loss;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.FloatSum;
import org.jspecify.annotations.Nullable;

/** What a pass reads and writes, in planes like the logits'. Until a block is computed, its logits lie where its probabilities will, and its targets where its losses will. */
@SuppressWarnings("ArrayRecordComponent")
record BinaryPlanes(
        Tensor logits, float[][] probabilities, @Nullable Targets targets) {
    /** Elements from here on are left over by PyTorch's loop over the whole tensor, for another exponential. */
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
