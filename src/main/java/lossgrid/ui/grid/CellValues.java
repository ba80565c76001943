package lossgrid.ui.grid;

import lossgrid.ui.keys.CellCommand;

/** Values that the user can put into the cells of a grid. */
public enum CellValues {
    /** The grid only shows. */
    NONE,
    NUMBERS,
    /** Whole class numbers, so that a digit means something at once. */
    CLASSES;

    public boolean areEditable() {
        return this != NONE;
    }

    /** Whether a command makes sense. */
    public boolean allow(CellCommand command) {
        return areEditable() || command.onlyReads();
    }
}
