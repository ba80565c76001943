package lossgrid.golden;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation.
 *
 * @param gradInput the gradient of the sum of {@code out} with respect to {@code input}, or null where the operation
 *     does not have one
 */
record GoldenResult(LabelArray out, @Nullable Tensor gradInput) {
    static GoldenResult of(Tensor out, @Nullable Tensor gradInput) {
        return new GoldenResult(out.toLabels(), gradInput);
    }

    /** The result in PyTorch, by the loss's reduction. */
    static GoldenResult of(LossResult loss) {
        LabelArray out = loss.reduction() == Reduction.NONE
                ? loss.lossPerPixel().toLabels()
                : LabelArray.ofDoubles(DType.FLOAT32, Shape.SCALAR, loss.value());
        return new GoldenResult(out.to(loss.dtype()), loss.gradient());
    }
}
