package lossgrid.ui.grid;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import lossgrid.ui.control.Fonts;

/**
 * A canvas or a picture made of shapes, on which a grid is drawn. Squares have round corners of a diameter, which may
 * be 0.
 */
public interface Surface {
    /** A monospaced type, and which height of a text goes where the text is put: its baseline or its middle. */
    record Type(double size, FontWeight weight, VPos origin, Font font) {
        static Type of(double size, FontWeight weight, VPos origin) {
            return new Type(size, weight, origin, Fonts.mono(size, weight));
        }
    }

    /** Takes away what a square showed before, since paints may be translucent. */
    void clear(double x, double y, double size);

    void fill(Paint paint, double x, double y, double size, double arc);

    /** Fills a rectangle. */
    void fillBox(Paint paint, double x, double y, double width, double height);

    /** Fills a square with a colour that may let {@code ground} shine through. */
    void fill(Paint ground, Color color, double x, double y, double size, double arc);

    /** Draws the edge of a square. */
    default void frame(Paint paint, double line, double x, double y, double size, double arc) {
        frame(paint, line, x, y, size, size, arc);
    }

    /** Draws the edge of a rectangle. */
    void frame(Paint paint, double line, double x, double y, double width, double height, double arc);

    void line(Paint paint, double width, double x1, double y1, double x2, double y2);

    /** Fills the triangle over a level base; {@code tip} is the height of its third corner. */
    void triangle(Paint paint, double left, double right, double base, double tip);

    /** Writes a text whose middle is at {@code x}. */
    void text(String text, Type type, Paint ink, double x, double y);
}
