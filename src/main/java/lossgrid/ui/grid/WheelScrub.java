package lossgrid.ui.grid;

import javafx.scene.input.ScrollEvent;
import lossgrid.model.edit.History;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import org.jspecify.annotations.Nullable;

/**
 * Changes values with the wheel while the shortcut key is held, since many window managers keep Alt and drag for
 * themselves. What is turned over the same cells, until the key is released, is one gesture.
 */
final class WheelScrub {
    private final GridView view;
    private History.@Nullable Gesture gesture;
    private @Nullable CellRange cells;
    /** Notches that have not made a step yet: a touchpad turns by less than one. */
    private double notches;

    WheelScrub(GridView view) {
        this.view = view;
    }

    /** Changes the cell under the pointer, with all others that are selected if it is one of them. */
    void turn(ScrollEvent event, CellRef under) {
        if (view.isEditing() || event.isInertia()) {
            return;
        }
        view.requestFocus();
        if (view.selection().filter(range -> range.contains(under)).isEmpty()) {
            view.select(under);
        }
        view.selection().ifPresent(range -> {
            if (!range.equals(cells)) {
                end();
            }
            turn(event, range);
        });
    }

    private void turn(ScrollEvent event, CellRange range) {
        cells = range;
        gesture = gesture == null ? new History.Gesture() : gesture;
        notches += Wheel.notches(event);
        int steps = (int) notches;
        if (steps != 0) {
            notches -= steps;
            ScrubStep size = ScrubStep.of(event.isShiftDown(), event.isAltDown());
            view.emit(new GridEvent.Scrubbed(view, range, steps, size, gesture));
        }
    }

    /** The next turn is a gesture of its own. */
    void end() {
        gesture = null;
        cells = null;
        notches = 0;
    }
}
