package lossgrid.ui.board;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.CellIndices;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.edit.Edits;
import lossgrid.model.edit.Fills;
import lossgrid.model.edit.Reshaping;
import lossgrid.model.text.Parsed;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PastePlacement;

/** From a pasted array and its placement to an edit. */
final class PasteEdit {
    private PasteEdit() {}

    /**
     * Other sizes of a document, in which an array of this grid is of the shape {@code grown}; empty if its labels do
     * not lie as its logits do, or if it would be too large.
     */
    static Optional<Edit> enlarging(Experiment experiment, EditableArray grid, GridShape grown) {
        int c =
                switch (grid) {
                    case LOGITS -> grown.columns();
                    case LABELS ->
                        experiment.labels().shape().equals(experiment.logits().shape())
                                ? grown.columns()
                                : experiment.channels();
                };
        if ((long) grown.rows() * c * grown.height() * grown.width() > Reshaping.MOST_ELEMENTS) {
            return Optional.empty();
        }
        Edit edit = new Edit.Reshape(grown.rows(), c, grown.height(), grown.width());
        Experiment after = Edits.apply(experiment, edit);
        Shape shape =
                switch (grid) {
                    case LOGITS -> after.logits().shape();
                    case LABELS -> after.labels().shape();
                };
        return GridShape.of(shape).equals(grown) ? Optional.of(edit) : Optional.empty();
    }

    static Parsed<Edit> of(Experiment experiment, EditableArray grid, LabelArray pasted, PastePlacement placement) {
        int[] sources = placement.sources();
        Shape flat = Shape.of(sources.length);
        LabelArray values = pasted.dtype().isFloatingPoint()
                ? LabelArray.ofDoubles(pasted.dtype(), flat, i -> pasted.doubleAt(sources[i]))
                : LabelArray.ofLongs(pasted.dtype(), flat, i -> pasted.longAt(sources[i]));
        return Fills.set(experiment, grid, CellIndices.of(placement.targets()), values);
    }
}
