package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.stage.Stage;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.MainWindow;
import lossgrid.ui.board.CardContentBuilder;
import lossgrid.ui.board.StageCard;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.session.Session;
import org.jspecify.annotations.Nullable;

/** What must hold whatever a user does; used on the JavaFX thread. */
final class MonkeyChecks {
    /** Cells that are looked at in a grid, at most. */
    private static final int MOST_CELLS = 2_000;

    private final MainWindow window;
    private final Stage stage;
    private final MonkeyDialogs dialogs;
    private int opening = -1;
    private @Nullable Experiment opened;

    MonkeyChecks(MainWindow window, Stage stage, MonkeyDialogs dialogs) {
        this.window = window;
        this.stage = stage;
        this.dialogs = dialogs;
    }

    private Session session() {
        return window.session();
    }

    /** Remembers each document that takes the place of another. */
    void follow() {
        Frame frame = session().frame();
        if (frame.opening() != opening) {
            opening = frame.opening();
            opened = frame.document();
        }
    }

    /** What can be seen is of one document, the newest, and what is selected exists. */
    void check() {
        Frame frame = session().frame();
        checkSelection(frame);
        if (!frame.isComputing()) {
            checkCards(frame);
        }
    }

    private void checkSelection(Frame frame) {
        GridShape logits = GridShape.of(frame.analysis().experiment().logits().shape());
        PixelSelection pixel = window.workspace().view().selection();
        assertThat(pixel.n()).as("n of %s in %s", pixel, logits).isBetween(0, logits.rows() - 1);
        assertThat(pixel.c()).as("c of %s in %s", pixel, logits).isBetween(0, logits.columns() - 1);
        assertThat(pixel.h()).as("h of %s in %s", pixel, logits).isBetween(0, logits.height() - 1);
        assertThat(pixel.w()).as("w of %s in %s", pixel, logits).isBetween(0, logits.width() - 1);
        for (CardKind kind : CardKind.values()) {
            StageCard card = window.workbench().board().card(kind);
            card.grid().grid().ifPresent(grid -> {
                GridShape shape = grid.shape();
                card.grid().active().ifPresent(cell -> exists(kind, "active", shape, cell));
                card.grid().outlined().forEach(cell -> exists(kind, "outlined", shape, cell));
                card.grid().highlighted().forEach(cell -> exists(kind, "highlighted", shape, cell));
                card.grid().selection().ifPresent(range -> {
                    exists(kind, "anchor", shape, range.anchor());
                    exists(kind, "corner", shape, range.corner());
                });
            });
        }
    }

    private static void exists(CardKind kind, String what, GridShape shape, CellRef cell) {
        assertThat(shape.contains(cell))
                .as("%s %s of %s in %s", what, cell, kind, shape)
                .isTrue();
    }

    private void checkCards(Frame frame) {
        Analysis fresh = Analyzer.analyze(frame.document());
        BoardFacts facts = BoardFacts.of(fresh);
        for (CardKind kind : CardKind.values()) {
            Optional<CellGrid> expected = CardContentBuilder.of(
                            kind, facts, window.workspace().messages())
                    .grid();
            Optional<CellGrid> shown =
                    window.workbench().board().card(kind).grid().grid();
            assertThat(shown.isPresent()).as("%s has a grid", kind).isEqualTo(expected.isPresent());
            if (expected.isPresent()) {
                checkCells(kind, shown.orElseThrow(), expected.get());
            }
        }
        assertThat(frame.analysis().loss().value().map(loss -> Float.floatToIntBits(loss.value())))
                .as("loss")
                .isEqualTo(fresh.loss().value().map(loss -> Float.floatToIntBits(loss.value())));
    }

    private static void checkCells(CardKind kind, CellGrid shown, CellGrid expected) {
        assertThat(shown.shape()).as("shape of %s", kind).isEqualTo(expected.shape());
        int size = shown.shape().size();
        int step = Math.max(1, size / MOST_CELLS);
        for (int i = 0; i < size; i += step) {
            CellRef cell = shown.shape().cell(i);
            OptionalDouble value = shown.value(cell.plane(), cell.cell());
            boolean isSame = shown.look(cell.plane(), cell.cell()) == expected.look(cell.plane(), cell.cell())
                    && value.equals(expected.value(cell.plane(), cell.cell()));
            if (!isSame) {
                assertThat(shown.text(cell.plane(), cell.cell()))
                        .as("%s of %s", cell, kind)
                        .isEqualTo(expected.text(cell.plane(), cell.cell()));
                throw new AssertionError(cell + " of " + kind + " is not what its document says");
            }
        }
    }

    /** Undo leads all the way back to the document that was opened, and redo to the present one. */
    void checkHistory() {
        Experiment present = session().experiment();
        int steps = 0;
        while (session().frame().canUndo()) {
            session().undo();
            steps++;
        }
        assertThat(session().experiment().equals(opened))
                .as("after %d steps back the document is the one that was opened", steps)
                .isTrue();
        check();
        for (int i = 0; i < steps; i++) {
            session().redo();
        }
        assertThat(session().experiment()).as("after as many steps forward").isSameAs(present);
    }

    /** Closing asks exactly if the document differs from what its file holds, or from what was opened. */
    void checkClosing() {
        Frame frame = session().frame();
        Experiment kept = frame.file().map(MonkeyFiles::document).orElse(opened);
        boolean asks =
                dialogs.asksAboutChanges(() -> window.workspace().documents().afterSaving(() -> {}));
        assertThat(asks).as("closing asks").isEqualTo(!frame.document().equals(kept));
        assertThat(stage.getTitle().startsWith("*")).as("the title has a star").isEqualTo(asks);
    }
}
