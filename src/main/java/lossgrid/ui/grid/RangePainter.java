package lossgrid.ui.grid;

import javafx.scene.canvas.GraphicsContext;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;

/** Draws a selected range of cells: a film over it with a border, in every plane it spans. */
final class RangePainter {
    private static final double BORDER = 1.5;
    private static final double CORNER = 5;

    private RangePainter() {}

    static void paint(GraphicsContext graphics, GridGeometry geometry, CellRange range, GridStyle style) {
        graphics.setFill(style.rangePaint());
        graphics.setStroke(style.rangeBorderPaint());
        double corner = CORNER * geometry.unit();
        graphics.setLineWidth(BORDER * geometry.unit());
        double width = range.width() * geometry.cell();
        double height = range.height() * geometry.cell();
        for (int plane : range.planes()) {
            CellRef first = new CellRef(plane, range.top() * range.shape().width() + range.left());
            double x = geometry.cellX(first);
            double y = geometry.cellY(first);
            graphics.fillRoundRect(x, y, width, height, corner, corner);
            graphics.strokeRoundRect(x, y, width, height, corner, corner);
        }
    }
}
