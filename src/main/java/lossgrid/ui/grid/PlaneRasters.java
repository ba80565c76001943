package lossgrid.ui.grid;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Paint;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.LookInks;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.geometry.PixelSpan;
import lossgrid.paint.grid.CellGrid;
import lossgrid.paint.grid.ViewRaster;
import org.jspecify.annotations.Nullable;

/**
 * The visible parts of planes whose cells are too small to be drawn one by one: one image as large as the canvas, in
 * pixels of the screen.
 */
final class PlaneRasters {
    /** The distance from whole pixels that a move may have by rounding. */
    private static final double ROUNDING = 1e-6;

    private final GraphicsContext graphics;
    private final Map<Integer, Rectangle2D> filled = new LinkedHashMap<>();
    /** The part of each plane that the buffer has. */
    private Map<Integer, Painted> painted = new HashMap<>();
    /** The parts it has from the frame before, and how far they have been moved. */
    private Map<Integer, Painted> moved = Map.of();

    private LookInks inks = LookInks.GREYS;
    private int right;
    private int down;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;
    private double scale = 1;
    private int width;
    private int height;

    /** The pixels of a plane. */
    private record Painted(PixelAxis columns, PixelAxis rows) {}

    PlaneRasters(GraphicsContext graphics) {
        this.graphics = graphics;
    }

    /** Takes a canvas of another size, or of other pixels a unit. */
    void size(double unitsWide, double unitsHigh, double pixelsAUnit) {
        int pixelsWide = (int) Math.ceil(unitsWide * pixelsAUnit);
        int pixelsHigh = (int) Math.ceil(unitsHigh * pixelsAUnit);
        if (pixelsWide != width || pixelsHigh != height) {
            forget();
        }
        width = pixelsWide;
        height = pixelsHigh;
        scale = pixelsAUnit;
    }

    /** Gives the memory back: cells are large again. */
    void forget() {
        buffer = null;
        image = null;
        painted = new HashMap<>();
        moved = Map.of();
    }

    /**
     * Begins a frame in which all planes are painted. What is painted already moves along if it does so by whole
     * pixels.
     *
     * @param from where planes lay in the frame before; null if that is of no use
     * @param looks the colours of cells that are not ordinary
     */
    void begin(@Nullable GridGeometry from, GridGeometry to, LookInks looks) {
        inks = looks;
        moved = from != null
                        && buffer != null
                        && moves(from, to, buffer.getBuffer().array())
                ? painted
                : Map.of();
        painted = new HashMap<>();
    }

    private boolean moves(GridGeometry from, GridGeometry to, int[] pixels) {
        double x = (to.left() - from.left()) * scale;
        double y = (to.top() - from.top()) * scale;
        right = (int) Math.rint(x);
        down = (int) Math.rint(y);
        boolean isWhole = Math.abs(x - right) < ROUNDING && Math.abs(y - down) < ROUNDING;
        if (from.cell() != to.cell() || !isWhole || Math.abs(right) >= width || Math.abs(down) >= height) {
            return false;
        }
        ViewRaster.move(pixels, width, right, down);
        return true;
    }

    /**
     * Colours what can be seen of a plane; {@link #draw} then draws it. Returns the number of pixels that had to be
     * coloured.
     *
     * @param unchanged whether no cell differs from those that have been painted before
     */
    int fill(CellGrid grid, GridGeometry geometry, int plane, boolean unchanged) {
        double cell = geometry.cell() * scale;
        PixelAxis columns = PixelAxis.of(
                geometry.planeX(plane) * scale, cell, geometry.shape().width(), width);
        PixelAxis rows = PixelAxis.of(
                geometry.planeY(plane) * scale, cell, geometry.shape().height(), height);
        if (columns.count() == 0 || rows.count() == 0) {
            return 0;
        }
        int[] into = pixels().getBuffer().array();
        Painted before = unchanged ? moved.get(plane) : null;
        painted.put(plane, new Painted(columns, rows));
        filled.put(plane, new Rectangle2D(columns.first(), rows.first(), columns.count(), rows.count()));
        if (before == null) {
            ViewRaster.fill(grid, plane, columns, rows, new ViewRaster.Image(into, width, inks));
            return columns.count() * rows.count();
        }
        PixelSpan keptColumns = columns.kept(before.columns(), right);
        PixelSpan keptRows = rows.kept(before.rows(), down);
        return ViewRaster.fillOthers(
                grid, plane, columns, rows, keptColumns, keptRows, new ViewRaster.Image(into, width, inks));
    }

    private PixelBuffer<IntBuffer> pixels() {
        PixelBuffer<IntBuffer> present = buffer;
        if (present == null) {
            present = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            buffer = present;
            image = new WritableImage(present);
        }
        return present;
    }

    /** Draws the planes that have been coloured since the last time, over {@code paper}. */
    void draw(Paint paper) {
        if (buffer == null || image == null || filled.isEmpty()) {
            return;
        }
        buffer.updateBuffer(_ -> null);
        graphics.setFill(paper);
        for (Rectangle2D from : filled.values()) {
            double x = from.getMinX() / scale;
            double y = from.getMinY() / scale;
            double w = from.getWidth() / scale;
            double h = from.getHeight() / scale;
            graphics.fillRect(x, y, w, h);
            graphics.drawImage(image, from.getMinX(), from.getMinY(), from.getWidth(), from.getHeight(), x, y, w, h);
        }
        filled.clear();
    }
}
