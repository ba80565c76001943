package lossgrid.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the logits gives.
 *
 * @param probabilities the softmax over the classes, or the sigmoid: of the logits' shape
 * @param pass what {@link #after} goes on from; null after a stepwise computation
 */
public record ActivatedLoss(
        Tensor probabilities, LossResult loss, @Nullable FusedPass pass) {
    /** With more columns apart from the planes, reading takes longer than a new pass. */
    public static final int MOST_PIXELS = 4096;

    /**
     * What the same pass gives after some logits or labels have changed, bit for bit: only their pixels are computed.
     *
     * @param pixels outside whose columns no logit and no label differs, ascending, counted through {@code [N, H, W]}; see {@link Tensor#changedPixels}
     * @return none after a stepwise computation, when too many pixels have changed since the last pass over all, or when the mean divides by another
     *     number now
     */
    public Optional<ActivatedLoss> after(Tensor logits, LabelArray target, int[] pixels) {
        if (pass == null || probabilities.patchCount() + pixels.length > MOST_PIXELS) {
            return Optional.empty();
        }
        return pass.after(this, logits, target, pixels);
    }
}
