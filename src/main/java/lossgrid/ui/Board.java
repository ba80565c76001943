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
 * The flow from left to right: logits to probabilities above, labels to one-hot below, both into the loss. Shows the session's analysis and hands what
 * the user does on a card back as edits and selections.
 */
final class Board extends Pane {
    private static final double MARGIN = 14;
    private static final double ARROW_WIDTH = 26;
    private static final double CARD_GAP = 12;
    private static final int COLUMNS = 3;
    private static final int FEW_CHANNELS = 2;
    /** The loss has one plane where the other cards have one a channel, so with many channels they get its room. */
    private static final double NARROW_LOSS = 0.65;

    private final Session session;
    private final ViewState view;
    private final Messages messages;
    private final Map<CardKind, StageCard> cards = new EnumMap<>(CardKind.class);
    private final Label upperArrow = arrow();
    private final Label lowerArrow = arrow();
    private final Label lossArrow = arrow();

    Board(Workspace workspace, PopoverLayer popovers) {
        session = workspace.session();
        view = workspace.view();
        messages = workspace.messages();
        getStyleClass().add("board");
        for (CardKind kind : CardKind.values()) {
            StageCard card = new StageCard(
                    kind, new CardActions(kind), messages, workspace.resolution(), new ColorBar(workspace, popovers));
            cards.put(kind, card);
            getChildren().add(card);
        }
        getChildren().addAll(upperArrow, lowerArrow, lossArrow);
        session.analysisProperty().subscribe(this::refresh);
        messages.languageProperty().subscribe(this::refresh);
        view.selectionProperty().subscribe(this::outline);
        view.highlightProperty().subscribe(this::highlight);
        view.colorsProperty().subscribe(this::refresh);
        refresh();
    }

    private static Label arrow() {
        Label arrow = new Label("→");
        arrow.getStyleClass().add("flow-arrow");
        return arrow;
    }

    StageCard card(CardKind kind) {
        return Optional.ofNullable(cards.get(kind)).orElseThrow();
    }

    private void refresh() {
        cards.forEach((kind, card) -> card.show(CardContents.of(kind, session.analysis(), messages, view.colors())));
        requestLayout();
        outline();
    }

    private void highlight() {
        Optional<Highlight> highlight = view.highlightProperty().get();
        cards.forEach((kind, card) -> card.grid()
                .highlight(highlight
                        .filter(cells -> cells.card() == kind)
                        .map(Highlight::cells)
                        .orElse(List.of())));
        markBars();
    }

    /** Marks on each colour bar the number under the pointer, or that of the selected pixel. */
    private void markBars() {
        Optional<Highlight> highlight = view.highlightProperty().get();
        cards.forEach((kind, card) -> {
            Optional<CellRef> cell = highlight
                    .filter(cells -> cells.card() == kind)
                    .flatMap(cells -> cells.cells().stream().findFirst())
                    .or(card.grid()::active);
            card.colorBar().mark(card.grid().grid().flatMap(grid -> cell.filter(at -> contains(grid.shape(), at))
                    .map(at -> grid.value(at.plane(), at.cell()))));
        });
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
        markBars();
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
                case PROBABILITIES, ONE_HOT, LOSS -> Optional.empty();
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
                        case PROBABILITIES, ONE_HOT, LOSS ->
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
        double free = getWidth() - 2 * MARGIN - (COLUMNS - 1) * ARROW_WIDTH;
        double lossShare = logitsShape().columns() > FEW_CHANNELS ? NARROW_LOSS : 1;
        double width = Math.floor(free / (COLUMNS - 1 + lossShare));
        double lossWidth = free - (COLUMNS - 1) * width;
        double height = Math.floor((getHeight() - 2 * MARGIN - CARD_GAP) / 2);
        double second = MARGIN + width + ARROW_WIDTH;
        double third = second + width + ARROW_WIDTH;
        double lower = MARGIN + height + CARD_GAP;
        card(CardKind.LOGITS).resizeRelocate(MARGIN, MARGIN, width, height);
        card(CardKind.LABELS).resizeRelocate(MARGIN, lower, width, height);
        card(CardKind.PROBABILITIES).resizeRelocate(second, MARGIN, width, height);
        card(CardKind.ONE_HOT).resizeRelocate(second, lower, width, height);
        card(CardKind.LOSS).resizeRelocate(third, MARGIN, lossWidth, 2 * height + CARD_GAP);
        placeArrow(upperArrow, MARGIN + width, MARGIN + height / 2);
        placeArrow(lowerArrow, MARGIN + width, lower + height / 2);
        placeArrow(lossArrow, second + width, MARGIN + height + CARD_GAP / 2);
    }

    private static void placeArrow(Label arrow, double x, double y) {
        double height = arrow.prefHeight(-1);
        arrow.resizeRelocate(x, Math.floor(y - height / 2), ARROW_WIDTH, height);
    }
}
