package lossgrid.paint.grid;

import java.util.Map;
import lossgrid.core.array.LabelArray;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.ClassTexture;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.geometry.ValidLabels;
import lossgrid.paint.overview.LabelOverview;

/**
 * Labels in the colours of their classes. A label that is not a class has its own look; a label between two classes has
 * a mixture of their colours.
 */
public record LabelGrid(LabelOverview overview, ClassPalette palette, int longestText) implements CellGrid {
    /** A grid of labels in the default colours. */
    public static LabelGrid of(LabelArray labels, ValidLabels rule) {
        return of(labels, rule, ClassPalette.USUAL);
    }

    public static LabelGrid of(LabelArray labels, ValidLabels rule, ClassPalette palette) {
        return of(LabelOverview.of(labels, rule, null), palette);
    }

    public static LabelGrid of(LabelOverview overview, ClassPalette palette) {
        return new LabelGrid(overview, palette, overview.longestText());
    }

    private LabelArray labels() {
        return overview.labels();
    }

    @Override
    public GridShape shape() {
        return overview.shape();
    }

    @Override
    public Map<CellLook, Integer> lookCounts() {
        return overview.looks();
    }

    @Override
    public LinePainter lines(int plane, PixelAxis columns) {
        return columns.isZoomedIn() && !overview.isComplete()
                ? LinePainter.ofCells(this, plane, columns)
                : new LabelLines(overview, plane, columns, palette);
    }

    private int index(int plane, int cell) {
        return shape().element(plane, cell);
    }

    @Override
    public CellLook look(int plane, int cell) {
        return overview.rule().look(labels().doubleAt(index(plane, cell)));
    }

    @Override
    public int argb(int plane, int cell) {
        return palette.mix(labels().doubleAt(index(plane, cell)));
    }

    @Override
    public ClassTexture texture(int plane, int cell) {
        return palette.textureOf(labels().doubleAt(index(plane, cell)));
    }

    @Override
    public String text(int plane, int cell) {
        int i = index(plane, cell);
        return labels().dtype().isFloatingPoint()
                ? overview.text(labels().doubleAt(i))
                : Long.toString(labels().longAt(i));
    }

    @Override
    public boolean sameCell(CellGrid other, int plane, int cell) {
        int i = index(plane, cell);
        return other instanceof LabelGrid that
                && overview.rule().equals(that.overview.rule())
                && palette.equals(that.palette)
                && labels().dtype() == that.labels().dtype()
                && labels().at(i).equals(that.labels().at(i))
                && look(plane, cell) == that.look(plane, cell);
    }

    @Override
    public boolean samePlane(CellGrid other, int plane) {
        return other instanceof LabelGrid that && palette.equals(that.palette) && overview.same(that.overview);
    }
}
