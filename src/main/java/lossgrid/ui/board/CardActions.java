package lossgrid.ui.board;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lossgrid.core.array.DType;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.CellIndices;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.edit.Edits;
import lossgrid.model.edit.Fills;
import lossgrid.model.edit.History;
import lossgrid.model.text.Parsed;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridShape;
import lossgrid.ui.control.Messages;
import lossgrid.ui.grid.Brush;
import lossgrid.ui.grid.CellValues;
import lossgrid.ui.grid.GridEvent;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.grid.ScrubStep;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Highlight;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.InputTexts;

/** The events of one card, handed to the session as edits and to the view state as selections. */
final class CardActions implements GridEvent.Handler {
    private final CardKind kind;
    private final Session session;
    private final ViewState view;
    private final Messages messages;
    private final CellCommandRunner commands;
    private Consumer<GridView> follower = _ -> {};

    CardActions(CardKind kind, Workspace workspace) {
        this.kind = kind;
        session = workspace.session();
        view = workspace.view();
        messages = workspace.messages();
        commands = new CellCommandRunner(kind, workspace, this);
    }

    /** The array behind a card that can be edited. */
    static Optional<EditableArray> values(CardKind kind) {
        return switch (kind) {
            case LOGITS -> Optional.of(EditableArray.LOGITS);
            case LABELS -> Optional.of(EditableArray.LABELS);
            case PROBABILITIES, ONE_HOT, LOSS, GRADIENT -> Optional.empty();
        };
    }

    @Override
    public Optional<String> handle(GridEvent event) {
        switch (event) {
            case GridEvent.Selected(var grid, var cell) -> select(grid, cell);
            case GridEvent.Hovered(var _, var cell) ->
                view.highlightProperty().set(cell.map(under -> new Highlight(kind, List.of(under))));
            case GridEvent.Moved(var grid) -> follower.accept(grid);
            case GridEvent.EditAsked(var grid, var cells, var typed) ->
                editableText(cells).ifPresent(present -> grid.openEditor(cells, present, typed));
            case GridEvent.Previewed(var _, var cells, var text) -> preview(cells, text);
            case GridEvent.PreviewEnded _ -> view.previewProperty().set(Optional.empty());
            case GridEvent.Entered(var _, var cells, var text, var gesture) -> {
                EditableArray array = values(kind).orElseThrow();
                return take(Fills.fill(session.experiment(), array, CellIndices.of(cells.indices()), text), gesture);
            }
            case GridEvent.Scrubbed(var _, var cells, int steps, var size, var gesture) ->
                scrub(cells, steps, size, gesture);
            case GridEvent.Cancelled(var _, var gesture) -> session.cancel(gesture);
            case GridEvent.Commanded command -> {
                return commands.run(command);
            }
        }
        return Optional.empty();
    }

    /** Sets the one that is told when the user has zoomed or panned. */
    void onMoved(Consumer<GridView> toldTo) {
        follower = toldTo;
    }

    /** The values that the card's cells accept. */
    CellValues cellValues() {
        if (values(kind).isEmpty()) {
            return CellValues.NONE;
        }
        boolean areClasses = kind == CardKind.LABELS
                && !session.experiment().labels().dtype().isFloatingPoint();
        return areClasses ? CellValues.CLASSES : CellValues.NUMBERS;
    }

    private void select(GridView grid, CellRef cell) {
        GridShape shape = grid.grid().orElseThrow().shape();
        GridShape logits = GridShape.of(session.analysis().experiment().logits().shape());
        if (Board.hasPixels(logits, shape)) {
            int c = shape.columns() == logits.columns()
                    ? cell.plane() % shape.columns()
                    : view.selection().c();
            view.select(new PixelSelection(
                    cell.plane() / shape.columns(), c, cell.cell() / shape.width(), cell.cell() % shape.width()));
        } else {
            grid.outline(List.of(), cell);
        }
    }

    /** The exact text of the first of these cells; empty when they cannot be edited. */
    Optional<String> editableText(CellRange cells) {
        CellRef cell = cells.anchor();
        int index = cells.shape().element(cell.plane(), cell.cell());
        return values(kind).map(values -> values.text(session.experiment(), index));
    }

    /** Shows what a text in these cells would give, without a step of the history; nothing if it is no value yet. */
    private void preview(CellRange cells, String text) {
        Experiment present = session.experiment();
        Optional<BoardFacts> facts = Optional.empty();
        boolean isAtOnce = session.isAtOnce(present.logits().size());
        if (isAtOnce
                && Fills.fill(present, values(kind).orElseThrow(), CellIndices.of(cells.indices()), text)
                        instanceof Parsed.Value<Edit>(Edit edit)) {
            Experiment after = Edits.apply(present, edit);
            facts = after.equals(present)
                    ? Optional.empty()
                    : Optional.of(BoardFacts.of(
                            Analyzer.analyze(after, session.analysis()),
                            session.frame().facts()));
        }
        view.previewProperty().set(facts);
    }

    /** Applies an edit, or gives the reason why not. */
    Optional<String> take(Parsed<Edit> input, History.Gesture gesture) {
        return switch (input) {
            case Parsed.Value<Edit>(Edit edit) -> {
                session.apply(edit, gesture);
                yield Optional.empty();
            }
            case Parsed.Rejected<Edit> rejected -> Optional.of(explain(rejected));
        };
    }

    /** The reason why a value cannot be in a cell of this card, in the user's language. */
    String explain(Parsed.Rejected<?> rejected) {
        DType dtype = kind == CardKind.LABELS ? session.experiment().labels().dtype() : DType.FLOAT32;
        return InputTexts.explain(messages.texts(), rejected, dtype);
    }

    void scrub(CellRange cells, int steps, ScrubStep size, History.Gesture gesture) {
        values(kind).ifPresent(values -> {
            CellIndices indices = CellIndices.of(cells.indices());
            int times = cellValues() == CellValues.CLASSES ? Math.abs(steps) : 1;
            for (int i = 0; i < times; i++) {
                session.apply(Fills.add(session.experiment(), values, indices, size.times(steps)), gesture);
            }
        });
    }

    /** The class that clicks paint with, where painting is possible. */
    Optional<Brush> brush() {
        return kind == CardKind.LABELS ? Optional.of(view.brush()) : Optional.empty();
    }
}
