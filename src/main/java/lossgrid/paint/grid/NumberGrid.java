package lossgrid.paint.grid;

import java.util.Map;
import lossgrid.core.array.Tensor;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.overview.Overview;

/** A grid of numbers, of which an overview knows the looks. */
interface NumberGrid extends CellGrid {
    Overview overview();

    default Tensor values() {
        return overview().values();
    }

    @Override
    default GridShape shape() {
        return overview().shape();
    }

    @Override
    default Map<CellLook, Integer> lookCounts() {
        return overview().looks();
    }

    @Override
    default CellLook look(int plane, int cell) {
        return overview().look(plane, cell);
    }

    /** Whether a cell has the same number and look in another grid. */
    default boolean sameNumber(NumberGrid that, int plane, int cell) {
        return Float.floatToIntBits(values().inPlane(plane, cell))
                        == Float.floatToIntBits(that.values().inPlane(plane, cell))
                && look(plane, cell) == that.look(plane, cell);
    }
}
