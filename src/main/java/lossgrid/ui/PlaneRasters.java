package lossgrid.ui;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Paint;
import lossgrid.paint.CellGrid;
import lossgrid.paint.GridGeometry;
import lossgrid.paint.PixelAxis;
import lossgrid.paint.ViewRaster;
import org.jspecify.annotations.Nullable;

/** The visible parts of planes whose cells are too small to be drawn one by one: one image as large as the canvas, in pixels of the screen. */
final class PlaneRasters {
    private final GraphicsContext graphics;
    private final Map<Integer, Rectangle2D> filled = new LinkedHashMap<>();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;
    private double scale = 1;
    private int width;
    private int height;

    PlaneRasters(GraphicsContext graphics) {
        this.graphics = graphics;
    }

    /** Takes a canvas of another size, or of other pixels a unit. */
    void size(double unitsWide, double unitsHigh, double pixelsAUnit) {
        int pixelsWide = (int) Math.ceil(unitsWide * pixelsAUnit);
        int pixelsHigh = (int) Math.ceil(unitsHigh * pixelsAUnit);
        if (pixelsWide != width || pixelsHigh != height) {
            buffer = null;
            image = null;
        }
        width = pixelsWide;
        height = pixelsHigh;
        scale = pixelsAUnit;
    }

    /** Gives the memory back: cells are large again. */
    void forget() {
        buffer = null;
        image = null;
    }

    /** Colours what can be seen of a plane; {@link #draw} then draws it. Returns the number of pixels. */
    int fill(CellGrid grid, GridGeometry geometry, int plane) {
        double cell = geometry.cell() * scale;
        PixelAxis columns = PixelAxis.of(
                geometry.planeX(plane) * scale, cell, geometry.shape().width(), width);
        PixelAxis rows = PixelAxis.of(
                geometry.planeY(plane) * scale, cell, geometry.shape().height(), height);
        int pixels = columns.count() * rows.count();
        if (pixels > 0) {
            ViewRaster.fill(grid, plane, columns, rows, pixels().getBuffer().array(), width);
            filled.put(plane, new Rectangle2D(columns.first(), rows.first(), columns.count(), rows.count()));
        }
        return pixels;
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
