package lossgrid.model.document;

import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of PyTorch's losses, by their names there. A loss without an argument ignores it.
 *
 * @param ignoreIndex targets of this value are ignored
 * @param weight one factor a class; for the binary losses an array that broadcasts
 * @param posWeight the factor of the positive term, an array that broadcasts
 * @param labelSmoothing 0…1
 */
public record LossOptions(
        Reduction reduction,
        long ignoreIndex,
        @Nullable Tensor weight,
        @Nullable Tensor posWeight,
        double labelSmoothing) {
    public static final long DEFAULT_IGNORE_INDEX = -100;

    /** PyTorch's defaults. */
    public static LossOptions defaults() {
        return new LossOptions(Reduction.MEAN, DEFAULT_IGNORE_INDEX, null, null, 0);
    }

    public LossOptions withReduction(Reduction value) {
        return new LossOptions(value, ignoreIndex, weight, posWeight, labelSmoothing);
    }

    public LossOptions withIgnoreIndex(long value) {
        return new LossOptions(reduction, value, weight, posWeight, labelSmoothing);
    }

    public LossOptions withWeight(@Nullable Tensor value) {
        return new LossOptions(reduction, ignoreIndex, value, posWeight, labelSmoothing);
    }

    public LossOptions withPosWeight(@Nullable Tensor value) {
        return new LossOptions(reduction, ignoreIndex, weight, value, labelSmoothing);
    }

    public LossOptions withLabelSmoothing(double value) {
        return new LossOptions(reduction, ignoreIndex, weight, posWeight, value);
    }
}
