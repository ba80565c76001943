package lossgrid.model.finding;

import java.util.BitSet;
import java.util.function.Supplier;
import lossgrid.core.array.Shape;

/**
 * The cells that a finding is about. They are looked for only when asked for, so that a finding costs no memory.
 *
 * @param shape of the array whose cells they are, counted in row-major order
 */
public record MarkedCells(Grid grid, Shape shape, Supplier<BitSet> search) {
    /** The array whose cells are meant. */
    public enum Grid {
        /** None: the finding is about no certain cells. */
        NONE,
        /** The labels that the rules looked at: after the encoding, or after its last step that could be computed. */
        ENCODED,
        LOGITS
    }

    /** No cells. */
    public static MarkedCells none() {
        return new MarkedCells(Grid.NONE, Shape.SCALAR, BitSet::new);
    }

    /** The same cells of an array of another shape and as many elements. */
    public MarkedCells on(Shape other) {
        return new MarkedCells(grid, other, search);
    }

    public boolean isEmpty() {
        return grid == Grid.NONE;
    }

    /** The cells; looks at the whole array. */
    public BitSet cells() {
        return search.get();
    }
}
