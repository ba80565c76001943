package lossgrid.paint.grid;

import java.util.EnumMap;
import java.util.Map;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;

/** Counts the looks in a grid that are not ordinary. */
public final class LookCounts {
    private LookCounts() {}

    /**
     * The counts of the looks that occur. Ignored pixels count once, whatever the number of channels; other looks count
     * by cells.
     */
    public static Map<CellLook, Integer> of(CellGrid grid) {
        GridShape shape = grid.shape();
        Map<CellLook, Integer> out = new EnumMap<>(CellLook.class);
        for (int plane = 0; plane < shape.planes(); plane++) {
            for (int cell = 0; cell < shape.planeSize(); cell++) {
                CellLook look = grid.look(plane, cell);
                if (look != CellLook.ORDINARY && (look != CellLook.IGNORED || plane % shape.columns() == 0)) {
                    out.merge(look, 1, Integer::sum);
                }
            }
        }
        return out;
    }
}
