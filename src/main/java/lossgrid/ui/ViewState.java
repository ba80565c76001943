package lossgrid.ui;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.model.Analysis;
import lossgrid.paint.ColorSettings;
import lossgrid.paint.GridShape;

/**
 * What views share that is neither in the document nor in its history: the selected pixel, what the pointer is on, and how
 * numbers look.
 */
final class ViewState {
    private final ObjectProperty<PixelSelection> selection = new SimpleObjectProperty<>(PixelSelection.FIRST);
    private final ObjectProperty<Optional<Highlight>> highlight = new SimpleObjectProperty<>(Optional.empty());

    private final ObjectProperty<ColorSettings> colors = new SimpleObjectProperty<>(ColorSettings.defaults());

    /** The selection stays inside the session's logits, whatever becomes of them. */
    ViewState(Session session) {
        session.analysisProperty().subscribe(analysis -> selection.set(inside(analysis)));
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

    /** The cells that the pointer is on, or that a symbol under it stands for. */
    ObjectProperty<Optional<Highlight>> highlightProperty() {
        return highlight;
    }

    /** Maps, ranges and digits of all numbers. */
    ObjectProperty<ColorSettings> colorsProperty() {
        return colors;
    }

    ColorSettings colors() {
        return colors.get();
    }
}
