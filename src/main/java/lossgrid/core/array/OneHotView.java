package lossgrid.core.array;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one-hot tensor of class indices, read from the indices themselves: planes of zeros and ones that use no memory.
 *
 * @param shape {@code [N, C, H, W]}
 * @param index class indices, one a pixel
 * @param masked pixels of this index have no 1
 */
public record OneHotView(Shape shape, LabelArray index, long masked) implements TensorView {
    /** Whether every index is a class or masked. */
    public static boolean fits(Shape shape, LabelArray index, long masked) {
        int classes = shape.dim(Nchw.CLASS_DIM);
        for (int i = 0; i < index.size(); i++) {
            if (!isClass(index.longAt(i), classes, masked)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClass(long label, int classes, long masked) {
        return label == masked || (label >= 0 && label < classes);
    }

    /**
     * The one-hot view {@code earlier} for an index that differs at {@code pixels}; empty if it is not such a view, or
     * if a new index is neither a class nor masked.
     *
     * @param masked pixels of this index have no 1; may differ from before if no pixel outside {@code pixels} has the
     *     old or the new one
     */
    public static Optional<Tensor> following(Tensor earlier, LabelArray index, long masked, int[] pixels) {
        int classes = earlier.shape().dim(Nchw.CLASS_DIM);
        return earlier.view() instanceof OneHotView before
                        && index.shape().equals(before.index.shape())
                        && Arrays.stream(pixels).allMatch(pixel -> isClass(index.longAt(pixel), classes, masked))
                ? Optional.of(new Tensor(new OneHotView(before.shape, index, masked)))
                : Optional.empty();
    }

    @Override
    public float at(int plane, int cell) {
        int classes = shape.dim(Nchw.CLASS_DIM);
        long label = index.longAt(shape.element(plane / classes, cell));
        return label == plane % classes && label != masked ? 1f : 0f;
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        int classes = shape.dim(Nchw.CLASS_DIM);
        long[] labels = new long[count];
        index.copy(shape.element(plane / classes, cell), count, labels);
        long wanted = plane % classes;
        float one = wanted == masked ? 0 : 1;
        for (int i = 0; i < count; i++) {
            out[i] = labels[i] == wanted ? one : 0;
        }
    }
}
