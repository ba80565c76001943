package lossgrid.ui;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import lossgrid.paint.CellGrid;
import lossgrid.paint.CellRef;
import lossgrid.paint.GridNavigation;

/** Mouse, wheel and keys of a {@link GridView}, turned into selections, edits, zoom and pan. */
final class GridInput {
    private static final double ZOOM_PER_NOTCH = 1.25;
    private static final double NOTCH = 40;
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = 127;

    private final GridView view;
    private final GridActions actions;
    private boolean spaceDown;
    private boolean panning;
    private double lastX;
    private double lastY;

    GridInput(GridView view, GridActions actions) {
        this.view = view;
        this.actions = actions;
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> actions.hover(locate(event)));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> actions.hover(Optional.empty()));
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> spaceDown &= event.getCode() != KeyCode.SPACE);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private Optional<CellRef> locate(MouseEvent event) {
        return view.geometry().flatMap(geometry -> geometry.locate(event.getX(), event.getY()));
    }

    private void press(MouseEvent event) {
        if (isEditor(event.getTarget())) {
            return;
        }
        view.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        panning = event.getButton() == MouseButton.MIDDLE || spaceDown;
        if (panning) {
            view.setCursor(Cursor.CLOSED_HAND);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            locate(event).ifPresent(cell -> {
                actions.select(cell);
                if (event.getClickCount() == 2) {
                    view.edit(null);
                }
            });
        }
    }

    private void drag(MouseEvent event) {
        if (panning) {
            view.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void release(MouseEvent event) {
        if (panning) {
            panning = false;
            view.setCursor(Cursor.DEFAULT);
            event.consume();
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            view.zoom(Math.pow(ZOOM_PER_NOTCH, event.getDeltaY() / NOTCH), event.getX(), event.getY());
            event.consume();
        }
    }

    private boolean isEditor(Object target) {
        return target != view;
    }

    private void key(KeyEvent event) {
        Optional<CellGrid> grid = view.grid();
        Optional<CellRef> active = view.active();
        if (grid.isEmpty() || active.isEmpty() || isEditor(event.getTarget()) || event.isShortcutDown()) {
            return;
        }
        int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (right != 0 || down != 0) {
            actions.select(GridNavigation.step(grid.get().shape(), active.get(), right, down));
        } else if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
            view.edit(null);
        } else if (event.getCode() == KeyCode.SPACE) {
            spaceDown = true;
        } else {
            return;
        }
        event.consume();
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        boolean printable = typed.length() == 1 && typed.charAt(0) > FIRST_PRINTABLE && typed.charAt(0) != DELETE;
        if (printable && !isEditor(event.getTarget()) && !event.isControlDown() && !event.isMetaDown()) {
            view.edit(typed);
            event.consume();
        }
    }
}
