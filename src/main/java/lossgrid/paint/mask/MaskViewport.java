package lossgrid.paint.mask;

import java.util.OptionalInt;

/**
 * The position and scale of one plane in a view. Immutable.
 *
 * @param scale the units of the view for a pixel
 * @param left the position of the plane's left edge, in units
 * @param top the position of its upper edge
 */
public record MaskViewport(
        int planeWidth, int planeHeight, double width, double height, double scale, double left, double top) {
    /** The largest size of a pixel, in units. */
    private static final double LARGEST = 64;

    /** A viewport with the whole plane in the middle of the view. */
    public static MaskViewport fit(int planeWidth, int planeHeight, double width, double height) {
        double scale = Math.min(Math.min(width / planeWidth, height / planeHeight), LARGEST);
        return new MaskViewport(planeWidth, planeHeight, width, height, scale, 0, 0).inside();
    }

    /** Zoomed around the fixed point (x, y); never smaller than the whole plane. */
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

    /** Moved by the least that brings pixel (row, column) into view. */
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

    /** Centres a plane smaller than the view; keeps the edges of a larger one outside the view. */
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

    /** The pixel of the plane, in row-major order, at a point of the view. */
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
