package lossgrid.core.array;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The sizes of an array's dimensions, outermost first, as {@code torch.Size}. Immutable. Rank 0 is a scalar with one
 * element.
 */
public final class Shape {
    public static final Shape SCALAR = new Shape();

    private final int[] dims;
    private final int size;

    private Shape(int... dims) {
        this.dims = dims;
        long product = 1;
        for (int dim : dims) {
            if (dim < 0) {
                throw new IllegalArgumentException("negative dimension " + dim);
            }
            product *= dim;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "shape " + Arrays.toString(dims) + " has more than 2^31 - 1 elements");
            }
        }
        this.size = (int) product;
    }

    /**
     * A shape with these sizes.
     *
     * @throws IllegalArgumentException for a negative size, or more than 2^31 − 1 elements in all
     */
    public static Shape of(int... dims) {
        return new Shape(dims.clone());
    }

    public int rank() {
        return dims.length;
    }

    void requireCount(int elements) {
        if (elements != size()) {
            throw new IllegalArgumentException("shape " + this + " has " + size() + " elements, not " + elements);
        }
    }

    /** The number of elements: the product of all sizes, 1 for a scalar. */
    public int size() {
        return size;
    }

    /** The size of dimension {@code d}, {@code 0 ≤ d < rank}. */
    public int dim(int d) {
        return dims[d];
    }

    /**
     * The size of dimension {@code d} counted from the last: {@code fromEnd(0)} is the last one, 1 beyond the first.
     */
    public int fromEnd(int d) {
        return d < dims.length ? dims[dims.length - 1 - d] : 1;
    }

    /** The number of elements of one plane: the product of the last two sizes. */
    public int planeSize() {
        return fromEnd(0) * fromEnd(1);
    }

    /** Element {@code cell} of plane {@code plane}, in row-major order. */
    public int element(int plane, int cell) {
        return plane * planeSize() + cell;
    }

    /** The distance, in elements of the row-major order, between two neighbours along dimension {@code d}. */
    public int stride(int d) {
        int stride = 1;
        for (int i = d + 1; i < dims.length; i++) {
            stride *= dims[i];
        }
        return stride;
    }

    /**
     * A dimension as PyTorch takes it, negative ones counted from the end, as an index into this shape.
     *
     * @throws TorchException {@code IndexError} when it is out of range
     */
    public int wrap(int dim) {
        return wrap(dim, Math.max(dims.length, 1));
    }

    /** As {@link #wrap(int)} for a position between the dimensions: {@code unsqueeze} takes one more than there are. */
    public int wrapForInsertion(int dim) {
        return wrap(dim, dims.length + 1);
    }

    private static int wrap(int dim, int count) {
        if (dim < -count || dim >= count) {
            throw TorchException.indexError("Dimension out of range (expected to be in range of [%s, %s], but got %s)"
                    .formatted(-count, count - 1, dim));
        }
        return dim < 0 ? dim + count : dim;
    }

    /** This shape with one more dimension of size {@code size} before dimension {@code at}, {@code 0 ≤ at ≤ rank}. */
    public Shape insert(int at, int size) {
        int[] out = new int[dims.length + 1];
        System.arraycopy(dims, 0, out, 0, at);
        out[at] = size;
        System.arraycopy(dims, at, out, at + 1, dims.length - at);
        return new Shape(out);
    }

    /** This shape without dimension {@code at}. */
    public Shape remove(int at) {
        int[] out = new int[dims.length - 1];
        System.arraycopy(dims, 0, out, 0, at);
        System.arraycopy(dims, at + 1, out, at, out.length - at);
        return new Shape(out);
    }

    /** This shape with dimension {@code at} of size {@code size}. */
    public Shape with(int at, int size) {
        int[] out = dims.clone();
        out[at] = size;
        return new Shape(out);
    }

    public int[] toArray() {
        return dims.clone();
    }

    /** As Python prints a {@code torch.Size}: {@code torch.Size([2, 1, 2, 2])}. */
    public String torchSize() {
        return "torch.Size(" + this + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** As PyTorch prints sizes: {@code [2, 1, 2, 2]}. */
    @Override
    public String toString() {
        return Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
