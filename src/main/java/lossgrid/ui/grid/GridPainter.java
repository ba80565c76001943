package lossgrid.ui.grid;

import javafx.scene.canvas.GraphicsContext;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import org.jspecify.annotations.Nullable;

/**
 * Draws a grid onto a canvas: cell by cell while cells are large enough, as an image in pixels of the screen below
 * that. Remembers what it drew last.
 */
final class GridPainter {
    private final GraphicsContext graphics;
    private final GridStyle style;
    private final PlaneRasters rasters;
    private @Nullable CellGrid drawn;
    private @Nullable GridGeometry drawnGeometry;
    private long paintedCells;

    GridPainter(GraphicsContext graphics, GridStyle style) {
        this.graphics = graphics;
        this.style = style;
        rasters = new PlaneRasters(graphics);
        graphics.setImageSmoothing(false);
    }

    /** The number of cells drawn one by one or rastered since the beginning: the cost of repaints. */
    long paintedCells() {
        return paintedCells;
    }

    /** Forgets what was drawn, so that the next painting is whole: after a change of size or theme. */
    void forget() {
        drawn = null;
        drawnGeometry = null;
    }

    /**
     * Makes the canvas show {@code grid}; only the cells that differ are drawn if the geometry is the same.
     *
     * @param pixels of the screen to a unit
     */
    void paint(CellGrid grid, GridGeometry geometry, double width, double height, double pixels) {
        CellGrid before = drawn != null && drawn.shape().equals(grid.shape()) ? drawn : null;
        boolean wholly = before == null || !geometry.equals(drawnGeometry) || isRetitled(before, grid);
        if (wholly) {
            graphics.clearRect(0, 0, width, height);
        }
        boolean rastered = geometry.cell() < CellPainter.SMALLEST;
        if (rastered) {
            rasters.size(width, height, pixels);
            if (wholly) {
                rasters.begin(before == null ? null : drawnGeometry, geometry, style.lookInks());
            }
        } else {
            rasters.forget();
        }
        CellPainter painter = new CellPainter(new CanvasSurface(graphics), style, grid, geometry);
        for (int plane = 0; plane < grid.shape().planes(); plane++) {
            if (!isVisible(geometry, plane, width, height)) {
                continue;
            }
            boolean unchanged = before != null && grid.samePlane(before, plane);
            if (wholly) {
                painter.title(plane);
            }
            if (unchanged && !wholly) {
                continue;
            }
            paintedCells += rastered
                    ? rasters.fill(grid, geometry, plane, unchanged)
                    : paintCells(painter, grid, wholly ? null : before, geometry, plane, width, height);
        }
        rasters.draw(style.paper());
        drawn = grid;
        drawnGeometry = geometry;
    }

    /** Whether planes have other titles now: by the first one, since all follow one rule. */
    private static boolean isRetitled(CellGrid before, CellGrid now) {
        return now.shape().planes() > 0 && !before.planeTitle(0).equals(now.planeTitle(0));
    }

    private static boolean isVisible(GridGeometry geometry, int plane, double width, double height) {
        double x = geometry.planeX(plane);
        double y = geometry.planeY(plane);
        GridShape shape = geometry.shape();
        return x < width
                && y - geometry.title() < height
                && x + shape.width() * geometry.cell() > 0
                && y + shape.height() * geometry.cell() > 0;
    }

    /**
     * Draws the cells of a plane that can be seen, or those of them that differ from {@code before}. Returns their
     * number.
     */
    private static int paintCells(
            CellPainter painter,
            CellGrid grid,
            @Nullable CellGrid before,
            GridGeometry geometry,
            int plane,
            double width,
            double height) {
        GridShape shape = grid.shape();
        double cell = geometry.cell();
        int firstColumn = Math.max(0, (int) Math.floor(-geometry.planeX(plane) / cell));
        int firstRow = Math.max(0, (int) Math.floor(-geometry.planeY(plane) / cell));
        int lastColumn = Math.min(shape.width() - 1, (int) Math.floor((width - geometry.planeX(plane)) / cell));
        int lastRow = Math.min(shape.height() - 1, (int) Math.floor((height - geometry.planeY(plane)) / cell));
        int painted = 0;
        for (int h = firstRow; h <= lastRow; h++) {
            for (int w = firstColumn; w <= lastColumn; w++) {
                int index = h * shape.width() + w;
                if (before == null || !grid.sameCell(before, plane, index)) {
                    painter.cell(plane, index);
                    painted++;
                }
            }
        }
        return painted;
    }
}
