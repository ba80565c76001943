package lossgrid.core.loss;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a loss's input gives.
 *
 * @param activated the {@link #probabilities}, or null where nobody asks for them
 * @param pass what {@link #after} goes on from; null after a stepwise computation
 */
public record ActivatedLoss(
        @Nullable Tensor activated,
        LossResult loss,
        @Nullable LossUpdater pass) {
    /** With more columns apart from the planes, reading takes longer than a new pass. */
    public static final int MOST_PIXELS = 4096;

    /**
     * The softmax over the classes, or the sigmoid: of the input's shape; where the loss makes nothing of its input, that itself.
     *
     * @throws IllegalStateException {@link #withoutProbabilities}
     */
    public Tensor probabilities() {
        if (activated == null) {
            throw new IllegalStateException("the probabilities were not asked for");
        }
        return activated;
    }

    /** The same loss, followed in the same way, where its own probabilities would only take memory. */
    public ActivatedLoss withoutProbabilities() {
        return new ActivatedLoss(null, loss, pass);
    }

    /** Whether {@link #after} can go on from this. */
    public boolean isResumable() {
        return pass != null;
    }

    /**
     * What the same pass gives after some of its input or some labels have changed, bit for bit: only their pixels are computed.
     *
     * @param pixels outside whose columns no input and no label differs, ascending, counted through {@code [N, H, W]}; see {@link Tensor#changedPixels}
     * @return none after a stepwise computation, when too many pixels have changed since the last pass over all, or when the loss is refused
     */
    public Optional<ActivatedLoss> after(Tensor input, LabelArray target, int[] pixels) {
        if (pass == null || loss.lossPerPixel().patchedPixels().length + pixels.length > MOST_PIXELS) {
            return Optional.empty();
        }
        return pass.after(this, input, target, pixels);
    }
}
