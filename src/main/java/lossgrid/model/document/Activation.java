package lossgrid.model.document;

import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.PixelColumns;

/** The activation that a model's code applies to the logits before the loss. */
public sealed interface Activation {
    /** No activation: the loss gets the logits themselves. */
    record None() implements Activation {}

    record Sigmoid() implements Activation {}

    record Softmax(int dim) implements Activation {}

    record LogSoftmax(int dim) implements Activation {}

    /** The activations, in the shape of the logits. */
    default Tensor apply(Tensor logits) {
        return switch (this) {
            case None() -> logits;
            case Sigmoid() -> ActivationMath.sigmoid(logits);
            case Softmax(int dim) -> ActivationMath.softmax(logits, dim);
            case LogSoftmax(int dim) -> ActivationMath.logSoftmax(logits, dim);
        };
    }

    /**
     * The gradient with respect to the logits from {@code gradient}, that with respect to {@code output =
     * apply(logits)}.
     */
    default Tensor backward(Tensor gradient, Tensor output) {
        return switch (this) {
            case None() -> gradient;
            case Sigmoid() -> ActivationMath.sigmoidBackward(gradient, output);
            case Softmax(int dim) -> ActivationMath.softmaxBackward(gradient, output, dim);
            case LogSoftmax(int dim) -> ActivationMath.logSoftmaxBackward(gradient, output, dim);
        };
    }

    /** Whether each pixel's column of the result depends only on the same column of logits of this shape. */
    default boolean isPerPixel(Shape shape) {
        return switch (this) {
            case None(), Sigmoid() -> true;
            case Softmax(int dim) -> PixelColumns.lieAlong(shape, dim);
            case LogSoftmax(int dim) -> PixelColumns.lieAlong(shape, dim);
        };
    }

    /**
     * {@link #apply}, if {@link #isPerPixel}, to logits that differ from those of {@code earlier} in the columns of
     * {@code pixels} only.
     */
    default Tensor applyAt(int[] pixels, Tensor logits, Tensor earlier) {
        return switch (this) {
            case None() -> logits;
            case Sigmoid() -> PixelColumns.sigmoid(earlier, logits, pixels);
            case Softmax(int _) -> PixelColumns.softmax(earlier, logits, pixels);
            case LogSoftmax(int _) -> PixelColumns.logSoftmax(earlier, logits, pixels);
        };
    }

    /** {@link #backward} likewise. */
    default Tensor backwardAt(int[] pixels, Tensor gradient, Tensor output, Tensor earlier) {
        return switch (this) {
            case None() -> gradient;
            case Sigmoid() -> PixelColumns.sigmoidBackward(earlier, gradient, output, pixels);
            case Softmax(int _) -> PixelColumns.softmaxBackward(earlier, gradient, output, pixels);
            case LogSoftmax(int _) -> PixelColumns.logSoftmaxBackward(earlier, gradient, output, pixels);
        };
    }

    /** The expression in PyTorch, applied to {@code x}. */
    default String torchCode(String x) {
        return switch (this) {
            case None() -> x;
            case Sigmoid() -> "torch.sigmoid(" + x + ")";
            case Softmax(int dim) -> "torch.softmax(" + x + ", dim=" + dim + ")";
            case LogSoftmax(int dim) -> "torch.log_softmax(" + x + ", dim=" + dim + ")";
        };
    }
}
