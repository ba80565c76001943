package lossgrid.ui.formula;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import org.jfree.fx.FXGraphics2D;

/**
 * Records the shapes that JLaTeXMath paints. A term is identified by its colour; glyphs are recorded as outlines, since
 * JavaFX does not know JLaTeXMath's fonts.
 */
final class FormulaRecorder extends FXGraphics2D {
    private static final int RGB = 0xffffff;

    private final List<FormulaShapes.Ink> inks = new ArrayList<>();
    private final double baseline;

    /** Moves the shapes up so that the baseline, {@code baseline} units below the origin, is at it. */
    FormulaRecorder(double baseline) {
        super(new Canvas(1, 1).getGraphicsContext2D());
        this.baseline = baseline;
    }

    List<FormulaShapes.Ink> inks() {
        return List.copyOf(inks);
    }

    @Override
    public void fill(Shape shape) {
        Path2D path = new Path2D.Double(shape, getTransform());
        path.transform(AffineTransform.getTranslateInstance(0, -baseline));
        inks.add(new FormulaShapes.Ink(getColor().getRGB() & RGB, path));
    }

    @Override
    public void draw(Shape shape) {
        fill(getStroke().createStrokedShape(shape));
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        fill(getFont().createGlyphVector(getFontRenderContext(), text).getOutline(x, y));
    }

    @Override
    public void drawChars(char[] data, int offset, int length, int x, int y) {
        drawString(new String(data, offset, length), x, y);
    }
}
