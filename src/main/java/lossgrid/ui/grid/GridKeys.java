package lossgrid.ui.grid;

import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import lossgrid.model.edit.History;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridNavigation;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneWrapping;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.keys.CellCommand;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a {@link GridView}, as in a spreadsheet. Arrows move, through planes; with Shift they extend the selection
 * within its planes, with the shortcut key they go to the plane's edge, with Alt they change values. PageUp and
 * PageDown go through planes. Typing opens the editor; on class labels a digit counts at once, for the whole selection
 * if it has several cells.
 */
final class GridKeys {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = 127;
    private static final int FAR = 1 << 24;

    private final GridView view;
    private boolean spaceDown;
    /** The run of Alt+arrows while Alt is held. */
    private History.@Nullable Gesture run;

    GridKeys(GridView view) {
        this.view = view;
    }

    void install() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        view.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        view.focusedProperty().subscribe(() -> {
            spaceDown = false;
            run = null;
        });
    }

    boolean isSpaceDown() {
        return spaceDown;
    }

    private void press(KeyEvent event) {
        Optional<CellGrid> grid = view.grid();
        Optional<CellRange> selection = view.selection();
        if (grid.isEmpty() || selection.isEmpty() || event.getTarget() != view) {
            return;
        }
        if (event.getCode() != KeyCode.ALT) {
            view.hideNote();
        }
        if (scrubBy(event, selection.get())
                || navigate(event, selection.get())
                || command(event)
                || other(event, selection.get())) {
            event.consume();
        }
    }

    private static int right(KeyEvent event) {
        return event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    }

    private static int down(KeyEvent event) {
        return event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    }

    private boolean scrubBy(KeyEvent event, CellRange selection) {
        int steps = right(event) - down(event);
        if (steps == 0 || !event.isAltDown()) {
            return false;
        }
        run = run == null ? new History.Gesture() : run;
        view.emit(new GridEvent.Scrubbed(
                view, selection, steps, ScrubStep.of(event.isShiftDown(), event.isShortcutDown()), run));
        return true;
    }

    private boolean navigate(KeyEvent event, CellRange selection) {
        if (event.isAltDown()) {
            return false;
        }
        boolean extends_ = event.isShiftDown();
        GridShape shape = selection.shape();
        CellRef from = extends_ ? selection.corner() : selection.anchor();
        boolean far = event.isShortcutDown();
        CellRef to =
                switch (event.getCode()) {
                    case LEFT, RIGHT, UP, DOWN -> arrow(event, shape, from, extends_ || far);
                    case HOME -> far ? new CellRef(0, 0) : GridNavigation.within(shape, from, -FAR, 0);
                    case END ->
                        far
                                ? new CellRef(shape.planes() - 1, shape.planeSize() - 1)
                                : GridNavigation.within(shape, from, FAR, 0);
                    case PAGE_UP -> GridNavigation.planes(shape, from, -1);
                    case PAGE_DOWN -> GridNavigation.planes(shape, from, 1);
                    default -> null;
                };
        if (to == null) {
            return false;
        }
        view.select(extends_ ? selection.to(to) : CellRange.of(shape, to));
        return true;
    }

    private CellRef arrow(KeyEvent event, GridShape shape, CellRef from, boolean inPlane) {
        int by = event.isShortcutDown() ? FAR : 1;
        Optional<PlaneWrapping> lines =
                inPlane ? Optional.empty() : view.geometry().map(GridGeometry::lines);
        return lines.map(planes -> GridNavigation.step(planes, from, right(event), down(event)))
                .orElseGet(() -> GridNavigation.within(shape, from, by * right(event), by * down(event)));
    }

    private boolean command(KeyEvent event) {
        Optional<CellCommand> command =
                event.getCode() == KeyCode.BACK_SPACE ? Optional.of(CellCommand.CLEAR) : CellCommand.of(event);
        command.ifPresent(view::run);
        return command.isPresent();
    }

    private boolean other(KeyEvent event, CellRange selection) {
        boolean menu =
                event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown());
        if (menu) {
            requestMenu(selection.anchor());
            return true;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
            view.edit(null);
            return true;
        }
        if (event.getCode() == KeyCode.SPACE) {
            spaceDown = true;
            return true;
        }
        return event.getCode() == KeyCode.ESCAPE && escape(selection);
    }

    /** Ends painting, then the selection of several cells. */
    private boolean escape(CellRange selection) {
        if (view.brush().filter(Brush::drop).isPresent()) {
            return true;
        }
        if (selection.isSingle()) {
            return false;
        }
        view.select(selection.anchor());
        return true;
    }

    private void requestMenu(CellRef cell) {
        Optional<GridGeometry> geometry = view.geometry();
        if (geometry.isPresent()) {
            double x = geometry.get().cellX(cell) + geometry.get().cell() / 2;
            double y = geometry.get().cellY(cell) + geometry.get().cell() / 2;
            Point2D screen = view.localToScreen(x, y);
            PickResult pick = new PickResult(view, x, y);
            Event.fireEvent(
                    view,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, x, y, screen.getX(), screen.getY(), true, pick));
        }
    }

    private void release(KeyEvent event) {
        spaceDown &= event.getCode() != KeyCode.SPACE;
        if (event.getCode() == KeyCode.ALT) {
            run = null;
        }
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        boolean printable = typed.length() == 1 && typed.charAt(0) > FIRST_PRINTABLE && typed.charAt(0) != DELETE;
        if (!printable || event.getTarget() != view || event.isControlDown() || event.isMetaDown()) {
            return;
        }
        Optional<CellRange> several = view.selection().filter(range -> !range.isSingle());
        if (several.isPresent() && view.values() == CellValues.CLASSES && Character.isDigit(typed.charAt(0))) {
            view.emit(new GridEvent.Entered(view, several.get(), typed, new History.Gesture()))
                    .ifPresent(view::note);
        } else {
            view.edit(typed);
        }
        event.consume();
    }
}
