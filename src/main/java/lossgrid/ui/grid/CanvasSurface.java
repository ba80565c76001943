package lossgrid.ui.grid;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/** A canvas as a surface. */
record CanvasSurface(GraphicsContext graphics) implements Surface {
    @Override
    public void clear(double x, double y, double size) {
        graphics.clearRect(x, y, size, size);
    }

    @Override
    public void fill(Paint paint, double x, double y, double size, double arc) {
        graphics.setFill(paint);
        if (arc > 0) {
            graphics.fillRoundRect(x, y, size, size, arc, arc);
        } else {
            graphics.fillRect(x, y, size, size);
        }
    }

    @Override
    public void fillBox(Paint paint, double x, double y, double width, double height) {
        graphics.setFill(paint);
        graphics.fillRect(x, y, width, height);
    }

    /** The ground is filled under opaque colours too: edges between pixels blend with it. */
    @Override
    public void fill(Paint ground, Color color, double x, double y, double size, double arc) {
        fill(ground, x, y, size, arc);
        fill(color, x, y, size, arc);
    }

    @Override
    public void frame(Paint paint, double line, double x, double y, double width, double height, double arc) {
        graphics.setStroke(paint);
        graphics.setLineWidth(line);
        graphics.strokeRoundRect(x, y, width, height, arc, arc);
    }

    @Override
    public void line(Paint paint, double width, double x1, double y1, double x2, double y2) {
        graphics.setStroke(paint);
        graphics.setLineWidth(width);
        graphics.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void triangle(Paint paint, double left, double right, double base, double tip) {
        graphics.setFill(paint);
        graphics.fillPolygon(new double[] {left, right, (left + right) / 2}, new double[] {base, base, tip}, 3);
    }

    @Override
    public void text(String text, Type type, Paint ink, double x, double y) {
        graphics.setFont(type.font());
        graphics.setFill(ink);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(type.origin());
        graphics.fillText(text, x, y);
    }
}
