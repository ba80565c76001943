package lossgrid.ui.grid;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import lossgrid.model.edit.History;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;

/**
 * Mouse and wheel of a {@link GridView}: select by click and drag, extend with Shift, scrub with Alt or with the wheel
 * and the shortcut key, paint with the picked class, zoom and pan. Each drag that changes values is one gesture. A
 * double click edits a cell; where there is nothing to edit it shows the whole grid again.
 */
final class GridMouse {
    private static final double SCRUB_STEP = 4;
    private static final double CLASS_STEP = 16;

    /** The work of the mouse button that is down. */
    private enum Drag {
        NONE,
        PAN,
        SELECT,
        PAINT,
        SCRUB
    }

    private final GridView view;
    private final BooleanSupplier panKeyDown;
    private final WheelScrub wheel;
    private Drag drag = Drag.NONE;
    private History.Gesture gesture = new History.Gesture();
    private double lastX;
    private double lastY;

    GridMouse(GridView view, BooleanSupplier panKeyDown) {
        this.view = view;
        this.panKeyDown = panKeyDown;
        wheel = new WheelScrub(view);
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(Optional.empty()));
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (!event.isShortcutDown()) {
                wheel.end();
            }
        });
    }

    private Optional<CellRef> locate(double x, double y) {
        return view.geometry().flatMap(geometry -> geometry.locate(x, y));
    }

    private Optional<Integer> picked() {
        return view.brush().flatMap(Brush::picked);
    }

    private void hover(MouseEvent event) {
        hover(locate(event.getX(), event.getY()));
    }

    private void hover(Optional<CellRef> cell) {
        view.emit(new GridEvent.Hovered(view, cell));
    }

    private void move(MouseEvent event) {
        hover(event);
        if (!event.isShortcutDown()) {
            wheel.end();
        }
        view.setCursor(cursor(event.isAltDown()));
    }

    private Cursor cursor(boolean alt) {
        return switch (drag) {
            case PAN -> Cursor.CLOSED_HAND;
            case SCRUB -> Cursor.H_RESIZE;
            case PAINT -> Cursor.CROSSHAIR;
            case NONE, SELECT -> {
                if (panKeyDown.getAsBoolean()) {
                    yield Cursor.OPEN_HAND;
                }
                if (alt && view.values().areEditable()) {
                    yield Cursor.H_RESIZE;
                }
                yield picked().isPresent() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
            }
        };
    }

    private void press(MouseEvent event) {
        if (event.getTarget() != view) {
            return;
        }
        view.requestFocus();
        view.hideNote();
        lastX = event.getX();
        lastY = event.getY();
        Optional<CellRef> cell = locate(event.getX(), event.getY());
        boolean isPan = event.getButton() == MouseButton.MIDDLE || panKeyDown.getAsBoolean();
        boolean isPlace = isPan || cell.isEmpty() || !view.values().areEditable();
        if (isPan) {
            drag = Drag.PAN;
        } else {
            cell.ifPresent(pressed -> press(event, pressed));
        }
        if (isPlace && event.getClickCount() == 2 && event.getButton() != MouseButton.SECONDARY) {
            view.fit();
        }
        view.setCursor(cursor(event.isAltDown()));
    }

    private void press(MouseEvent event, CellRef cell) {
        switch (event.getButton()) {
            case PRIMARY -> pressPrimary(event, cell);
            case SECONDARY -> selectUnlessSelected(cell);
            case NONE, MIDDLE, BACK, FORWARD -> {}
        }
    }

    private void pressPrimary(MouseEvent event, CellRef cell) {
        gesture = new History.Gesture();
        if (event.isAltDown() && view.values().areEditable()) {
            selectUnlessSelected(cell);
            drag = Drag.SCRUB;
        } else if (event.isShiftDown()) {
            view.selection().ifPresent(range -> view.select(range.to(cell)));
            drag = Drag.SELECT;
        } else if (picked().isPresent()) {
            view.select(cell);
            paint(cell);
            drag = Drag.PAINT;
        } else {
            view.select(cell);
            drag = Drag.SELECT;
            if (event.getClickCount() == 2 && view.values().areEditable()) {
                view.edit(null);
            }
        }
    }

    private void selectUnlessSelected(CellRef cell) {
        if (view.selection().filter(range -> range.contains(cell)).isEmpty()) {
            view.select(cell);
        }
    }

    private void drag(MouseEvent event) {
        switch (drag) {
            case NONE -> {}
            case PAN -> {
                view.pan(event.getX() - lastX, event.getY() - lastY);
                remember(event);
            }
            case SELECT -> extend(event);
            case PAINT -> {
                paintTo(event.getX(), event.getY());
                remember(event);
            }
            case SCRUB -> scrub(event);
        }
        if (drag == Drag.SELECT || drag == Drag.PAINT) {
            hover(event);
        }
    }

    private void remember(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    /** Beyond the cells the nearest one of the same plane counts. */
    private void extend(MouseEvent event) {
        Optional<CellRange> range = view.selection();
        Optional<GridGeometry> geometry = view.geometry();
        if (range.isPresent() && geometry.isPresent() && !view.isEditing()) {
            CellRange now = range.get();
            CellRef corner = locate(event.getX(), event.getY())
                    .orElseGet(() -> geometry.get().nearest(now.corner().plane(), event.getX(), event.getY()));
            if (!corner.equals(now.corner())) {
                view.select(now.to(corner));
            }
        }
    }

    /** Paints what lies between the last point and this one, since a quick pointer skips cells. */
    private void paintTo(double x, double y) {
        double cell = view.geometry().map(GridGeometry::cell).orElse(1.0);
        int steps = (int) Math.ceil(2 * Math.hypot(x - lastX, y - lastY) / cell);
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            locate(lastX + t * (x - lastX), lastY + t * (y - lastY)).ifPresent(this::paint);
        }
    }

    private void paint(CellRef cell) {
        view.grid().ifPresent(grid -> picked().flatMap(c -> view.emit(
                        new GridEvent.Entered(view, CellRange.of(grid.shape(), cell), Integer.toString(c), gesture)))
                .ifPresent(view::note));
    }

    private void scrub(MouseEvent event) {
        double unit = view.values() == CellValues.CLASSES ? CLASS_STEP : SCRUB_STEP;
        int steps = (int) ((event.getX() - lastX) / unit);
        if (steps != 0) {
            ScrubStep size = ScrubStep.of(event.isShiftDown(), event.isShortcutDown());
            view.selection().ifPresent(range -> view.emit(new GridEvent.Scrubbed(view, range, steps, size, gesture)));
            lastX += steps * unit;
        }
    }

    private void release(MouseEvent event) {
        if (drag == Drag.PAN) {
            event.consume();
        }
        drag = Drag.NONE;
        view.setCursor(cursor(event.isAltDown()));
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown() && view.values().areEditable()) {
            locate(event.getX(), event.getY()).ifPresent(cell -> wheel.turn(event, cell));
            event.consume();
        } else if (event.getDeltaY() != 0) {
            view.zoom(Wheel.zoom(event), event.getX(), event.getY());
            event.consume();
        }
    }
}
