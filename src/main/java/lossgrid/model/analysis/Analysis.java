package lossgrid.model.analysis;

import java.util.BitSet;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.LossResult;
import lossgrid.model.document.Experiment;

/**
 * Everything that follows from a document. Nothing in it is ever edited.
 *
 * @param encodingSteps the labels after each encoding step
 * @param encoded the labels after the last one: the loss's target
 * @param activated what the recipe's activation makes of the logits: the loss's input
 * @param probabilities what the loss takes for probabilities, by the recipe's activation or its own; see {@link
 *     LossComputation#probabilities}
 * @param pass the one computation from which the loss comes, and the probabilities that it makes or takes
 * @param gradient of the reduced loss with respect to the logits; with reduction none that of the sum
 */
public record Analysis(
        Experiment experiment,
        List<Stage<LabelArray>> encodingSteps,
        Stage<LabelArray> encoded,
        Stage<Tensor> activated,
        Stage<Tensor> probabilities,
        Stage<OneHot> oneHot,
        Stage<LossResult> loss,
        Stage<Tensor> gradient,
        Ignored ignored,
        Stage<ActivatedLoss> pass) {
    /** The pixels, counted through {@code [N, H, W]}, whose target is {@code ignore_index}. */
    public static final class Ignored {
        private final BitSet pixels;

        Ignored(BitSet pixels) {
            this.pixels = (BitSet) pixels.clone();
        }

        public boolean contains(int pixel) {
            return pixels.get(pixel);
        }

        public int count() {
            return pixels.cardinality();
        }

        /** The number of ignored pixels from {@code from} to before {@code to}. */
        int count(int from, int to) {
            return pixels.get(from, to).cardinality();
        }

        /** These after pixels of {@code labels} may have become ignored or ceased to be so. */
        Ignored after(LabelArray labels, int[] changed, long ignoreIndex) {
            BitSet next = toBitSet();
            for (int pixel : changed) {
                next.set(pixel, labels.longAt(pixel) == ignoreIndex);
            }
            return next.equals(pixels) ? this : new Ignored(next);
        }

        public BitSet toBitSet() {
            return (BitSet) pixels.clone();
        }
    }

    /** Whether PyTorch would have raised anywhere. */
    public boolean hasRaised() {
        return encoded.exception().isPresent()
                || activated.exception().isPresent()
                || probabilities.exception().isPresent()
                || oneHot.exception().isPresent()
                || loss.exception().isPresent();
    }
}
