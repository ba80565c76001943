package lossgrid.ui.board;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.edit.CellIndices;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.edit.Fills;
import lossgrid.model.edit.History;
import lossgrid.model.text.PastedArray;
import lossgrid.model.text.RoundTripText;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.PastePlacement;
import lossgrid.ui.control.FormDialog;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Notices;
import lossgrid.ui.grid.Brush;
import lossgrid.ui.grid.GridEvent;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.grid.ScrubStep;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.FigureText;
import lossgrid.words.Text;
import lossgrid.words.TextKey;
import org.jspecify.annotations.Nullable;

/** Clipboard, fills and random values for the selected cells of a card, each one step of the history. */
final class CellCommandRunner {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,18}\\.?\\d{0,18}|\\.\\d{1,18})([eE][+-]?\\d{1,2})?");

    private final CardKind kind;
    private final Session session;
    private final Workspace workspace;
    private final Messages messages;
    private final CardActions card;
    private long nextSeed;

    CellCommandRunner(CardKind kind, Workspace workspace, CardActions card) {
        this.kind = kind;
        this.workspace = workspace;
        this.card = card;
        session = workspace.session();
        messages = workspace.messages();
    }

    /** Returns the reason, in the user's language, when it cannot be done. */
    Optional<String> run(GridEvent.Commanded event) {
        CellRange cells = event.cells();
        Window window = event.grid().getScene().getWindow();
        switch (event.command()) {
            case COPY -> copy(cells);
            case CUT -> {
                copy(cells);
                clear(cells);
            }
            case PASTE -> {
                return paste(window, cells);
            }
            case CLEAR -> clear(cells);
            case FILL -> {
                return fill(event.grid(), cells);
            }
            case FILL_WITH -> askToFill(window, cells);
            case INCREASE -> card.scrub(cells, 1, ScrubStep.NORMAL, new History.Gesture());
            case DECREASE -> card.scrub(cells, -1, ScrubStep.NORMAL, new History.Gesture());
            case RANDOMIZE -> askToRandomize(window, cells);
            case SELECT_ALL -> throw new IllegalStateException("selecting is the grid's own");
        }
        return Optional.empty();
    }

    private EditableArray values() {
        return CardActions.values(kind).orElseThrow();
    }

    private void copy(CellRange cells) {
        Notices.copy(cells.tabSeparated(this::text));
        workspace.notices().say(FigureText.NOTICE_COPIED_CELLS, cells.size());
    }

    private String text(int element) {
        Analysis analysis = session.analysis();
        return switch (kind) {
            case LOGITS -> EditableArray.LOGITS.text(session.experiment(), element);
            case LABELS -> EditableArray.LABELS.text(session.experiment(), element);
            case PROBABILITIES -> text(analysis.probabilities().value(), element);
            case ONE_HOT -> text(analysis.oneHot().value().map(p -> p.values()), element);
            case LOSS -> text(analysis.loss().value().map(loss -> loss.lossPerPixel()), element);
            case GRADIENT -> text(analysis.gradient().value(), element);
        };
    }

    private static String text(Optional<Tensor> values, int element) {
        return values.map(present -> RoundTripText.of(present.at(element))).orElse("");
    }

    private void clear(CellRange cells) {
        session.apply(Fills.clear(values(), CellIndices.of(cells.indices())));
    }

    /** With the class picked for painting, or with the selection's first value. */
    private Optional<String> fill(GridView grid, CellRange cells) {
        Optional<Integer> picked = card.brush().flatMap(Brush::picked);
        String text = picked.map(String::valueOf)
                .orElseGet(() -> card.editableText(cells).orElseThrow());
        return card.handle(new GridEvent.Entered(grid, cells, text, new History.Gesture()));
    }

    private void askToFill(Window window, CellRange cells) {
        List<FormDialog.Field> fields = List.of(
                new FormDialog.Field(Text.FILL_VALUE, card.editableText(cells).orElse("0")),
                new FormDialog.Field(Text.FILL_STEP, "0"));
        new FormDialog(window, messages, Text.FILL_TITLE, fields, texts -> {
                    Optional<BigDecimal> step = decimal(texts.get(1));
                    return step.isEmpty()
                            ? Optional.of(messages.get(Text.INPUT_NOT_A_NUMBER, texts.get(1)))
                            : card.take(
                                    Fills.series(
                                            session.experiment(),
                                            values(),
                                            CellIndices.of(cells.indices()),
                                            texts.getFirst(),
                                            step.get()),
                                    new History.Gesture());
                })
                .show();
    }

    private void askToRandomize(Window window, CellRange cells) {
        FormDialog.Field seed = new FormDialog.Field(Text.RANDOM_SEED, Long.toString(nextSeed));
        List<FormDialog.Field> fields =
                kind == CardKind.LOGITS ? List.of(seed, new FormDialog.Field(Text.RANDOM_SIGMA, "1")) : List.of(seed);
        new FormDialog(window, messages, Text.RANDOM_TITLE, fields, texts -> randomize(cells, texts)).show();
    }

    private Optional<String> randomize(CellRange cells, List<String> texts) {
        Optional<BigDecimal> seed = decimal(texts.getFirst());
        if (seed.isEmpty()
                || seed.get().stripTrailingZeros().scale() > 0
                || seed.get().precision() > 18) {
            return Optional.of(messages.get(Text.RANDOM_BAD_SEED, texts.getFirst()));
        }
        Optional<BigDecimal> sigma = texts.size() > 1 ? decimal(texts.get(1)) : Optional.of(BigDecimal.ONE);
        if (sigma.isEmpty() || sigma.get().signum() < 0) {
            return Optional.of(messages.get(Text.RANDOM_BAD_SIGMA, texts.get(1)));
        }
        long value = seed.get().longValue();
        session.apply(Fills.randomize(
                session.experiment(),
                values(),
                CellIndices.of(cells.indices()),
                value,
                sigma.get().doubleValue()));
        nextSeed = value + 1;
        return Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String text) {
        String plain = text.strip().replace('−', '-');
        return DECIMAL.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private Optional<String> paste(Window window, CellRange cells) {
        @Nullable String text = Clipboard.getSystemClipboard().getString();
        return switch (PastedArray.parse(text == null ? "" : text)) {
            case PastedArray.Unreadable problem -> Optional.of(explain(problem));
            case PastedArray.Values(LabelArray array) -> paste(window, cells, array);
        };
    }

    private Optional<String> paste(Window window, CellRange cells, LabelArray array) {
        if (PastePlacement.isPlain(cells, array.shape())) {
            PastePlacement placement = PastePlacement.plain(cells, array.shape());
            return card.take(PasteEdit.of(session.experiment(), values(), array, placement), new History.Gesture());
        }
        new PasteDialog(window, workspace, kind, cells, array, card).show();
        return Optional.empty();
    }

    private String explain(PastedArray.Unreadable problem) {
        TextKey what =
                switch (problem.reason()) {
                    case EMPTY -> Text.PASTE_EMPTY;
                    case TOO_LARGE -> Text.PASTE_TOO_LARGE;
                    case NOT_A_NUMBER -> Text.PASTE_NOT_A_NUMBER;
                    case EMPTY_CELL -> Text.PASTE_EMPTY_CELL;
                    case AMBIGUOUS_COMMA -> Text.PASTE_AMBIGUOUS_COMMA;
                    case RAGGED -> Text.PASTE_RAGGED;
                    case TRUNCATED -> Text.PASTE_TRUNCATED;
                    case UNBALANCED -> Text.PASTE_UNBALANCED;
                    case TOO_DEEP -> Text.PASTE_TOO_DEEP;
                    case UNEXPECTED -> Text.PASTE_UNEXPECTED;
                };
        String reason = messages.get(what, problem.found());
        boolean placed =
                problem.reason() != PastedArray.Reason.EMPTY && problem.reason() != PastedArray.Reason.TOO_LARGE;
        return placed
                ? messages.get(
                        Text.PASTE_AT, Integer.toString(problem.line()), Integer.toString(problem.column()), reason)
                : reason;
    }
}
