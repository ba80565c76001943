package lossgrid.ui;

import java.util.Optional;
import lossgrid.paint.CellRef;

/** What a grid asks of those who use it. */
interface GridActions {
    /** The user has moved to this cell. */
    void select(CellRef cell);

    /** The pointer is over this cell, or over none. */
    void hover(Optional<CellRef> cell);

    /** The exact text of a cell that can be edited; empty when this one cannot. */
    Optional<String> editableText(CellRef cell);

    /** Takes what the user typed into a cell; the reason, in the user's language, when it cannot be. */
    Optional<String> commit(CellRef cell, String text);
}
