package lossgrid.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import lossgrid.core.DType;
import lossgrid.core.LabelArray;
import lossgrid.model.CellInput;
import lossgrid.paint.CellRef;
import lossgrid.paint.GridShape;
import lossgrid.paint.Numbers;

/**
 * The flow from left to right: logits to probabilities above, labels to one-hot below, both into the loss, whose gradient stands under it. Shows the session's analysis and hands what
 * the user does on a card back as edits and selections.
 */
final class Board extends Pane {
    /** Between two cards, to the margin. */
    private static final double CARD_GAP = 0.86;

    private static final int COLUMNS = 3;

    private final Session session;
    private final ViewState view;
    private final Messages messages;
    private final Map<CardKind, StageCard> cards = new EnumMap<>(CardKind.class);
    private CardKind lastFocused = CardKind.LOGITS;
    private final Label upperArrow = arrow("→");
    private final Label lowerArrow = arrow("→");
    private final Label lossArrow = arrow("→");
    private final Label targetArrow = arrow("↗");

    Board(Workspace workspace) {
        session = workspace.session();
        view = workspace.view();
        messages = workspace.messages();
        getStyleClass().add("board");
        for (CardKind kind : CardKind.values()) {
            StageCard card = new StageCard(kind, new CardActions(kind), messages, workspace.resolution());
            cards.put(kind, card);
            card.grid().focusedProperty().subscribe(focused -> lastFocused = focused ? kind : lastFocused);
            getChildren().add(card);
        }
        getChildren().addAll(upperArrow, lowerArrow, lossArrow, targetArrow);
        session.analysisProperty().subscribe(this::refresh);
        messages.languageProperty().subscribe(this::refresh);
        view.selectionProperty().subscribe(this::outline);
        view.highlightProperty().subscribe(this::highlight);
        view.presentationProperty().subscribe(this::showStages);
        refresh();
    }

    private static Label arrow(String direction) {
        Label arrow = new Label(direction);
        arrow.getStyleClass().add("flow-arrow");
        return arrow;
    }

    StageCard card(CardKind kind) {
        return Optional.ofNullable(cards.get(kind)).orElseThrow();
    }

    /** The card that has the keyboard, or had it last. */
    CardKind lastFocused() {
        return lastFocused;
    }

    private void refresh() {
        cards.forEach((kind, card) -> card.show(CardContents.of(kind, session.analysis(), messages)));
        requestLayout();
        outline();
    }

    private Optional<CardKind> alone() {
        return view.presentationProperty().get().flatMap(Presentation::alone);
    }

    /** All cards, or one alone in a presentation. */
    private void showStages() {
        Optional<CardKind> alone = alone();
        cards.forEach((kind, card) -> card.setVisible(alone.isEmpty() || alone.get() == kind));
        List.of(upperArrow, lowerArrow, lossArrow, targetArrow).forEach(arrow -> arrow.setVisible(alone.isEmpty()));
        requestLayout();
    }

    private void highlight() {
        Optional<Highlight> highlight = view.highlightProperty().get();
        cards.forEach((kind, card) -> card.grid()
                .highlight(highlight
                        .filter(cells -> cells.card() == kind)
                        .map(Highlight::cells)
                        .orElse(List.of())));
    }

    private GridShape logitsShape() {
        return GridShape.of(session.experiment().logits().shape());
    }

    private void outline() {
        PixelSelection selected = view.selection();
        cards.values().forEach(card -> card.grid().grid().ifPresent(grid -> {
            List<CellRef> cells = cellsOf(selected, grid.shape());
            Optional<CellRef> kept = card.grid().active().filter(cell -> contains(grid.shape(), cell));
            CellRef active = cells.isEmpty()
                    ? kept.orElseGet(() -> new CellRef(0, 0))
                    : cells.get(Math.min(selected.c(), cells.size() - 1));
            card.grid().outline(cells, active);
        }));
    }

    private static boolean contains(GridShape shape, CellRef cell) {
        return cell.plane() < shape.planes() && cell.cell() < shape.planeSize();
    }

    /** The cells of a pixel in a grid that has the logits' pixels; none in one that lies otherwise. */
    private List<CellRef> cellsOf(PixelSelection pixel, GridShape shape) {
        List<CellRef> cells = new ArrayList<>();
        for (int c = 0; c < shape.columns() && hasPixels(shape); c++) {
            cells.add(new CellRef(pixel.n() * shape.columns() + c, pixel.h() * shape.width() + pixel.w()));
        }
        return cells;
    }

    private boolean hasPixels(GridShape shape) {
        GridShape logits = logitsShape();
        return shape.rows() == logits.rows() && shape.height() == logits.height() && shape.width() == logits.width();
    }

    /** What the user does on one card. */
    private final class CardActions implements GridActions {
        private final CardKind kind;

        CardActions(CardKind kind) {
            this.kind = kind;
        }

        @Override
        public void select(CellRef cell) {
            GridShape shape = card(kind).grid().grid().orElseThrow().shape();
            if (hasPixels(shape)) {
                int c = shape.columns() == logitsShape().columns()
                        ? cell.plane() % shape.columns()
                        : view.selection().c();
                view.selectionProperty()
                        .set(new PixelSelection(
                                cell.plane() / shape.columns(),
                                c,
                                cell.cell() / shape.width(),
                                cell.cell() % shape.width()));
            } else {
                card(kind).grid().outline(List.of(), cell);
            }
        }

        @Override
        public void hover(Optional<CellRef> cell) {
            view.highlightProperty().set(cell.map(under -> new Highlight(kind, List.of(under))));
        }

        private int index(CellRef cell) {
            return cell.plane() * card(kind).grid().grid().orElseThrow().shape().planeSize() + cell.cell();
        }

        @Override
        public Optional<String> editableText(CellRef cell) {
            return switch (kind) {
                case LOGITS ->
                    Optional.of(editable(session.experiment().logits().at(index(cell))));
                case LABELS -> {
                    LabelArray labels = session.experiment().labels();
                    yield Optional.of(
                            labels.dtype().isFloatingPoint()
                                    ? Numbers.shortest(labels.doubleAt(index(cell)))
                                    : Long.toString(labels.longAt(index(cell))));
                }
                case PROBABILITIES, ONE_HOT, LOSS, GRADIENT -> Optional.empty();
            };
        }

        private static String editable(float value) {
            return Float.isFinite(value) ? Numbers.shortest(value) : Numbers.fixed(value, 0);
        }

        @Override
        public Optional<String> commit(CellRef cell, String text) {
            CellInput input =
                    switch (kind) {
                        case LOGITS -> CellInput.logit(index(cell), text);
                        case LABELS -> CellInput.label(session.experiment().labels(), index(cell), text);
                        case PROBABILITIES, ONE_HOT, LOSS, GRADIENT ->
                            throw new IllegalStateException(kind + " is not for editing");
                    };
            return switch (input) {
                case CellInput.Accepted(var edit) -> {
                    session.apply(edit);
                    yield Optional.empty();
                }
                case CellInput.Rejected(var reason) -> Optional.of(explain(reason, text.strip()));
            };
        }

        private String explain(CellInput.Reason reason, String text) {
            DType dtype =
                    kind == CardKind.LABELS ? session.experiment().labels().dtype() : DType.FLOAT32;
            return switch (reason) {
                case NOT_A_NUMBER -> messages.get(Text.INPUT_NOT_A_NUMBER, text);
                case NOT_WHOLE -> messages.get(Text.INPUT_NOT_WHOLE, text, dtype.torchName());
                case OUT_OF_RANGE -> messages.get(Text.INPUT_OUT_OF_RANGE, text, dtype.torchName());
            };
        }
    }

    @Override
    protected void layoutChildren() {
        // Whole units keep type and edges sharp.
        double margin = Math.floor(getPadding().getLeft());
        Optional<CardKind> alone = alone();
        if (alone.isPresent()) {
            card(alone.get()).resizeRelocate(margin, margin, getWidth() - 2 * margin, getHeight() - 2 * margin);
            return;
        }
        double gap = Math.floor(CARD_GAP * margin);
        double arrowWidth = Math.ceil(upperArrow.prefWidth(-1));
        double free = getWidth() - 2 * margin - (COLUMNS - 1) * arrowWidth;
        double width = Math.floor(free / COLUMNS);
        double lastWidth = free - (COLUMNS - 1) * width;
        double height = Math.floor((getHeight() - 2 * margin - gap) / 2);
        double second = margin + width + arrowWidth;
        double third = second + width + arrowWidth;
        double lower = margin + height + gap;
        card(CardKind.LOGITS).resizeRelocate(margin, margin, width, height);
        card(CardKind.LABELS).resizeRelocate(margin, lower, width, height);
        card(CardKind.PROBABILITIES).resizeRelocate(second, margin, width, height);
        card(CardKind.ONE_HOT).resizeRelocate(second, lower, width, height);
        card(CardKind.LOSS).resizeRelocate(third, margin, lastWidth, height);
        card(CardKind.GRADIENT).resizeRelocate(third, lower, lastWidth, height);
        placeArrow(upperArrow, margin + width, margin + height / 2);
        placeArrow(lowerArrow, margin + width, lower + height / 2);
        placeArrow(lossArrow, second + width, margin + height / 2);
        placeArrow(targetArrow, second + width, margin + height + gap / 2);
    }

    private static void placeArrow(Label arrow, double x, double y) {
        double height = arrow.prefHeight(-1);
        arrow.resizeRelocate(x, Math.floor(y - height / 2), Math.ceil(arrow.prefWidth(-1)), height);
    }
}
