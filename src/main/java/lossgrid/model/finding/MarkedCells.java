package lossgrid.model.finding;

import java.util.BitSet;
import java.util.function.Supplier;
import lossgrid.core.array.Shape;

/**
 * The cells that a finding is about. They are searched only when read, so that a finding needs no memory for them.
 *
 * @param shape the shape of their array; cells are counted in row-major order
 */
public record MarkedCells(Grid grid, Shape shape, Supplier<BitSet> search) {
    /** The array that the cells belong to. */
    public enum Grid {
        /** None: the finding is not about certain cells. */
        NONE,
        /** The labels that the rules read: after the encoding, or after its last step that could be computed. */
        ENCODED,
        LOGITS
    }

    /** No cells. */
    public static MarkedCells none() {
        return new MarkedCells(Grid.NONE, Shape.SCALAR, BitSet::new);
    }

    /** The same cells of an array of another shape with as many elements. */
    public MarkedCells on(Shape other) {
        return new MarkedCells(grid, other, search);
    }

    public boolean isEmpty() {
        return grid == Grid.NONE;
    }

    /** The cells, found by a search of the whole array. */
    public BitSet cells() {
        return search.get();
    }
}
