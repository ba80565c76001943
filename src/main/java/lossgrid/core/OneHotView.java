package lossgrid.core;

/**
 * The one-hot tensor of class indices, read from the indices themselves: planes of zeros and ones that take no memory.
 *
 * @param shape {@code [N, C, H, W]}
 * @param index class indices, one a pixel
 * @param masked pixels of this index have no 1
 */
record OneHotView(Shape shape, LabelArray index, long masked) implements TensorView {
    private static final int CLASS_DIM = 1;

    /** Whether every index is a class or masked. */
    static boolean fits(Shape shape, LabelArray index, long masked) {
        int classes = shape.dim(CLASS_DIM);
        for (int i = 0; i < index.size(); i++) {
            long label = index.longAt(i);
            if (label != masked && (label < 0 || label >= classes)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public float at(int plane, int cell) {
        int classes = shape.dim(CLASS_DIM);
        long label = index.longAt(plane / classes * shape.planeSize() + cell);
        return label == plane % classes && label != masked ? 1f : 0f;
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        int classes = shape.dim(CLASS_DIM);
        long[] labels = new long[count];
        index.copy(plane / classes * shape.planeSize() + cell, count, labels);
        long wanted = plane % classes;
        float one = wanted == masked ? 0 : 1;
        for (int i = 0; i < count; i++) {
            out[i] = labels[i] == wanted ? one : 0;
        }
    }
}
