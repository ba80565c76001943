package lossgrid.ui.grid;

import javafx.scene.paint.Paint;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;

/**
 * Draws the outlines of cells: those of the selected pixel, those that something points at, and the one that keys work
 * on.
 */
public final class OutlinePainter {
    private static final double OUTLINE = 2.5;
    private static final double HALO = 1;
    private static final double CORNER = 6;
    private static final double SMALLEST_OUTLINED = 8;

    private final Surface surface;
    private final GridGeometry geometry;
    private final GridStyle style;

    public OutlinePainter(Surface surface, GridGeometry geometry, GridStyle style) {
        this.surface = surface;
        this.geometry = geometry;
        this.style = style;
    }

    void highlight(CellRef cell) {
        outline(cell, style.paint(GridPaint.ACTIVE), style.unit());
    }

    /** With a halo, so that the outline is seen on any colour. */
    public void select(CellRef cell) {
        outline(cell, style.paint(GridPaint.HALO), (OUTLINE + 2 * HALO) * style.unit());
        outline(cell, style.paint(GridPaint.OUTLINE), OUTLINE * style.unit());
    }

    /** Draws one outline around the cells of a range, in every plane; the colours of the cells stay as they are. */
    public void enclose(CellRange range) {
        for (int plane : range.planes()) {
            CellRef first = new CellRef(plane, range.top() * range.shape().width() + range.left());
            enclose(range, first, style.paint(GridPaint.HALO), (OUTLINE + 2 * HALO) * style.unit());
            enclose(range, first, style.paint(GridPaint.RANGE), OUTLINE * style.unit());
        }
    }

    private void enclose(CellRange range, CellRef first, Paint paint, double line) {
        surface.frame(
                paint,
                line,
                geometry.cellX(first),
                geometry.cellY(first),
                range.width() * geometry.cell(),
                range.height() * geometry.cell(),
                CORNER * geometry.unit());
    }

    void activate(CellRef cell) {
        outline(cell, style.paint(GridPaint.ACTIVE), OUTLINE * style.unit());
    }

    /** Around the cell, or wider when it is too small to be seen. */
    private void outline(CellRef cell, Paint paint, double line) {
        double size = Math.max(geometry.cell(), SMALLEST_OUTLINED);
        double shift = (size - geometry.cell()) / 2;
        double x = geometry.cellX(cell) - shift;
        double y = geometry.cellY(cell) - shift;
        surface.frame(paint, line, x, y, size, CORNER * geometry.unit());
    }
}
