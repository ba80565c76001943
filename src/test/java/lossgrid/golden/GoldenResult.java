package lossgrid.golden;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * What an operation gives.
 *
 * @param gradInput the gradient of the sum of {@code out} with respect to {@code input}, or null where the operation has none
 */
record GoldenResult(LabelArray out, @Nullable Tensor gradInput) {
    static GoldenResult of(Tensor out, @Nullable Tensor gradInput) {
        return new GoldenResult(out.toLabels(), gradInput);
    }

    /** What PyTorch returns for the reduction that the loss was computed with. */
    static GoldenResult of(LossResult loss) {
        LabelArray out = loss.reduction() == Reduction.NONE
                ? loss.lossPerPixel().toLabels()
                : LabelArray.ofDoubles(DType.FLOAT32, Shape.SCALAR, loss.value());
        return new GoldenResult(out.to(loss.dtype()), loss.gradient());
    }
}
