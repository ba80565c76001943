package lossgrid.ui.board;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.CellIndices;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.edit.Fills;
import lossgrid.model.text.Parsed;
import lossgrid.paint.geometry.PastePlacement;

/** From a pasted array and its placement to an edit. */
final class PasteEdit {
    private PasteEdit() {}

    static Parsed<Edit> of(Experiment experiment, EditableArray grid, LabelArray pasted, PastePlacement placement) {
        int[] sources = placement.sources();
        Shape flat = Shape.of(sources.length);
        LabelArray values = pasted.dtype().isFloatingPoint()
                ? LabelArray.ofDoubles(pasted.dtype(), flat, i -> pasted.doubleAt(sources[i]))
                : LabelArray.ofLongs(pasted.dtype(), flat, i -> pasted.longAt(sources[i]));
        return Fills.set(experiment, grid, CellIndices.of(placement.targets()), values);
    }
}
