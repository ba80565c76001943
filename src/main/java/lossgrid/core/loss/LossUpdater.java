package lossgrid.core.loss;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;

/** The state of a fused pass from which its results are updated when few pixels change. */
public sealed interface LossUpdater permits BinaryUpdater, ClassUpdater, ByHandUpdater, NllUpdater {
    /**
     * The results for an input and a target that differ from those of {@code before} in the columns of {@code pixels}
     * alone; empty where the loss would raise. The denominator of the mean may change, and with it the gradient of
     * every pixel.
     */
    Optional<ActivatedLoss> after(ActivatedLoss before, Tensor input, LabelArray target, int[] pixels);
}
