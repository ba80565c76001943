package lossgrid.ui.grid;

import java.util.Optional;
import lossgrid.model.edit.History;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.ui.keys.CellCommand;
import org.jspecify.annotations.Nullable;

/** An action of the user on a grid. */
public sealed interface GridEvent {
    /** Acts on the events of a grid. */
    @FunctionalInterface
    interface Handler {
        /** Returns the reason, in the user's language, when it cannot be done. */
        Optional<String> handle(GridEvent event);
    }

    /** The view that the event comes from. */
    GridView grid();

    /** The user has moved to a cell. */
    record Selected(GridView grid, CellRef cell) implements GridEvent {}

    /** The pointer is over a cell, or over none. */
    record Hovered(GridView grid, Optional<CellRef> cell) implements GridEvent {}

    /** The user has zoomed or panned. */
    record Moved(GridView grid) implements GridEvent {}

    /**
     * The user wants to edit the first of these cells. {@link GridView#openEditor} follows; {@code typed} takes the
     * place of its text.
     */
    record EditAsked(
            GridView grid, CellRange cells, @Nullable String typed) implements GridEvent {}

    /** The user has typed or painted this into cells. */
    record Entered(GridView grid, CellRange cells, String text, History.Gesture gesture) implements GridEvent {}

    /** The user is typing this into cells, which is to be seen before it counts. */
    record Previewed(GridView grid, CellRange cells, String text) implements GridEvent {}

    /** The user types no longer. */
    record PreviewEnded(GridView grid) implements GridEvent {}

    /** The user changes values by some steps. */
    record Scrubbed(GridView grid, CellRange cells, int steps, ScrubStep size, History.Gesture gesture)
            implements GridEvent {}

    /** The user takes back what a gesture has done. */
    record Cancelled(GridView grid, History.Gesture gesture) implements GridEvent {}

    /** The user gives a command for cells. */
    record Commanded(GridView grid, CellCommand command, CellRange cells) implements GridEvent {}
}
