package lossgrid.core.label;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;

/** Cuts windows out of arrays. */
public final class ArrayWindow {
    private ArrayWindow() {}

    /**
     * Elements {@code start} to {@code start + length - 1} along dimension {@code d}, as {@code labels.narrow(d, start,
     * length)}.
     */
    public static LabelArray narrow(LabelArray labels, int d, int start, int length) {
        Shape shape = labels.shape();
        requireInside(start, length, shape.dim(d));
        if (length == shape.dim(d)) {
            return labels;
        }
        int stride = shape.stride(d);
        int block = length * stride;
        int whole = shape.dim(d) * stride;
        return DimOps.gather(labels, shape.with(d, length), i -> i / block * whole + start * stride + i % block);
    }

    /** The rows and columns of every plane. */
    public static Tensor window(Tensor tensor, int top, int left, int height, int width) {
        Shape shape = tensor.shape();
        int rank = shape.rank();
        int columns = shape.dim(rank - 1);
        requireInside(top, height, shape.dim(rank - 2));
        requireInside(left, width, columns);
        Shape target = shape.with(rank - 2, height).with(rank - 1, width);
        float[][] planes = Tensor.allocatePlanes(target);
        for (int p = 0; p < planes.length; p++) {
            for (int row = 0; row < height; row++) {
                System.arraycopy(tensor.plane(p), (top + row) * columns + left, planes[p], row * width, width);
            }
        }
        return new Tensor(target, planes);
    }

    private static void requireInside(int start, int length, int size) {
        if (start < 0 || length < 1 || start > size - length) {
            throw new IllegalArgumentException("no " + length + " from " + start + " among " + size);
        }
    }
}
