package lossgrid.ui.grid;

import java.util.Optional;
import lossgrid.model.edit.History;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.ui.keys.CellCommand;

/** What a grid asks of those who use it. A grid that only shows need not answer more than the first two. */
public interface GridActions {
    /** The user has moved to this cell. */
    void select(CellRef cell);

    /** The pointer is over this cell, or over none. */
    void hover(Optional<CellRef> cell);

    /** Whether cells can be changed. */
    default boolean isEditable() {
        return false;
    }

    /** The exact text of a cell that can be edited; empty when this one cannot. */
    default Optional<String> editableText(CellRef cell) {
        return Optional.empty();
    }

    /**
     * Takes what the user typed or painted into cells, together with what else belongs to the gesture.
     *
     * @return the reason, in the user's language, when it cannot be
     */
    default Optional<String> commit(CellRange cells, String text, History.Gesture gesture) {
        return Optional.empty();
    }

    /** Takes back what a gesture has done. */
    default void cancel(History.Gesture gesture) {}

    /** Whether cells hold whole class numbers, so that a digit means something at once. */
    default boolean holdsClasses() {
        return false;
    }

    /** Changes values by some steps. */
    default void scrubBy(CellRange cells, int steps, ScrubStep size, History.Gesture gesture) {}

    default boolean allows(CellCommand command) {
        return command.onlyReads();
    }

    default void run(CellCommand command, CellRange cells) {}

    /** What clicks paint with, where painting is possible. */
    default Optional<Brush> brush() {
        return Optional.empty();
    }
}
