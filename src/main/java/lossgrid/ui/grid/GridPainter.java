package lossgrid.ui.grid;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.control.Fonts;
import org.jspecify.annotations.Nullable;

/** Draws a grid onto a canvas: cell by cell while cells are large enough, as an image in pixels of the screen below that. Remembers what it drew last. */
public final class GridPainter {
    public static final double SMALLEST_DRAWN_CELL = 5;
    public static final double TITLE_TYPE = 11;
    public static final double TITLE_LIFT = 4;
    public static final double CORNER = 4;
    private static final int OPAQUE_ALPHA = 0x80;
    private static final int OPAQUE = 0xff;
    private static final int ALPHA_SHIFT = 24;

    private final GraphicsContext graphics;
    private final GridStyle style;
    private final LookPainter looks;
    private final PlaneRasters rasters;
    private @Nullable CellGrid drawn;
    private @Nullable GridGeometry drawnGeometry;
    private long paintedCells;

    GridPainter(GraphicsContext graphics, GridStyle style) {
        this.graphics = graphics;
        this.style = style;
        looks = new LookPainter(graphics, style);
        rasters = new PlaneRasters(graphics);
        graphics.setImageSmoothing(false);
    }

    /** How many cells have been drawn one by one or rastered since the beginning: what a repaint cost. */
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
        CellGrid before = drawn;
        boolean sameShape = before != null && before.shape().equals(grid.shape());
        boolean wholly = !sameShape || !geometry.equals(drawnGeometry) || before == null;
        if (wholly) {
            graphics.clearRect(0, 0, width, height);
        }
        boolean rastered = geometry.cell() < SMALLEST_DRAWN_CELL;
        if (rastered) {
            rasters.size(width, height, pixels);
            if (wholly) {
                rasters.begin(sameShape ? drawnGeometry : null, geometry);
            }
        } else {
            rasters.forget();
        }
        for (int plane = 0; plane < grid.shape().planes(); plane++) {
            if (!isVisible(geometry, plane, width, height)) {
                continue;
            }
            boolean unchanged = before != null && sameShape && grid.samePlane(before, plane);
            if (rastered) {
                paintRaster(grid, geometry, plane, unchanged, wholly);
            } else {
                paintCells(grid, wholly ? null : before, geometry, plane, width, height, unchanged);
            }
            if (wholly) {
                paintTitle(grid, geometry, plane);
            }
        }
        rasters.draw(style.paper());
        drawn = grid;
        drawnGeometry = geometry;
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

    private void paintTitle(CellGrid grid, GridGeometry geometry, int plane) {
        if (geometry.title() == 0) {
            return;
        }
        graphics.setFont(Fonts.mono(TITLE_TYPE * geometry.unit()));
        graphics.setFill(style.titleInk());
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.BASELINE);
        double middle = geometry.planeX(plane) + geometry.shape().width() * geometry.cell() / 2;
        graphics.fillText(grid.planeTitle(plane), middle, geometry.planeY(plane) - TITLE_LIFT * geometry.unit());
    }

    private void paintRaster(CellGrid grid, GridGeometry geometry, int plane, boolean unchanged, boolean wholly) {
        if (!unchanged || wholly) {
            paintedCells += rasters.fill(grid, geometry, plane, unchanged);
        }
    }

    private void paintCells(
            CellGrid grid,
            @Nullable CellGrid before,
            GridGeometry geometry,
            int plane,
            double width,
            double height,
            boolean unchanged) {
        if (before != null && unchanged) {
            return;
        }
        GridShape shape = grid.shape();
        double cell = geometry.cell();
        int firstColumn = Math.max(0, (int) Math.floor(-geometry.planeX(plane) / cell));
        int firstRow = Math.max(0, (int) Math.floor(-geometry.planeY(plane) / cell));
        int lastColumn = Math.min(shape.width() - 1, (int) Math.floor((width - geometry.planeX(plane)) / cell));
        int lastRow = Math.min(shape.height() - 1, (int) Math.floor((height - geometry.planeY(plane)) / cell));
        double type = geometry.fontSize(grid.longestText());
        for (int h = firstRow; h <= lastRow; h++) {
            for (int w = firstColumn; w <= lastColumn; w++) {
                int index = h * shape.width() + w;
                if (before == null || !grid.sameCell(before, plane, index)) {
                    paintCell(grid, geometry, new CellRef(plane, index), type);
                }
            }
        }
    }

    private void paintCell(CellGrid grid, GridGeometry geometry, CellRef ref, double type) {
        paintedCells++;
        double size = geometry.cell() - geometry.cellGap();
        double x = geometry.cellX(ref) + geometry.cellGap() / 2;
        double y = geometry.cellY(ref) + geometry.cellGap() / 2;
        CellLook look = grid.look(ref.plane(), ref.cell());
        boolean withText = geometry.showsText(grid.longestText());
        Paint ink = look == CellLook.ORDINARY
                ? paintOrdinary(grid.argb(ref.plane(), ref.cell()), x, y, size)
                : looks.paint(look, withText, x, y, size);
        if (withText) {
            graphics.setFont(look == CellLook.ORDINARY ? Fonts.mono(type) : Fonts.mono(type, FontWeight.BOLD));
            graphics.setFill(ink);
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.fillText(grid.text(ref.plane(), ref.cell()), x + size / 2, y + size / 2);
        }
    }

    private Paint paintOrdinary(int argb, double x, double y, double size) {
        fill(style.paper(), x, y, size);
        fill(color(argb), x, y, size);
        return ink(style, argb);
    }

    /** What text takes on a cell of this colour. */
    public static Paint ink(GridStyle style, int argb) {
        if (argb >>> ALPHA_SHIFT < OPAQUE_ALPHA) {
            return style.paperInk();
        }
        return DefaultClassColors.isDark(argb) ? style.lightInk() : style.darkInk();
    }

    /** Whether the paper shines through. */
    public static boolean isTranslucent(int argb) {
        return argb >>> ALPHA_SHIFT < OPAQUE;
    }

    public static Color color(int argb) {
        int mask = 0xff;
        return Color.rgb(argb >> 16 & mask, argb >> 8 & mask, argb & mask, (argb >>> ALPHA_SHIFT) / (double) mask);
    }

    private void fill(Paint paint, double x, double y, double size) {
        graphics.setFill(paint);
        double corner = CORNER * style.unit();
        if (size > 4 * corner) {
            graphics.fillRoundRect(x, y, size, size, corner, corner);
        } else {
            graphics.fillRect(x, y, size, size);
        }
    }
}
