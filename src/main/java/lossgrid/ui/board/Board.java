package lossgrid.ui.board;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.finding.MarkedCells;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.NumberRule;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.CardsShown;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Highlight;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;

/**
 * The flow from left to right: logits to probabilities above, labels to one-hot below, both into the loss, whose
 * gradient is under it. Shows the session's analysis and hands what the user does on a card back as edits and
 * selections.
 */
public final class Board extends Pane {
    private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");

    private static final int MOST_OUTLINED = 512;

    private final Session session;
    private final ViewState view;
    private final Messages messages;
    private final Map<CardKind, StageCard> cards = new EnumMap<>(CardKind.class);
    private CardKind lastFocused = CardKind.LOGITS;
    private final BoardArrows arrows = new BoardArrows();
    private final BoardLayout layout;

    public Board(Workspace workspace, PopoverLayer popovers) {
        session = workspace.session();
        view = workspace.view();
        messages = workspace.messages();
        getStyleClass().add("board");
        for (CardKind kind : CardKind.values()) {
            CardActions actions = new CardActions(kind, workspace);
            actions.onMoved(this::zoomAlike);
            StageCard card =
                    new StageCard(kind, actions, messages, workspace.resolution(), new ColorBar(workspace, popovers));
            cards.put(kind, card);
            card.head().onTurn(() -> turnFold(kind), () -> turnMaximizing(kind));
            card.grid().focusedProperty().subscribe(focused -> lastFocused = focused ? kind : lastFocused);
            getChildren().add(card);
        }
        // The steps are built on the other face of the window.
        card(CardKind.LABELS).onChip(() -> view.screenProperty().set(Screen.DOCTOR));
        getChildren().addAll(arrows.all());
        layout = new BoardLayout(this, cards, arrows, view);
        session.fit((before, now) -> {
            if (before.opening() != now.opening()) {
                cards.values().forEach(card -> card.grid().startOver());
            }
        });
        session.follow(
                Frame::facts,
                this::refresh,
                messages.languageProperty(),
                view.colorsProperty(),
                view.previewProperty());
        session.follow(this::highlight, view.highlightProperty(), view.marksProperty());
        session.follow(this::outline, view.selectionProperty());
        view.presentationProperty().subscribe(this::showCards);
        view.cardsProperty().subscribe(this::showCards);
        refresh();
        showCards();
    }

    public StageCard card(CardKind kind) {
        return Optional.ofNullable(cards.get(kind)).orElseThrow();
    }

    /** The grid that has the focus, or had it last. */
    public GridView focusedGrid() {
        return card(lastFocused).grid();
    }

    /** The card that has the keyboard, or had it last. */
    public CardKind lastFocused() {
        return lastFocused;
    }

    private void refresh() {
        cards.forEach((kind, card) -> {
            // What is typed is seen in the editor; the cards that follow from it show what it would give.
            BoardFacts facts = card.isEditable() ? session.frame().facts() : view.shownFacts();
            card.show(CardContentBuilder.of(kind, facts, messages, view.colors()), usual(kind));
        });
        pseudoClassStateChanged(PREVIEW, view.previewProperty().get().isPresent());
        NumberRule rule = new NumberRule(cards.values().stream()
                .flatMap(card -> card.grid().grid().stream())
                .toList());
        cards.values().forEach(card -> card.grid().write(rule));
        layout.changed();
        outline();
        highlight();
    }

    /** The shape that an array has when nothing is raised, so that a mistake moves no other card. */
    private GridShape usual(CardKind kind) {
        GridShape logits = logitsShape();
        return switch (kind) {
            case LOGITS, PROBABILITIES, LABELS, GRADIENT -> logits;
            // With one channel there are y and 1 − y.
            case ONE_HOT ->
                new GridShape(logits.rows(), Math.max(2, logits.columns()), logits.height(), logits.width(), true);
            case LOSS -> new GridShape(logits.rows(), 1, logits.height(), logits.width(), false);
        };
    }

    /** All cards show the same part of their planes. */
    private void zoomAlike(GridView moved) {
        cards.values().stream()
                .map(StageCard::grid)
                .filter(grid -> !grid.equals(moved))
                .forEach(grid -> grid.follow(moved));
    }

    /** The card that is shown alone, in a presentation or since it is maximized. */
    private Optional<CardKind> alone() {
        return view.presentationProperty().get().map(Presentation::alone).orElseGet(() -> view.cardsProperty()
                .get()
                .maximized());
    }

    /** All cards, or one alone; in a presentation none is folded. */
    private void showCards() {
        Optional<CardKind> alone = alone();
        boolean isPresenting = view.presentationProperty().get().isPresent();
        CardsShown shown = view.cardsProperty().get();
        cards.forEach((kind, card) -> {
            card.setVisible(alone.isEmpty() || alone.get() == kind);
            // The last step of a presentation is about the way from card to card, and each has been explained alone.
            card.explainColors(!isPresenting || alone.isPresent());
            card.turn(
                    !isPresenting && shown.folded().contains(kind),
                    shown.maximized().equals(Optional.of(kind)));
        });
        arrows.show(alone.isEmpty());
        layout.changed();
    }

    /** Folds a card, or unfolds it. */
    public void turnFold(CardKind kind) {
        view.cardsProperty().set(view.cardsProperty().get().withFoldTurned(kind));
    }

    /** Gives a card the whole board, or all cards their places back. */
    public void turnMaximizing(CardKind kind) {
        view.cardsProperty().set(view.cardsProperty().get().withMaximizingTurned(kind));
    }

    private void highlight() {
        Optional<Highlight> highlight = view.highlightProperty().get().or(this::marked);
        cards.forEach((kind, card) -> card.grid()
                .highlight(highlight.filter(cells -> cells.card() == kind).stream()
                        .flatMap(cells -> cells.cells().stream())
                        .filter(cell -> card.grid()
                                .grid()
                                .filter(grid -> grid.shape().contains(cell))
                                .isPresent())
                        .toList()));
        markBars();
    }

    /** The cells of a finding, while there are few enough to outline and they can be seen on a card. */
    private Optional<Highlight> marked() {
        Experiment experiment = session.analysis().experiment();
        return view.marksProperty().get().flatMap(marks -> switch (marks.grid()) {
            case NONE -> Optional.empty();
            case ENCODED -> highlight(CardKind.LABELS, experiment.labels().shape(), marks);
            case LOGITS -> highlight(CardKind.LOGITS, experiment.logits().shape(), marks);
        });
    }

    private static Optional<Highlight> highlight(CardKind kind, Shape shape, MarkedCells marks) {
        GridShape grid = GridShape.of(shape);
        if (marks.shape().size() != shape.size()) {
            return Optional.empty();
        }
        BitSet cells = marks.cells();
        return cells.cardinality() > MOST_OUTLINED
                ? Optional.empty()
                : Optional.of(
                        new Highlight(kind, cells.stream().mapToObj(grid::cell).toList()));
    }

    /** Marks on each colour bar the number under the pointer, or that of the selected pixel. */
    private void markBars() {
        Optional<Highlight> highlight = view.highlightProperty().get();
        cards.forEach((kind, card) -> {
            Optional<CellRef> cell = highlight
                    .filter(cells -> cells.card() == kind)
                    .flatMap(cells -> cells.cells().stream().findFirst())
                    .or(card.grid()::active);
            card.colorBar().mark(card.grid().grid().flatMap(grid -> cell.filter(
                            at -> grid.shape().contains(at))
                    .map(at -> grid.value(at.plane(), at.cell()))));
        });
    }

    private GridShape logitsShape() {
        return GridShape.of(session.analysis().experiment().logits().shape());
    }

    private void outline() {
        PixelSelection selected = view.selection();
        cards.values().forEach(card -> card.grid().grid().ifPresent(grid -> {
            List<CellRef> cells = cellsOf(selected, grid.shape());
            Optional<CellRef> kept =
                    card.grid().active().filter(cell -> grid.shape().contains(cell));
            CellRef active = cells.isEmpty()
                    ? kept.orElseGet(() -> new CellRef(0, 0))
                    : cells.get(Math.min(selected.c(), cells.size() - 1));
            card.grid().outline(cells, active);
        }));
        markBars();
    }

    /** The cells of a pixel in a grid that has the logits' pixels; none in one that lies otherwise. */
    private List<CellRef> cellsOf(PixelSelection pixel, GridShape shape) {
        List<CellRef> cells = new ArrayList<>();
        for (int c = 0; c < shape.columns() && hasPixels(logitsShape(), shape); c++) {
            cells.add(new CellRef(pixel.n() * shape.columns() + c, pixel.h() * shape.width() + pixel.w()));
        }
        return cells;
    }

    /** Whether the planes of a grid are made of the logits' pixels. */
    static boolean hasPixels(GridShape logits, GridShape shape) {
        return shape.rows() == logits.rows() && shape.height() == logits.height() && shape.width() == logits.width();
    }

    /** Finds sizes for the cards in a viewport of this size. Where they do not fit, the board becomes larger. */
    void fit(double width, double height) {
        layout.fit(width, height, alone().isPresent());
    }

    @Override
    protected void layoutChildren() {
        layout.place(alone());
    }
}
