package lossgrid.core.array;

/** Arrays with other sizes of the same rank: elements beyond them are cut off, new ones are 0. */
public final class Resizing {
    /** Marks an element that the old shape does not have. */
    private static final int NEW = -1;

    private final int[] from;
    private final int[] to;

    private Resizing(Shape from, Shape to) {
        if (from.rank() != to.rank()) {
            throw new IllegalArgumentException("another rank: " + from + " and " + to);
        }
        this.from = from.toArray();
        this.to = to.toArray();
    }

    public static LabelArray resize(LabelArray array, Shape target) {
        if (target.equals(array.shape())) {
            return array;
        }
        Resizing resizing = new Resizing(array.shape(), target);
        return array.dtype().isFloatingPoint()
                ? LabelArray.ofDoubles(array.dtype(), target, i -> {
                    int source = resizing.source(i);
                    return source == NEW ? 0 : array.doubleAt(source);
                })
                : LabelArray.ofLongs(array.dtype(), target, i -> {
                    int source = resizing.source(i);
                    return source == NEW ? 0 : array.longAt(source);
                });
    }

    /** Shares the planes that do not change. */
    public static Tensor resize(Tensor tensor, Shape target) {
        Shape shape = tensor.shape();
        if (target.equals(shape)) {
            return tensor;
        }
        Resizing resizing = new Resizing(shape, target);
        if (shape.rank() < 2 || target.fromEnd(0) != shape.fromEnd(0) || target.fromEnd(1) != shape.fromEnd(1)) {
            return Tensor.generate(target, i -> {
                int source = resizing.source(i);
                return source == NEW ? 0 : tensor.at(source);
            });
        }
        int planeSize = Math.max(shape.planeSize(), 1);
        float[][] out = new float[target.size() / planeSize][];
        for (int p = 0; p < out.length; p++) {
            int source = resizing.source(p * planeSize);
            out[p] = source == NEW ? new float[planeSize] : tensor.plane(source / planeSize);
        }
        return new Tensor(target, out);
    }

    /**
     * The element of the old shape at the place of element {@code i} of the new one, both in row-major order, or {@link
     * #NEW}.
     */
    int source(int i) {
        int source = 0;
        int stride = 1;
        int rest = i;
        for (int d = to.length - 1; d >= 0; d--) {
            int at = rest % to[d];
            rest /= to[d];
            if (at >= from[d]) {
                return NEW;
            }
            source += at * stride;
            stride *= from[d];
        }
        return source;
    }
}
