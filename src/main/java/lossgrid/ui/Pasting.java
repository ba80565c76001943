package lossgrid.ui;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.BulkInput;
import lossgrid.model.Cells;
import lossgrid.model.Experiment;
import lossgrid.model.Fills;
import lossgrid.model.ValueGrid;
import lossgrid.paint.Placement;

/** From a pasted array and its placement to an edit. */
final class Pasting {
    private Pasting() {}

    static BulkInput of(Experiment experiment, ValueGrid grid, LabelArray pasted, Placement placement) {
        int[] sources = placement.sources();
        Shape flat = Shape.of(sources.length);
        LabelArray values = pasted.dtype().isFloatingPoint()
                ? LabelArray.ofDoubles(pasted.dtype(), flat, i -> pasted.doubleAt(sources[i]))
                : LabelArray.ofLongs(pasted.dtype(), flat, i -> pasted.longAt(sources[i]));
        return Fills.set(experiment, grid, Cells.of(placement.targets()), values);
    }
}
