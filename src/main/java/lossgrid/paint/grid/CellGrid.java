package lossgrid.paint.grid;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import lossgrid.paint.color.ClassTexture;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;

/** The content of a card's grid: for each cell a look, a colour and a text. Immutable. */
public interface CellGrid {
    GridShape shape();

    /** The title above a plane. */
    default String planeTitle(int plane) {
        return shape().planeTitle(plane);
    }

    CellLook look(int plane, int cell);

    /** The colour of a cell whose look is ordinary; it may be translucent. */
    int argb(int plane, int cell);

    /** The lines over the colour of an ordinary cell. */
    default ClassTexture texture(int plane, int cell) {
        return ClassTexture.PLAIN;
    }

    String text(int plane, int cell);

    /** The number that the colour of an ordinary cell represents; empty where colours represent something else. */
    default OptionalDouble value(int plane, int cell) {
        return OptionalDouble.empty();
    }

    /** The length of the longest text, which decides how small cells may be and still show numbers. */
    int longestText();

    /** The same grid with shorter texts, if they can be shortened. */
    default Optional<CellGrid> shortened() {
        return Optional.empty();
    }

    /** The grid with its texts shortened, if necessary, until they are legible in cells of this geometry. */
    default CellGrid fitted(GridGeometry geometry) {
        CellGrid fitted = this;
        while (!geometry.showsText(fitted.longestText())) {
            Optional<CellGrid> shorter = fitted.shortened();
            if (shorter.isEmpty()) {
                return this;
            }
            fitted = shorter.get();
        }
        return fitted;
    }

    /** The digits after the point, where cells are numbers with a fixed count of them. */
    default OptionalInt digits() {
        return OptionalInt.empty();
    }

    /** The same grid with this many digits after the point, or as many as it takes to show anything. */
    default CellGrid withDigits(int digits) {
        return this;
    }

    /** The same grid in type for texts as long as this, and so of the size of another grid's. */
    default CellGrid inTypeFor(int textLength) {
        return this;
    }

    /** The counts of the looks that are not ordinary, as in {@link LookCounts}. */
    default Map<CellLook, Integer> lookCounts() {
        return LookCounts.of(this);
    }

    /** The painter of the lines of pixels of a plane along {@code columns}. */
    default LinePainter lines(int plane, PixelAxis columns) {
        return LinePainter.ofCells(this, plane, columns);
    }

    /** Whether this cell looks the same in {@code other}, a grid of the same shape. */
    boolean sameCell(CellGrid other, int plane, int cell);

    /** Whether it is certain, without reading the cells, that none of this plane differs from {@code other}. */
    boolean samePlane(CellGrid other, int plane);
}
