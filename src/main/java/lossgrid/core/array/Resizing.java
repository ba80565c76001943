package lossgrid.core.array;

/** A map from the elements of one shape to those at the same position in another shape of the same rank. */
final class Resizing {
    /** Marks an element that the old shape does not have. */
    static final int NEW = -1;

    private final int[] from;
    private final int[] to;

    Resizing(Shape from, Shape to) {
        if (from.rank() != to.rank()) {
            throw new IllegalArgumentException("another rank: " + from + " and " + to);
        }
        this.from = from.toArray();
        this.to = to.toArray();
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
