package lossgrid.paint.mask;

import java.util.OptionalInt;

/**
 * Where the pixels of one plane lie in a view. Immutable.
 *
 * @param scale units of the view a pixel
 * @param left of the plane's left edge, in units
 * @param top of its upper edge
 */
public record MaskViewport(
        int planeWidth, int planeHeight, double width, double height, double scale, double left, double top) {
    /** The largest a pixel gets, in units. */
    private static final double LARGEST = 64;

    /** The whole plane in the middle of the view. */
    public static MaskViewport fit(int planeWidth, int planeHeight, double width, double height) {
        double scale = Math.min(Math.min(width / planeWidth, height / planeHeight), LARGEST);
        return new MaskViewport(planeWidth, planeHeight, width, height, scale, 0, 0).inside();
    }

    /** Zoomed so that what is at (x, y) stays there; never smaller than the whole. */
    public MaskViewport zoomed(double factor, double x, double y) {
        double least = fit(planeWidth, planeHeight, width, height).scale;
        double next = Math.clamp(scale * factor, least, Math.max(least, LARGEST));
        double by = next / scale;
        return new MaskViewport(planeWidth, planeHeight, width, height, next, x - (x - left) * by, y - (y - top) * by)
                .inside();
    }

    public MaskViewport panned(double dx, double dy) {
        return new MaskViewport(planeWidth, planeHeight, width, height, scale, left + dx, top + dy).inside();
    }

    /** The same part of the plane in a view of another size. */
    public MaskViewport resized(double newWidth, double newHeight) {
        MaskViewport fitted = fit(planeWidth, planeHeight, newWidth, newHeight);
        if (!isZoomed()) {
            return fitted;
        }
        double x = left + (newWidth - width) / 2;
        double y = top + (newHeight - height) / 2;
        return new MaskViewport(planeWidth, planeHeight, newWidth, newHeight, Math.max(scale, fitted.scale), x, y)
                .inside();
    }

    /** Moved as little as brings pixel (row, column) into view. */
    public MaskViewport scrolledTo(int row, int column) {
        double x = left + column * scale;
        double y = top + row * scale;
        double dx = x < 0 ? -x : Math.min(0, width - x - scale);
        double dy = y < 0 ? -y : Math.min(0, height - y - scale);
        return panned(dx, dy);
    }

    public boolean isZoomed() {
        return scale > fit(planeWidth, planeHeight, width, height).scale * (1 + 1e-9);
    }

    /** Where the plane leaves room it is in the middle; where it does not, its edge stays outside. */
    private MaskViewport inside() {
        return new MaskViewport(
                planeWidth,
                planeHeight,
                width,
                height,
                scale,
                inside(left, planeWidth * scale, width),
                inside(top, planeHeight * scale, height));
    }

    private static double inside(double at, double size, double room) {
        return size <= room ? (room - size) / 2 : Math.clamp(at, room - size, 0);
    }

    /** The pixel of the plane, in row-major order, at a place of the view. */
    public OptionalInt locate(double x, double y) {
        int row = row(y);
        int column = column(x);
        boolean isInside = row >= 0 && row < planeHeight && column >= 0 && column < planeWidth;
        return isInside ? OptionalInt.of(row * planeWidth + column) : OptionalInt.empty();
    }

    /** The row at a height of the view, perhaps beyond the plane. */
    public int row(double y) {
        return (int) Math.floor((y - top) / scale);
    }

    public int column(double x) {
        return (int) Math.floor((x - left) / scale);
    }
}
