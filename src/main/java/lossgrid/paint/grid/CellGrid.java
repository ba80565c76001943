package lossgrid.paint.grid;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;

/** What a card's grid shows: for each cell a look, a colour and a text. Immutable. */
public interface CellGrid {
    GridShape shape();

    /** What stands above a plane. */
    default String planeTitle(int plane) {
        return shape().planeTitle(plane);
    }

    CellLook look(int plane, int cell);

    /** The colour of a cell whose look is ordinary; it may let the paper shine through. */
    int argb(int plane, int cell);

    String text(int plane, int cell);

    /** The number that the colour of an ordinary cell stands for; none where colours stand for something else. */
    default OptionalDouble value(int plane, int cell) {
        return OptionalDouble.empty();
    }

    /** The most characters that a text has, which decides how small cells may be to show numbers. */
    int longestText();

    /** The same grid with shorter texts, if they can be shortened. */
    default Optional<CellGrid> shortened() {
        return Optional.empty();
    }

    /** The grid with its texts shortened, if need be, until they can be read in cells of this geometry. */
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

    /** How often each look that is not ordinary occurs, counted as {@link LookCounts} does. */
    default Map<CellLook, Integer> lookCounts() {
        return LookCounts.of(this);
    }

    /** What colours the pixels of a plane that lie along {@code columns}. */
    default LinePainter lines(int plane, PixelAxis columns) {
        return LinePainter.ofCells(this, plane, columns);
    }

    /** Whether this cell looks just as in {@code other}, a grid of the same shape. */
    boolean sameCell(CellGrid other, int plane, int cell);

    /** Whether no cell of this plane can differ from {@code other}, known without looking at the cells. */
    boolean samePlane(CellGrid other, int plane);
}
