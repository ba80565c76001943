package lossgrid.ui.grid;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import lossgrid.model.edit.History;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridNavigation;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneWrapping;
import lossgrid.ui.control.SectionNodes;
import org.jspecify.annotations.Nullable;

/**
 * The text field over a cell. A text that cannot be taken stays in it, with the reason below. Opened by typing, it is
 * left by the arrow keys too, and digits on class labels count at once, until Escape takes them back; of anything else
 * the board shows beforehand what it would give. With the shortcut key, Enter puts the text into every selected cell.
 */
final class CellEditor extends Region {
    /** The way of the selection after the editor is left. */
    enum Leave {
        STAY,
        BELOW,
        NEXT,
        PREVIOUS,
        LEFT,
        RIGHT,
        UP,
        DOWN;

        /** The next cell after {@code cell}; none if the selection stays. */
        Optional<CellRef> from(CellRef cell, PlaneWrapping lines) {
            GridShape shape = lines.shape();
            return switch (this) {
                case STAY -> Optional.empty();
                case BELOW -> Optional.of(GridNavigation.below(shape, cell));
                case NEXT -> Optional.of(GridNavigation.inOrder(shape, cell, 1));
                case PREVIOUS -> Optional.of(GridNavigation.inOrder(shape, cell, -1));
                case LEFT -> Optional.of(GridNavigation.step(lines, cell, -1, 0));
                case RIGHT -> Optional.of(GridNavigation.step(lines, cell, 1, 0));
                case UP -> Optional.of(GridNavigation.step(lines, cell, 0, -1));
                case DOWN -> Optional.of(GridNavigation.step(lines, cell, 0, 1));
            };
        }
    }

    private static final double SMALLEST_TYPE = 9;
    /** The width of a character and the height of a line, with the field's border, to the size of type. */
    private static final double CHARACTER = 0.62;

    private static final double LINE = 1.6;
    /** The room beside a text: for the border and the caret. */
    private static final double BESIDE_TEXT = 6;

    private static final double REASON_GAP = 4;

    private final TextField field = new TextField();
    private final Label reason = SectionNodes.label("", "cell-reason");
    private final GridView grid;
    private @Nullable CellRange cells;
    private History.Gesture gesture = new History.Gesture();
    private boolean typedInto;
    /** The characters that decide the size of type, which is then that of the cell. */
    private int longest = 1;

    private boolean live;

    CellEditor(GridView grid) {
        this.grid = grid;
        field.getStyleClass().addAll("cell-field", "mono");
        field.setId("cell-field");
        reason.setId("cell-reason");
        getChildren().addAll(field, reason);
        setManaged(false);
        setVisible(false);
        setPickOnBounds(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().subscribe(_ -> {
            reason.setVisible(false);
            commitLive();
            preview();
            grid.requestLayout();
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now && isVisible()) {
                commitOnFocusLoss();
            }
        });
    }

    /**
     * Opens on the anchor of a selection, which holds {@code present}; {@code typed} replaces it, or null selects it.
     */
    void open(CellRange selection, GridGeometry geometry, String present, @Nullable String typed) {
        live = false;
        cells = selection;
        gesture = new History.Gesture();
        typedInto = typed != null;
        longest = Math.max(1, present.length());
        field.setText(typed == null ? present : typed);
        reason.setVisible(false);
        setVisible(true);
        place(geometry);
        field.requestFocus();
        if (typed == null) {
            field.selectAll();
        } else {
            field.end();
            live = grid.values() == CellValues.CLASSES && Character.isDigit(typed.charAt(0));
            commitLive();
            preview();
        }
    }

    private void commitLive() {
        if (live && cells != null) {
            // A text that is not yet a value leaves the one before; Enter says what is wrong with it.
            grid.emit(entered(only(cells)));
        }
    }

    /** Shows what the text would give, if it does not count already. */
    private void preview() {
        if (!live && cells != null && isVisible()) {
            grid.emit(new GridEvent.Previewed(grid, only(cells), field.getText()));
        }
    }

    private GridEvent entered(CellRange range) {
        return new GridEvent.Entered(grid, range, field.getText(), gesture);
    }

    private static CellRange only(CellRange selection) {
        return CellRange.of(selection.shape(), selection.anchor());
    }

    void close() {
        cells = null;
        live = false;
        if (isVisible()) {
            setVisible(false);
            grid.emit(new GridEvent.PreviewEnded(grid));
        }
    }

    /** Covers its cell; where that is too small for the text, reaches beyond it on both sides, inside the grid. */
    void place(GridGeometry geometry) {
        if (cells == null) {
            return;
        }
        CellRef cell = cells.anchor();
        // As large as the cell, unless that is too small for what is in it.
        double size = geometry.cell() - geometry.cellGap();
        double type = Math.max(geometry.fontSize(longest), SMALLEST_TYPE * geometry.unit());
        field.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx", type));
        double width = Math.max(size, BESIDE_TEXT * geometry.unit() + CHARACTER * type * field.getLength());
        double height = Math.max(size, LINE * type);
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
        CellRange at = cells;
        Optional<Leave> then = after(event);
        if (event.getCode() == KeyCode.ESCAPE) {
            grid.emit(new GridEvent.Cancelled(grid, gesture));
            leave(Leave.STAY);
            event.consume();
        } else if (at != null && then.isPresent()) {
            boolean isEverywhere = event.getCode() == KeyCode.ENTER && event.isShortcutDown();
            grid.emit(entered(isEverywhere ? at : only(at))).ifPresentOrElse(this::show, () -> leave(then.get()));
            event.consume();
        }
    }

    /** The way that a key leaves the editor; none for one that types. */
    private Optional<Leave> after(KeyEvent event) {
        boolean plain = typedInto && !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        return switch (event.getCode()) {
            case ENTER -> Optional.of(event.isShortcutDown() ? Leave.STAY : Leave.BELOW);
            case TAB -> Optional.of(event.isShiftDown() ? Leave.PREVIOUS : Leave.NEXT);
            case LEFT, RIGHT, UP, DOWN ->
                plain ? Optional.of(Leave.valueOf(event.getCode().name())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void show(String rejection) {
        reason.setText(rejection);
        reason.setVisible(true);
        requestParentLayout();
        getParent().requestLayout();
    }

    private void leave(Leave then) {
        close();
        grid.leaveEditor(then);
    }

    /** A click elsewhere keeps a good value and drops a bad one. */
    private void commitOnFocusLoss() {
        CellRange at = cells;
        close();
        if (at != null && grid.emit(entered(only(at))).isPresent()) {
            grid.emit(new GridEvent.Cancelled(grid, gesture));
        }
    }

    @Override
    protected void layoutChildren() {
        // Placed by the grid, since the cell decides.
    }
}
