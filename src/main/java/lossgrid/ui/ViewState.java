package lossgrid.ui;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.model.Analysis;
import lossgrid.model.Fills;
import lossgrid.paint.GridShape;

/** What views share that is neither in the document nor in its history: the selected pixel, and what the pointer is on. */
final class ViewState {
    private final ObjectProperty<PixelSelection> selection = new SimpleObjectProperty<>(PixelSelection.FIRST);
    private final ObjectProperty<Optional<Highlight>> highlight = new SimpleObjectProperty<>(Optional.empty());
    private final Brush brush = new Brush();

    /** The selection stays inside the session's logits, whatever becomes of them. */
    ViewState(Session session) {
        session.analysisProperty().subscribe(analysis -> {
            selection.set(inside(analysis));
            brush.keepBelow(Fills.classes(analysis.experiment()));
        });
    }

    private PixelSelection inside(Analysis analysis) {
        GridShape logits = GridShape.of(analysis.experiment().logits().shape());
        PixelSelection now = selection.get();
        return new PixelSelection(
                Math.min(now.n(), logits.rows() - 1),
                Math.min(now.c(), logits.columns() - 1),
                Math.min(now.h(), logits.height() - 1),
                Math.min(now.w(), logits.width() - 1));
    }

    /** The selected pixel, outlined in every card. */
    ObjectProperty<PixelSelection> selectionProperty() {
        return selection;
    }

    PixelSelection selection() {
        return selection.get();
    }

    /** Makes another view of the same document show what this one does; what the pointer is on is not carried over. */
    void copyTo(ViewState other) {
        other.selection.set(selection.get());
    }

    /** The cells that the pointer is on, or that a symbol under it stands for. */
    ObjectProperty<Optional<Highlight>> highlightProperty() {
        return highlight;
    }

    /** The class that clicks on labels paint. */
    Brush brush() {
        return brush;
    }
}
