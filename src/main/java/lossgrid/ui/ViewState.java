package lossgrid.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.model.Analysis;
import lossgrid.model.Fills;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.Marks;
import lossgrid.paint.Arrangement;
import lossgrid.paint.BoardArrangement;
import lossgrid.paint.ColorSettings;
import lossgrid.paint.GridShape;

/**
 * What views share that is neither in the document nor in its history: the selected pixel, what the pointer is on, and how
 * numbers look.
 */
final class ViewState {
    private final ObjectProperty<PixelSelection> selection = new SimpleObjectProperty<>(PixelSelection.FIRST);
    private final ObjectProperty<Optional<Highlight>> highlight = new SimpleObjectProperty<>(Optional.empty());
    private final Brush brush = new Brush();
    private final Comparing comparing;

    private final ObjectProperty<Optional<Presentation>> presentation = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.BOARD);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);

    private final ObjectProperty<Optional<Fix>> proposed = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Marks>> marks = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<BoardArrangement> arrangement;
    private final ObjectProperty<ColorSettings> colors = new SimpleObjectProperty<>(ColorSettings.defaults());

    /** The selection stays inside the session's logits, whatever becomes of them. */
    ViewState(Session session) {
        comparing = new Comparing(session);
        GridShape logits = GridShape.of(session.experiment().logits().shape());
        arrangement = new SimpleObjectProperty<>(BoardArrangement.usual(logits));
        session.analysisProperty().subscribe(analysis -> {
            selection.set(inside(analysis));
            marks.set(Optional.empty());
            proposed.set(Optional.empty());
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
        other.screen.set(screen.get());
        other.zoom.set(zoom.get());
        other.colors.set(colors.get());
        other.arrangement.set(arrangement.get());
        comparing.copyTo(other.comparing);
    }

    /** The cells that the pointer is on, or that a symbol under it stands for. */
    ObjectProperty<Optional<Highlight>> highlightProperty() {
        return highlight;
    }

    /** The class that clicks on labels paint. */
    Brush brush() {
        return brush;
    }

    /** What the doctor screen compares. */
    Comparing comparing() {
        return comparing;
    }

    /** Where the presentation is; empty while there is none. */
    ObjectProperty<Optional<Presentation>> presentationProperty() {
        return presentation;
    }

    /** Which face of the window shows. */
    ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    Screen screen() {
        return screen.get();
    }

    /** Starts a presentation on the first stage, or ends the one that runs. */
    void togglePresentation() {
        screen.set(Screen.BOARD);
        presentation.set(
                presentation.get().isPresent()
                        ? Optional.empty()
                        : Optional.of(Presentation.of(List.of(CardKind.values()))));
    }

    void leavePresentation() {
        presentation.set(Optional.empty());
    }

    /** Moves a presentation that runs. */
    void step(UnaryOperator<Presentation> step) {
        presentation.set(presentation.get().map(step));
    }

    /** What the user has asked the size of type to be multiplied with. */
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /** The cells of a finding that are to be seen among the others. */
    ObjectProperty<Optional<Marks>> marksProperty() {
        return marks;
    }

    /** The fix whose steps are shown beside the chain; empty for the best of the worst finding. */
    ObjectProperty<Optional<Fix>> proposedProperty() {
        return proposed;
    }

    /** Which way planes lie on all cards: found by the board when it is laid out. */
    ObjectProperty<BoardArrangement> arrangementProperty() {
        return arrangement;
    }

    Arrangement arrangement() {
        return arrangement.get().arrangement();
    }

    /** Maps, ranges and digits of all numbers. */
    ObjectProperty<ColorSettings> colorsProperty() {
        return colors;
    }

    ColorSettings colors() {
        return colors.get();
    }
}
