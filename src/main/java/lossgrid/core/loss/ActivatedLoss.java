package lossgrid.core.loss;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The result of one pass over a loss's input: the loss and, if wanted, the activations.
 *
 * @param activated the {@link #probabilities}, or null where they are not wanted
 * @param pass the state from which {@link #after} continues; null after a stepwise computation
 */
public record ActivatedLoss(
        @Nullable Tensor activated,
        LossResult loss,
        @Nullable LossUpdater pass) {
    /** With more columns outside the planes, reading takes longer than a new pass. */
    public static final int MOST_PIXELS = 4096;

    /**
     * The softmax over the classes, or the sigmoid: of the input's shape; the input itself where the loss applies no
     * activation.
     *
     * @throws IllegalStateException {@link #withoutProbabilities}
     */
    public Tensor probabilities() {
        if (activated == null) {
            throw new IllegalStateException("the probabilities were not asked for");
        }
        return activated;
    }

    /** The same loss, with the same {@link #after}, where its probabilities would only use memory. */
    public ActivatedLoss withoutProbabilities() {
        return new ActivatedLoss(null, loss, pass);
    }

    /** Whether {@link #after} can go on from this. */
    public boolean isResumable() {
        return pass != null;
    }

    /**
     * The result of the same pass, bit for bit, after some inputs or labels have changed: only their pixels are
     * computed.
     *
     * @param pixels those outside whose columns no input and no label differs, ascending, counted through {@code [N, H,
     *     W]}; see {@link PixelIndices#changed}
     * @return empty after a stepwise computation, when too many pixels have changed since the last full pass, or when
     *     the loss raises
     */
    public Optional<ActivatedLoss> after(Tensor input, LabelArray target, int[] pixels) {
        if (pass == null || loss.lossPerPixel().patchedPixels().length + pixels.length > MOST_PIXELS) {
            return Optional.empty();
        }
        return pass.after(this, input, target, pixels);
    }
}
