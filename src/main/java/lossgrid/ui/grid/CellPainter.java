package lossgrid.ui.grid;

import javafx.geometry.VPos;
import javafx.scene.paint.Paint;
import javafx.scene.text.FontWeight;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.control.Colors;
import lossgrid.ui.control.Fonts;

/** Draws the titles and cells of one grid on a surface: the same on every one. */
public final class CellPainter {
    /** Smaller cells are not drawn one by one. */
    public static final double SMALLEST = 5;

    private static final double TITLE_TYPE = 11;
    private static final double TITLE_LIFT = 4;
    private static final double CORNER = 4;
    /** The width and height of a character, to the size of type. */
    private static final double CHARACTER = 0.62;

    private static final double LINE = 1.1;

    private final Surface surface;
    private final GridStyle style;
    private final CellGrid grid;
    private final GridGeometry geometry;
    private final LookPainter looks;
    private final boolean withText;
    private final int paper;
    private final double size;
    private final double arc;
    private final Surface.Type title;
    private final Surface.Type plain;
    private final Surface.Type bold;

    public CellPainter(Surface surface, GridStyle style, CellGrid grid, GridGeometry geometry) {
        this.surface = surface;
        this.style = style;
        this.grid = grid;
        this.geometry = geometry;
        looks = new LookPainter(surface, style);
        paper = style.lookInks().paper();
        withText = geometry.showsText(grid.longestText());
        size = geometry.cell() - geometry.cellGap();
        double corner = CORNER * style.unit();
        arc = size > 4 * corner ? corner : 0;
        double type = Fonts.mono(geometry.fontSize(grid.longestText())).getSize();
        title = Surface.Type.of(TITLE_TYPE * geometry.unit(), FontWeight.NORMAL, VPos.BASELINE);
        plain = Surface.Type.of(type, FontWeight.NORMAL, VPos.CENTER);
        bold = Surface.Type.of(type, FontWeight.BOLD, VPos.CENTER);
    }

    /** Writes what is above a plane, if there is room. */
    public void title(int plane) {
        if (geometry.title() > 0) {
            double middle = geometry.planeX(plane) + geometry.shape().width() * geometry.cell() / 2;
            double y = geometry.planeY(plane) - TITLE_LIFT * geometry.unit();
            surface.text(grid.planeTitle(plane), title, style.paint(GridPaint.TITLE_INK), middle, y);
        }
    }

    public void cell(int plane, int cell) {
        CellRef ref = new CellRef(plane, cell);
        double x = geometry.cellX(ref) + geometry.cellGap() / 2;
        double y = geometry.cellY(ref) + geometry.cellGap() / 2;
        CellLook look = grid.look(plane, cell);
        if (look == CellLook.ORDINARY) {
            int argb = grid.argb(plane, cell);
            surface.fill(style.paper(), Colors.of(argb), x, y, size, arc);
            if (withText) {
                write(grid.text(plane, cell), plain, ink(argb), x, y);
            } else {
                looks.texture(grid.texture(plane, cell), ink(argb), x, y, size);
            }
        } else if (withText) {
            String text = grid.text(plane, cell);
            double width = CHARACTER * bold.size() * text.length();
            write(text, bold, looks.paint(look, new LookPainter.Gap(width, LINE * bold.size()), x, y, size), x, y);
        } else {
            looks.paint(look, LookPainter.Gap.NONE, x, y, size);
        }
    }

    private void write(String text, Surface.Type type, Paint ink, double x, double y) {
        surface.text(text, type, ink, x + size / 2, y + size / 2);
    }

    /** Light or dark, whichever is seen better on a colour that may let the paper shine through. */
    private Paint ink(int argb) {
        int seen = DefaultClassColors.over(paper, argb);
        return style.paint(DefaultClassColors.isDark(seen) ? GridPaint.LIGHT_INK : GridPaint.DARK_INK);
    }
}
