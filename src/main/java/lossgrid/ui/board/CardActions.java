package lossgrid.ui.board;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lossgrid.core.array.DType;
import lossgrid.model.edit.CellIndices;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.edit.Fills;
import lossgrid.model.edit.History;
import lossgrid.model.text.Parsed;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridShape;
import lossgrid.ui.control.Messages;
import lossgrid.ui.grid.Brush;
import lossgrid.ui.grid.GridActions;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.grid.ScrubStep;
import lossgrid.ui.keys.CellCommand;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Highlight;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.InputTexts;

/** What the user does on one card, handed to the session as edits and to the view state as selections. */
final class CardActions implements GridActions {
    private final CardKind kind;
    private final Session session;
    private final ViewState view;
    private final Messages messages;
    private final Supplier<GridView> grid;
    private final CellCommandRunner commands;

    CardActions(CardKind kind, Workspace workspace, Supplier<GridView> grid) {
        this.kind = kind;
        this.grid = grid;
        session = workspace.session();
        view = workspace.view();
        messages = workspace.messages();
        commands = new CellCommandRunner(kind, workspace, this, grid);
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
    public void select(CellRef cell) {
        GridShape shape = grid.get().grid().orElseThrow().shape();
        GridShape logits = GridShape.of(session.analysis().experiment().logits().shape());
        if (Board.hasPixels(logits, shape)) {
            int c = shape.columns() == logits.columns()
                    ? cell.plane() % shape.columns()
                    : view.selection().c();
            view.selectionProperty()
                    .set(new PixelSelection(
                            cell.plane() / shape.columns(),
                            c,
                            cell.cell() / shape.width(),
                            cell.cell() % shape.width()));
        } else {
            grid.get().outline(List.of(), cell);
        }
    }

    @Override
    public void hover(Optional<CellRef> cell) {
        view.highlightProperty().set(cell.map(under -> new Highlight(kind, List.of(under))));
    }

    @Override
    public boolean isEditable() {
        return values(kind).isPresent();
    }

    @Override
    public Optional<String> editableText(CellRef cell) {
        int index = grid.get().grid().orElseThrow().shape().element(cell.plane(), cell.cell());
        return values(kind).map(values -> values.text(session.experiment(), index));
    }

    @Override
    public Optional<String> commit(CellRange cells, String text, History.Gesture gesture) {
        return take(
                Fills.fill(session.experiment(), values(kind).orElseThrow(), CellIndices.of(cells.indices()), text),
                gesture);
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

    @Override
    public void cancel(History.Gesture gesture) {
        session.cancel(gesture);
    }

    @Override
    public boolean holdsClasses() {
        return kind == CardKind.LABELS && !session.experiment().labels().dtype().isFloatingPoint();
    }

    @Override
    public void scrubBy(CellRange cells, int steps, ScrubStep size, History.Gesture gesture) {
        values(kind).ifPresent(values -> {
            CellIndices indices = CellIndices.of(cells.indices());
            int times = holdsClasses() ? Math.abs(steps) : 1;
            for (int i = 0; i < times; i++) {
                session.apply(Fills.add(session.experiment(), values, indices, size.times(steps)), gesture);
            }
        });
    }

    @Override
    public boolean allows(CellCommand command) {
        return command.onlyReads() || isEditable();
    }

    @Override
    public void run(CellCommand command, CellRange cells) {
        commands.run(command, cells);
    }

    @Override
    public Optional<Brush> brush() {
        return kind == CardKind.LABELS ? Optional.of(view.brush()) : Optional.empty();
    }
}
