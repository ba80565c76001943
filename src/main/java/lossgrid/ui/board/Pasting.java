package lossgrid.ui.board;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.BulkInput;
import lossgrid.model.edit.Cells;
import lossgrid.model.edit.Fills;
import lossgrid.model.edit.ValueGrid;
import lossgrid.paint.geometry.Placement;

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
