package lossgrid.core.label;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossgrid.core.array.AllocationLimit;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;

/**
 * PyTorch's operations on the dimensions of labels: {@code select}, {@code permute}, {@code argmax} and {@code
 * interpolate} with nearest neighbours.
 */
public final class DimOps {
    private static final int RUN = 1024;
    private static final int LEAST_RUN = 16;

    private DimOps() {}

    static LabelArray gather(LabelArray labels, Shape shape, IntUnaryOperator source) {
        return labels.dtype().isFloatingPoint()
                ? LabelArray.ofDoubles(labels.dtype(), shape, i -> labels.doubleAt(source.applyAsInt(i)))
                : LabelArray.ofLongs(labels.dtype(), shape, i -> labels.longAt(source.applyAsInt(i)));
    }

    /** {@code labels.flatten()[elements]}. */
    public static LabelArray elements(LabelArray labels, int[] elements) {
        return gather(labels, Shape.of(elements.length), i -> elements[i]);
    }

    /**
     * {@code labels.select(dim, index)}: the slice at {@code index}, without that dimension.
     *
     * @param index negative ones count from the end
     * @throws TorchException {@code IndexError} for a scalar, a dim or an index out of range
     */
    public static LabelArray select(LabelArray labels, int dim, int index) {
        Shape shape = labels.shape();
        if (shape.rank() == 0) {
            throw TorchException.indexError("select() cannot be applied to a 0-dim tensor.");
        }
        int d = shape.wrap(dim);
        int size = shape.dim(d);
        if (index < -size || index >= size) {
            throw TorchException.indexError(
                    "select(): index %s out of range for tensor of size %s at dimension %s".formatted(index, shape, d));
        }
        int at = index < 0 ? index + size : index;
        int stride = shape.stride(d);
        return gather(labels, shape.remove(d), i -> (i / stride * size + at) * stride + i % stride);
    }

    /**
     * {@code labels.permute(dims)}: dimension {@code d} of the result is dimension {@code dims[d]} of the labels.
     *
     * @throws TorchException {@code RuntimeError} for a wrong number of dims or a dim named twice, {@code IndexError}
     *     for one out of range
     */
    public static LabelArray permute(LabelArray labels, int... dims) {
        Shape shape = labels.shape();
        if (dims.length != shape.rank()) {
            throw TorchException.runtimeError(
                    "permute(sparse_coo): number of dimensions in the tensor input does not match"
                            + " the length of the desired ordering of dimensions i.e. input.dim()"
                            + " = %s is not equal to len(dims) = %s".formatted(shape.rank(), dims.length));
        }
        int[] sizes = new int[dims.length];
        int[] strides = new int[dims.length];
        boolean[] seen = new boolean[dims.length];
        for (int d = 0; d < dims.length; d++) {
            int from = shape.wrap(dims[d]);
            if (seen[from]) {
                throw TorchException.runtimeError("permute(): duplicate dims are not allowed.");
            }
            seen[from] = true;
            sizes[d] = shape.dim(from);
            strides[d] = shape.stride(from);
        }
        return gather(labels, Shape.of(sizes), i -> {
            int source = 0;
            int rest = i;
            for (int d = sizes.length - 1; d >= 0; d--) {
                source += rest % sizes[d] * strides[d];
                rest /= sizes[d];
            }
            return source;
        });
    }

    /**
     * {@code labels.argmax(dim)}: the index of the first largest element; NaN counts as larger than all.
     *
     * @return int64, without that dimension
     * @throws TorchException for a dim out of range or of size 0, and for bool
     */
    public static LabelArray argmax(LabelArray labels, int dim) {
        Shape shape = labels.shape();
        int d = shape.wrap(dim);
        int size = shape.rank() == 0 ? 1 : shape.dim(d);
        if (size == 0) {
            throw TorchException.indexError("argmax(): Expected reduction dim " + d + " to have non-zero size.");
        }
        Shape out = shape.rank() == 0 ? shape : shape.remove(d);
        boolean trivial = shape.rank() > 0 && size == 1;
        if (labels.dtype() == DType.BOOL && out.size() > 0 && !trivial) {
            throw TorchException.runtimeError("\"argmax_cpu\" not implemented for 'Bool'");
        }
        int stride = shape.rank() == 0 ? 1 : shape.stride(d);
        if (labels.dtype().isFloatingPoint() && stride >= LEAST_RUN) {
            return LabelArray.ofLongs(DType.INT64, out, allLargest(labels, out.size(), size, stride));
        }
        return LabelArray.ofLongs(
                DType.INT64, out, i -> largest(labels, i / stride * size * stride + i % stride, size, stride));
    }

    /** Finds them slice by slice in runs, several times as fast as pixel by pixel. */
    private static long[] allLargest(LabelArray labels, int count, int size, int stride) {
        long[] out = new long[count];
        double[] tops = new double[RUN];
        double[] values = new double[RUN];
        int run;
        for (int start = 0; start < count; start += run) {
            run = Math.min(RUN, stride - start % stride);
            int first = start / stride * size * stride + start % stride;
            labels.copy(first, tops, run);
            for (int k = 1; k < size; k++) {
                labels.copy(first + k * stride, values, run);
                for (int i = 0; i < run; i++) {
                    if (isLarger(values[i], tops[i])) {
                        tops[i] = values[i];
                        out[start + i] = k;
                    }
                }
            }
        }
        return out;
    }

    private static int largest(LabelArray labels, int first, int size, int stride) {
        boolean floating = labels.dtype().isFloatingPoint();
        int best = 0;
        for (int k = 1; k < size; k++) {
            int at = first + k * stride;
            int top = first + best * stride;
            boolean larger = floating
                    ? isLarger(labels.doubleAt(at), labels.doubleAt(top))
                    : labels.longAt(at) > labels.longAt(top);
            best = larger ? k : best;
        }
        return best;
    }

    private static boolean isLarger(double value, double than) {
        return !Double.isNaN(than) && (Double.isNaN(value) || value > than);
    }

    /**
     * The nearest neighbours that {@code F.interpolate(mode='nearest')} takes on the last two dimensions, with the
     * labels as float64 on the way: whole numbers beyond 2^53 are rounded.
     *
     * @return of the labels' dtype, with the last two sizes {@code height} and {@code width}
     * @throws TorchException {@code ValueError} for labels of a rank below 2, {@code RuntimeError} for sizes below 1
     *     and empty labels
     */
    public static LabelArray nearest(LabelArray labels, int height, int width) {
        Shape shape = labels.shape();
        requireResizable(shape, height, width);
        int rank = shape.rank();
        int h = shape.dim(rank - 2);
        int w = shape.dim(rank - 1);
        int planes = shape.size() / (h * w);
        AllocationLimit.require(Math.multiplyExact((long) height * width, planes), Double.BYTES);
        int[] rows = sources(h, height);
        int[] columns = sources(w, width);
        int area = height * width;
        return LabelArray.ofDoubles(
                labels.dtype(),
                shape.with(rank - 2, height).with(rank - 1, width),
                i -> labels.doubleAt((i / area * h + rows[i % area / width]) * w + columns[i % width]));
    }

    private static void requireResizable(Shape shape, int height, int width) {
        int rank = shape.rank();
        if (shape.size() == 0 && (rank == 1 || shape.planeSize() == 0)) {
            String last = IntStream.range(Math.max(rank - 2, 0), rank)
                    .mapToObj(d -> ", " + shape.dim(d))
                    .collect(Collectors.joining());
            throw TorchException.runtimeError("cannot reshape tensor of 0 elements into shape [1, -1" + last
                    + "] because the unspecified dimension size -1 can be any value and is ambiguous");
        }
        if (rank < 2) {
            throw TorchException.valueError(
                    "Input and output must have the same number of spatial dimensions, but got input with"
                            + " spatial dimensions of %s and output size of (%s, %s).".formatted(shape, height, width)
                            + " Please provide input tensor in (N, C, d1, d2, ...,dK) format"
                            + " and output size in (o1, o2, ...,oK) format.");
        }
        int h = shape.dim(rank - 2);
        int w = shape.dim(rank - 1);
        if (height < 1 || width < 1) {
            throw TorchException.runtimeError("Input and output sizes should be greater than 0, but got input"
                    + " (H: %s, W: %s) output (H: %s, W: %s)".formatted(h, w, height, width));
        }
        if (shape.size() == 0) {
            throw TorchException.runtimeError(
                    "Non-empty 4D data tensor expected but got a tensor with sizes [1, 0, %s, %s]".formatted(h, w));
        }
    }

    /** For each position of the result the one it comes from: {@code ⌊i · from / to⌋}, computed in float32. */
    static int[] sources(int from, int to) {
        float scale = (float) from / to;
        int[] sources = new int[to];
        Arrays.setAll(sources, i -> Math.min((int) Math.floor(i * scale), from - 1));
        return sources;
    }
}
