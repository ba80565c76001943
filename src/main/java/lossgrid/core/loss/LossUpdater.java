package lossgrid.core.loss;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;

/** What a fused pass knows beside its results, so that they can follow when few pixels change. */
public sealed interface LossUpdater permits BinaryUpdater, ClassUpdater, ByHandUpdater, NllUpdater {
    /**
     * The results for an input and a target that differ from those of {@code before} in the columns of {@code pixels} alone; none where the loss would
     * be refused. What the mean divides by may change, and with it the gradient of every pixel.
     */
    Optional<ActivatedLoss> after(ActivatedLoss before, Tensor input, LabelArray target, int[] pixels);
}
