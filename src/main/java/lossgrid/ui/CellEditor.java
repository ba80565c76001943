package lossgrid.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import lossgrid.paint.CellRef;
import lossgrid.paint.GridGeometry;
import org.jspecify.annotations.Nullable;

/** The text field over a cell. What cannot be taken stays in it, with the reason below. */
final class CellEditor extends Region {
    /** Where the selection goes after the editor is left. */
    enum Leave {
        STAY,
        BELOW,
        NEXT,
        PREVIOUS
    }

    private static final double LEAST_WIDTH = 74;
    private static final double LEAST_HEIGHT = 28;
    private static final double REASON_GAP = 4;

    private final TextField field = new TextField();
    private final Label reason = new Label();
    private final GridActions actions;
    private final Consumer<Leave> left;
    private @Nullable CellRef cell;

    CellEditor(GridActions actions, Consumer<Leave> left) {
        this.actions = actions;
        this.left = left;
        field.getStyleClass().addAll("cell-field", "mono");
        field.setId("cell-field");
        reason.getStyleClass().add("cell-reason");
        reason.setId("cell-reason");
        getChildren().addAll(field, reason);
        setManaged(false);
        setVisible(false);
        setPickOnBounds(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().subscribe(_ -> reason.setVisible(false));
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now && isVisible()) {
                commitOnFocusLoss();
            }
        });
    }

    /** Opens on a cell that holds {@code present}; {@code typed} replaces it, or null selects it. */
    void open(CellRef at, GridGeometry geometry, String present, @Nullable String typed) {
        cell = at;
        field.setText(typed == null ? present : typed);
        reason.setVisible(false);
        setVisible(true);
        place(geometry);
        field.requestFocus();
        if (typed == null) {
            field.selectAll();
        } else {
            field.end();
        }
    }

    void close() {
        cell = null;
        setVisible(false);
    }

    /** Moves onto its cell, inside the grid. */
    void place(GridGeometry geometry) {
        if (cell == null || !(getParent() instanceof Region grid)) {
            return;
        }
        double least = LEAST_HEIGHT * geometry.unit();
        double width = Math.max(geometry.cell(), LEAST_WIDTH * geometry.unit());
        double height = Math.clamp(geometry.cell(), least, least + least / 2);
        double reasonWidth = Math.min(reason.prefWidth(-1), grid.getWidth());
        double reasonHeight = reason.prefHeight(reasonWidth);
        double x = geometry.cellX(cell) + (geometry.cell() - width) / 2;
        double y = geometry.cellY(cell) + (geometry.cell() - height) / 2;
        x = Math.clamp(x, 0, Math.max(0, grid.getWidth() - width));
        y = Math.clamp(y, 0, Math.max(0, grid.getHeight() - height));
        boolean below = y + height + REASON_GAP + reasonHeight <= grid.getHeight();
        resizeRelocate(0, 0, grid.getWidth(), grid.getHeight());
        field.resizeRelocate(x, y, width, height);
        reason.resizeRelocate(
                Math.clamp(x, 0, Math.max(0, grid.getWidth() - reasonWidth)),
                below ? y + height + REASON_GAP : y - REASON_GAP - reasonHeight,
                reasonWidth,
                reasonHeight);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) {
            commit(Leave.BELOW);
        } else if (code == KeyCode.TAB) {
            commit(event.isShiftDown() ? Leave.PREVIOUS : Leave.NEXT);
        } else if (code == KeyCode.ESCAPE) {
            leave(Leave.STAY);
        } else {
            return;
        }
        event.consume();
    }

    private void commit(Leave then) {
        CellRef at = cell;
        if (at == null) {
            return;
        }
        Optional<String> rejected = actions.commit(at, field.getText());
        if (rejected.isEmpty()) {
            leave(then);
        } else {
            reason.setText(rejected.get());
            reason.setVisible(true);
            requestParentLayout();
            getParent().requestLayout();
        }
    }

    private void leave(Leave then) {
        close();
        left.accept(then);
    }

    /** A click elsewhere keeps a good value and drops a bad one. */
    private void commitOnFocusLoss() {
        CellRef at = cell;
        close();
        if (at != null) {
            actions.commit(at, field.getText());
        }
    }

    @Override
    protected void layoutChildren() {
        // Placed by the grid, since the cell decides.
    }
}
