package lossgrid.core.label;

import lossgrid.core.array.AllocationLimit;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;

/**
 * {@code Tensor.scatter_} and {@code torch.nn.functional.one_hot}. For a tensor of rank 4 and dim 1, {@code scatter_}
 * does {@code self[n][index[n][c][h][w]][h][w] = src[n][c][h][w]}; definitions and checks are those of PyTorch's
 * documentation and of its CPU kernels.
 */
public final class Scatter {
    /** The operation by which {@code scatter_} combines the old element with the new one. */
    public enum Reduce {
        REPLACE,
        ADD,
        MULTIPLY;

        /**
         * The operation that PyTorch's {@code reduce} argument names.
         *
         * @throws TorchException {@code RuntimeError} for anything but {@code add} and {@code multiply}
         */
        public static Reduce named(String name) {
            if (name.equals("add")) {
                return ADD;
            }
            if (name.equals("multiply")) {
                return MULTIPLY;
            }
            throw TorchException.runtimeError("reduce argument must be either add or multiply.");
        }

        private float combine(float present, float source) {
            return switch (this) {
                case REPLACE -> source;
                case ADD -> present + source;
                case MULTIPLY -> present * source;
            };
        }
    }

    private static final int INFER_CLASSES = -1;

    private Scatter() {}

    /**
     * A copy of {@code self} into which {@code value} is written, added or multiplied at the positions that {@code
     * index} names.
     *
     * @param self any shape
     * @param dim the dimension that {@code index} counts along; negative ones count from the end
     * @param index int64, of the rank of {@code self} and, apart from {@code dim}, no larger in any dimension
     * @return of the shape of {@code self}
     * @throws TorchException for a wrong dim, dtype, rank, shape or an index out of bounds
     */
    public static Tensor scatter(Tensor self, int dim, LabelArray index, float value, Reduce reduce) {
        requireFit(self, dim, index, null);
        return write(self, dim, index, i -> value, Shape.SCALAR, reduce);
    }

    /**
     * As {@link #scatter(Tensor, int, LabelArray, float, Reduce)} with a source element for each index.
     *
     * @param src float32, of the rank of {@code index} and no smaller in any dimension
     */
    public static Tensor scatter(Tensor self, int dim, LabelArray index, LabelArray src, Reduce reduce) {
        requireFit(self, dim, index, src);
        return write(self, dim, index, i -> (float) src.doubleAt(i), src.shape(), reduce);
    }

    /**
     * The checks that {@code scatter_} makes before it reads its reduce argument, in their order. An empty index fits
     * everywhere.
     */
    public static void requireFit(Tensor self, int dim, LabelArray index, @Nullable LabelArray src) {
        int d = self.shape().wrap(dim);
        if (index.size() != 0 && index.dtype() != DType.INT64) {
            throw TorchException.runtimeError("scatter(): Expected dtype int64 for index");
        }
        if (src != null && src.dtype() != DType.FLOAT32) {
            throw TorchException.runtimeError("scatter(): Expected self.dtype to be equal to src.dtype");
        }
        if (index.size() == 0) {
            return;
        }
        if (src == null) {
            requireFit(self.shape(), d, index.shape());
        } else {
            requireFit(self.shape(), d, index.shape(), src.shape());
        }
    }

    private static void requireFit(Shape self, int dim, Shape index) {
        requireRank(self, index);
        if (exceedsApartFrom(index, self, dim)) {
            throw TorchException.runtimeError(
                    "Expected index %s to be smaller than self %s apart from dimension %s".formatted(index, self, dim));
        }
    }

    private static void requireFit(Shape self, int dim, Shape index, Shape src) {
        requireRank(self, index);
        boolean wrong = exceedsApartFrom(index, self, dim);
        for (int d = 0; d < index.rank() && !wrong; d++) {
            // PyTorch reads this size of src before it compares the ranks.
            wrong = index.dim(d) > (src.rank() == 0 ? 1 : src.dim(src.wrap(d)));
        }
        if (Math.max(src.rank(), 1) != Math.max(index.rank(), 1)) {
            throw TorchException.runtimeError("Index tensor must have the same number of dimensions as src tensor");
        }
        if (wrong) {
            throw TorchException.runtimeError(("Expected index %s to be smaller than self %s apart from dimension %s"
                            + " and to be smaller size than src %s")
                    .formatted(index, self, dim, src));
        }
    }

    private static void requireRank(Shape self, Shape index) {
        if (Math.max(self.rank(), 1) != Math.max(index.rank(), 1)) {
            throw TorchException.runtimeError("Index tensor must have the same number of dimensions as self tensor");
        }
    }

    private static boolean exceedsApartFrom(Shape index, Shape self, int dim) {
        for (int d = 0; d < Math.min(index.rank(), self.rank()); d++) {
            if (d != dim && index.dim(d) > self.dim(d)) {
                return true;
            }
        }
        return false;
    }

    private static Tensor write(
            Tensor self, int dim, LabelArray index, Tensor.Generator source, Shape sourceShape, Reduce reduce) {
        Shape shape = atLeastOneDim(self.shape());
        Shape counted = atLeastOneDim(index.shape());
        Shape from = atLeastOneDim(sourceShape);
        int d = shape.wrap(dim);
        int bound = shape.dim(d);
        float[] out = self.toArray();
        int[] position = new int[counted.rank()];
        for (int i = 0; i < index.size(); i++) {
            long at = index.longAt(i);
            if (at < 0 || at >= bound) {
                throw TorchException.runtimeError(
                        "index %s is out of bounds for dimension %s with size %s".formatted(at, d, bound));
            }
            int target = offset(shape, position) + ((int) at - position[d]) * shape.stride(d);
            out[target] = reduce.combine(out[target], source.at(offset(from, position)));
            advance(position, counted);
        }
        return Tensor.of(self.shape(), out);
    }

    private static Shape atLeastOneDim(Shape shape) {
        return shape.rank() == 0 ? Shape.of(1) : shape;
    }

    /** The offset of the element at {@code position} in row-major order; {@code shape} may have fewer dimensions. */
    private static int offset(Shape shape, int[] position) {
        int offset = 0;
        for (int d = 0; d < shape.rank(); d++) {
            offset += position[d] * shape.stride(d);
        }
        return offset;
    }

    private static void advance(int[] position, Shape shape) {
        for (int d = position.length - 1; d >= 0; d--) {
            if (++position[d] < shape.dim(d)) {
                return;
            }
            position[d] = 0;
        }
    }

    /**
     * {@code one_hot(labels)} with as many classes as the largest label needs.
     *
     * @see #oneHot(LabelArray, int)
     */
    public static LabelArray oneHot(LabelArray labels) {
        return oneHot(labels, INFER_CLASSES);
    }

    /**
     * {@code torch.nn.functional.one_hot}: the classes become a new last dimension.
     *
     * @param labels int64, any shape
     * @param numClasses the size of the new dimension; −1 for the largest label plus one
     * @return int64, of the labels' shape and one more dimension; 1 at the label's index and 0 elsewhere
     * @throws TorchException for another dtype, a negative label, or a label that is not below {@code numClasses}
     */
    public static LabelArray oneHot(LabelArray labels, int numClasses) {
        if (labels.dtype() != DType.INT64) {
            throw TorchException.runtimeError("one_hot is only applicable to index tensor.");
        }
        if (labels.size() == 0 && numClasses <= 0) {
            throw TorchException.runtimeError("Can not infer total number of classes from empty tensor.");
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < labels.size(); i++) {
            min = Math.min(min, labels.longAt(i));
            max = Math.max(max, labels.longAt(i));
        }
        if (min < 0) {
            throw TorchException.runtimeError("Class values must be non-negative.");
        }
        if (numClasses != INFER_CLASSES && numClasses <= max) {
            throw TorchException.runtimeError("Class values must be smaller than num_classes.");
        }
        long classes = numClasses == INFER_CLASSES ? max + 1 : numClasses;
        // The largest label plus one may overflow by itself.
        boolean huge = classes < 0 || classes > Long.MAX_VALUE / Math.max(labels.size(), 1);
        AllocationLimit.require(huge ? Long.MAX_VALUE : classes * labels.size(), Long.BYTES);
        int count = (int) classes;
        Shape shape = labels.shape().insert(labels.shape().rank(), count);
        return LabelArray.ofLongs(DType.INT64, shape, i -> labels.longAt(i / count) == i % count ? 1 : 0);
    }
}
