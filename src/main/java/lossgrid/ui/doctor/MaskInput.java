package lossgrid.ui.doctor;

import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import lossgrid.paint.mask.CropProposal;
import lossgrid.paint.mask.MaskViewport;
import lossgrid.ui.grid.Wheel;
import org.jspecify.annotations.Nullable;

/** Mouse, wheel and keys of a {@link MaskView}: read values, zoom, pan, turn planes, draw the window to take. */
final class MaskInput {
    /** The distance that an arrow key pans, as a part of the view's size. */
    private static final double PAN_STEP = 0.15;

    private final MaskView view;
    private final MaskState state;
    private double lastX;
    private double lastY;
    private @Nullable CropProposal anchor;

    MaskInput(MaskView view, MaskState state) {
        this.view = view;
        this.state = state;
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        view.addEventHandler(
                MouseEvent.MOUSE_EXITED, _ -> state.hoveredProperty().set(OptionalInt.empty()));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> anchor = null);
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        state.cropProperty().subscribe(crop -> view.setCursor(crop.isPresent() ? Cursor.CROSSHAIR : Cursor.DEFAULT));
    }

    private void hover(double x, double y) {
        state.hoveredProperty().set(view.locate(x, y));
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        MaskViewport now = view.viewport();
        if (now != null
                && event.getButton() == MouseButton.PRIMARY
                && state.cropProperty().get().isPresent()) {
            anchor = new CropProposal(now.row(event.getY()), now.column(event.getX()), 1, 1)
                    .within(now.planeHeight(), now.planeWidth());
        }
    }

    private void drag(MouseEvent event) {
        MaskViewport now = view.viewport();
        CropProposal from = anchor;
        if (now == null) {
            return;
        }
        if (from != null) {
            int row = Math.clamp(now.row(event.getY()), 0, now.planeHeight() - 1);
            int column = Math.clamp(now.column(event.getX()), 0, now.planeWidth() - 1);
            state.setCrop(new CropProposal(
                    Math.min(row, from.row()),
                    Math.min(column, from.column()),
                    Math.abs(row - from.row()) + 1,
                    Math.abs(column - from.column()) + 1));
        } else if (event.getButton() != MouseButton.SECONDARY) {
            view.move(now.panned(event.getX() - lastX, event.getY() - lastY));
            lastX = event.getX();
            lastY = event.getY();
        }
        hover(event.getX(), event.getY());
    }

    /** Over a mask that shows as a whole the wheel zooms too; over no mask it scrolls the column. */
    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && state.picture().isPresent()) {
            view.zoom(Wheel.zoom(event), event.getX(), event.getY());
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isUsed =
                switch (event.getCode()) {
                    case LEFT -> arrow(event, 0, -1);
                    case RIGHT -> arrow(event, 0, 1);
                    case UP -> arrow(event, -1, 0);
                    case DOWN -> arrow(event, 1, 0);
                    case PAGE_UP -> turn(-1);
                    case PAGE_DOWN -> turn(1);
                    default -> text(event.getText());
                };
        if (isUsed) {
            event.consume();
        }
    }

    private boolean turn(int by) {
        state.turnPlane(by);
        return true;
    }

    private boolean text(String typed) {
        switch (typed) {
            case "+", "=" -> view.zoom(Wheel.ZOOM_PER_NOTCH);
            case "-" -> view.zoom(1 / Wheel.ZOOM_PER_NOTCH);
            case "0" -> view.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** With Shift the pixel to be read moves, otherwise the picture. */
    private boolean arrow(KeyEvent event, int down, int right) {
        MaskViewport now = view.viewport();
        if (now == null) {
            return false;
        }
        if (event.isShiftDown()) {
            read(now, down, right);
            return true;
        }
        if (!now.isZoomed()) {
            return false;
        }
        view.move(now.panned(-right * PAN_STEP * now.width(), -down * PAN_STEP * now.height()));
        return true;
    }

    private void read(MaskViewport now, int down, int right) {
        int first = view.firstOfPlane();
        OptionalInt at = state.hoveredProperty().get();
        int row = at.isPresent() ? (at.getAsInt() - first) / now.planeWidth() + down : now.planeHeight() / 2;
        int column = at.isPresent() ? (at.getAsInt() - first) % now.planeWidth() + right : now.planeWidth() / 2;
        row = Math.clamp(row, 0, now.planeHeight() - 1);
        column = Math.clamp(column, 0, now.planeWidth() - 1);
        state.hoveredProperty().set(OptionalInt.of(first + row * now.planeWidth() + column));
        view.move(now.scrolledTo(row, column));
    }
}
