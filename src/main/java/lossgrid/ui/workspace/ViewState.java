package lossgrid.ui.workspace;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.model.edit.Fills;
import lossgrid.model.edit.LossTrace;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.MarkedCells;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.BoardOrder;
import lossgrid.paint.geometry.GridShape;
import lossgrid.ui.grid.Brush;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.CardsShown;
import lossgrid.ui.session.Highlight;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;

/**
 * The state that views share and that is neither in the document nor in its history: the selected pixel, what the
 * pointer is on, and how numbers look.
 */
public final class ViewState {
    /** The losses of a descent, which may go on, and its learning rate. */
    public record DescentShown(LossTrace trace, double rate) {}

    private final Session session;
    private final ReadOnlyObjectWrapper<PixelSelection> selection = new ReadOnlyObjectWrapper<>(PixelSelection.FIRST);
    private final ObjectProperty<Optional<Highlight>> highlight = new SimpleObjectProperty<>(Optional.empty());
    private final Brush brush = new Brush();
    private final ComparisonState comparing;

    private final ObjectProperty<Optional<Presentation>> presentation = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.BOARD);
    private final BooleanProperty legend = new SimpleBooleanProperty(true);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);

    private final ObjectProperty<Optional<Fix>> proposed = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BoardFacts>> preview = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<MarkedCells>> marks = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<BoardOrder> order;
    private final ObjectProperty<CardsShown> cards = new SimpleObjectProperty<>(CardsShown.ALL);
    private final ObjectProperty<ColorSettings> colors = new SimpleObjectProperty<>(ColorSettings.defaults());

    private final ObjectProperty<FigureRequest> figure = new SimpleObjectProperty<>(FigureRequest.USUAL);
    private final ObjectProperty<Optional<DescentShown>> descent = new SimpleObjectProperty<>(Optional.empty());

    /** The selection stays inside the session's logits, whatever becomes of them. */
    public ViewState(Session session) {
        this.session = session;
        comparing = new ComparisonState(session);
        GridShape logits = GridShape.of(session.experiment().logits().shape());
        order = new SimpleObjectProperty<>(BoardOrder.usual(logits));
        session.fit((before, now) -> {
            if (!now.shows(before.analysis())) {
                select(selection());
                preview.set(Optional.empty());
                marks.set(Optional.empty());
                proposed.set(Optional.empty());
                brush.keepBelow(Fills.classes(now.analysis().experiment()));
            }
        });
    }

    /** The selected pixel, outlined in every card. */
    public ReadOnlyObjectProperty<PixelSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Selects a pixel, or the nearest that there is. */
    public void select(PixelSelection pixel) {
        GridShape logits = GridShape.of(session.analysis().experiment().logits().shape());
        selection.set(new PixelSelection(
                Math.min(pixel.n(), logits.rows() - 1),
                Math.min(pixel.c(), logits.columns() - 1),
                Math.min(pixel.h(), logits.height() - 1),
                Math.min(pixel.w(), logits.width() - 1)));
    }

    public PixelSelection selection() {
        return selection.get();
    }

    /** Makes another view of the same document show what this one does; what the pointer is on is not carried over. */
    public void copyTo(ViewState other) {
        other.select(selection());
        other.screen.set(screen.get());
        other.zoom.set(zoom.get());
        other.legend.set(legend.get());
        other.colors.set(colors.get());
        other.order.set(order.get());
        other.cards.set(cards.get());
        comparing.copyTo(other.comparing);
    }

    /** The cells that the pointer is on, or that a symbol under it stands for. */
    public ObjectProperty<Optional<Highlight>> highlightProperty() {
        return highlight;
    }

    /** The class that clicks on labels paint. */
    public Brush brush() {
        return brush;
    }

    /** The comparison on the doctor screen. */
    public ComparisonState comparing() {
        return comparing;
    }

    /** The position of the presentation; empty while there is none. */
    public ObjectProperty<Optional<Presentation>> presentationProperty() {
        return presentation;
    }

    /** The descent whose curve the side panel shows. */
    public ObjectProperty<Optional<DescentShown>> descentProperty() {
        return descent;
    }

    /** The figure that was exported last, for the next one to begin with. */
    public ObjectProperty<FigureRequest> figureProperty() {
        return figure;
    }

    /** The face of the window that shows. */
    public ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    public Screen screen() {
        return screen.get();
    }

    /** Starts a presentation on the first stage, or ends the one that runs. */
    public void togglePresentation() {
        screen.set(Screen.BOARD);
        presentation.set(
                presentation.get().isPresent()
                        ? Optional.empty()
                        : Optional.of(Presentation.of(List.of(CardKind.values()))));
    }

    public void leavePresentation() {
        presentation.set(Optional.empty());
    }

    /** Moves a presentation that runs. */
    public void step(UnaryOperator<Presentation> step) {
        presentation.set(presentation.get().map(step));
    }

    /** Whether the legend of the formulas is unfolded. */
    public BooleanProperty legendProperty() {
        return legend;
    }

    /** The factor by which the user has asked for type to be enlarged. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** What the text in the open editor would give, while it is not yet in the document. */
    public ObjectProperty<Optional<BoardFacts>> previewProperty() {
        return preview;
    }

    /** What the board and the status bar show: the document's facts, or those of the text being typed. */
    public BoardFacts shownFacts() {
        return preview.get().orElseGet(() -> session.frame().facts());
    }

    /** The cells of a finding that are to be seen among the others. */
    public ObjectProperty<Optional<MarkedCells>> marksProperty() {
        return marks;
    }

    /** The fix whose steps are shown beside the chain; empty for the best of the worst finding. */
    public ObjectProperty<Optional<Fix>> proposedProperty() {
        return proposed;
    }

    /** The way planes lie on all cards: found by the board when it is laid out. */
    public ObjectProperty<BoardOrder> orderProperty() {
        return order;
    }

    public Arrangement arrangement() {
        return order.get().order().arrangement();
    }

    /** The cards that are folded, and the one that is maximized. */
    public ObjectProperty<CardsShown> cardsProperty() {
        return cards;
    }

    /** Maps, ranges and digits of all numbers. */
    public ObjectProperty<ColorSettings> colorsProperty() {
        return colors;
    }

    public ColorSettings colors() {
        return colors.get();
    }
}
