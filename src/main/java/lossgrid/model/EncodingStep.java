package lossgrid.model;

import lossgrid.core.DType;
import lossgrid.core.LabelArray;
import lossgrid.core.Scatter;
import lossgrid.core.Shape;
import org.jspecify.annotations.Nullable;

/** One step from raw labels to what a loss accepts, as a line of PyTorch. */
public sealed interface EncodingStep {
    /** Removes dimension {@code dim} if its size is 1, or every dimension of size 1 if it is null: {@code y.squeeze(dim)}. */
    record Squeeze(@Nullable Integer dim) implements EncodingStep {}

    /** Inserts a dimension of size 1: {@code y.unsqueeze(dim)}. */
    record Unsqueeze(int dim) implements EncodingStep {}

    /** {@code y.to(dtype)}. */
    record Cast(DType dtype) implements EncodingStep {}

    /** {@code torch.nn.functional.one_hot(y, num_classes)}; −1 infers the number of classes from the largest label. */
    record OneHot(int numClasses) implements EncodingStep {}

    /**
     * The labels after this step.
     *
     * @throws lossgrid.core.TorchException where PyTorch would raise
     */
    default LabelArray apply(LabelArray labels) {
        return switch (this) {
            case Squeeze(Integer dim) -> labels.reshape(squeezed(labels.shape(), dim));
            case Unsqueeze(int dim) ->
                labels.reshape(labels.shape().insert(labels.shape().wrapForInsertion(dim), 1));
            case Cast(DType dtype) -> labels.to(dtype);
            case OneHot(int numClasses) -> Scatter.oneHot(labels, numClasses);
        };
    }

    private static Shape squeezed(Shape shape, @Nullable Integer dim) {
        if (dim != null) {
            int d = shape.wrap(dim);
            return shape.rank() > 0 && shape.dim(d) == 1 ? shape.remove(d) : shape;
        }
        Shape out = shape;
        for (int d = shape.rank() - 1; d >= 0; d--) {
            out = shape.dim(d) == 1 ? out.remove(d) : out;
        }
        return out;
    }

    /** The expression in PyTorch, applied to {@code y}. */
    default String torchCode(String y) {
        return switch (this) {
            case Squeeze(Integer dim) -> y + ".squeeze(" + (dim == null ? "" : dim) + ")";
            case Unsqueeze(int dim) -> y + ".unsqueeze(" + dim + ")";
            case Cast(DType dtype) -> y + ".to(torch." + dtype.torchName() + ")";
            case OneHot(int numClasses) -> "F.one_hot(" + y + (numClasses == -1 ? "" : ", " + numClasses) + ")";
        };
    }
}
