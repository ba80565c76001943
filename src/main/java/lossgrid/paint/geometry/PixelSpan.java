package lossgrid.paint.geometry;

/** Pixels of an axis from one to below another. */
public record PixelSpan(int from, int to) {
    static final PixelSpan NONE = new PixelSpan(0, 0);

    public boolean isEmpty() {
        return from >= to;
    }

    public int count() {
        return to - from;
    }
}
