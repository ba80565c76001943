package lossgrid.ui.grid;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;

/** Draws the outlines of cells: those of the selected pixel, those that something points at, and the one that keys work on. */
public final class OutlinePainter {
    public static final double OUTLINE = 2.5;
    public static final double HALO = 1;
    public static final double CORNER = 6;
    private static final double SMALLEST_OUTLINED = 8;

    private final GraphicsContext graphics;
    private final GridGeometry geometry;
    private final GridStyle style;

    OutlinePainter(GraphicsContext graphics, GridGeometry geometry, GridStyle style) {
        this.graphics = graphics;
        this.geometry = geometry;
        this.style = style;
    }

    void highlight(CellRef cell) {
        outline(cell, style.activePaint(), style.unit());
    }

    /** With a halo, so that the outline is seen on any colour. */
    void select(CellRef cell) {
        outline(cell, style.haloPaint(), (OUTLINE + 2 * HALO) * style.unit());
        outline(cell, style.outlinePaint(), OUTLINE * style.unit());
    }

    void activate(CellRef cell) {
        outline(cell, style.activePaint(), OUTLINE * style.unit());
    }

    private void outline(CellRef cell, Paint paint, double line) {
        Rectangle2D at = outlineOf(geometry, cell);
        graphics.setStroke(paint);
        graphics.setLineWidth(line);
        double corner = CORNER * geometry.unit();
        graphics.strokeRoundRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), corner, corner);
    }

    /** Where the outline of a cell runs: around it, or wider when it is too small to be seen. */
    public static Rectangle2D outlineOf(GridGeometry geometry, CellRef cell) {
        double size = Math.max(geometry.cell(), SMALLEST_OUTLINED);
        double shift = (size - geometry.cell()) / 2;
        return new Rectangle2D(geometry.cellX(cell) - shift, geometry.cellY(cell) - shift, size, size);
    }
}
