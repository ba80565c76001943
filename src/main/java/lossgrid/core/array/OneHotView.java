package lossgrid.core.array;

import java.util.Arrays;

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

    /** Whether all indices of {@code pixels} are classes or masked. */
    boolean takes(int[] pixels) {
        return Arrays.stream(pixels).allMatch(pixel -> isClass(index.longAt(pixel), shape.dim(Nchw.CLASS_DIM), masked));
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
