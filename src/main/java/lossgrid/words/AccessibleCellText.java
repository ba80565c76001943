package lossgrid.words;

import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.grid.CellGrid;

/** The text of a cell for screen readers. */
public final class AccessibleCellText {
    private AccessibleCellText() {}

    /** {@code logits x, n=0 c=1, row 2 column 1, value 0.2244, selected}; rows and columns count from 1. */
    public static String text(Texts texts, TextKey title, CellGrid grid, CellRef at, boolean isSelected) {
        int width = grid.shape().width();
        String plain = texts.get(
                Text.CELL_SPOKEN,
                texts.get(title),
                grid.planeTitle(at.plane()),
                Integer.toString(at.cell() / width + 1),
                Integer.toString(at.cell() % width + 1),
                grid.text(at.plane(), at.cell()));
        String looked = grid.look(at.plane(), at.cell()) == CellLook.IGNORED
                ? texts.get(Text.CELL_SPOKEN_IGNORED, plain)
                : plain;
        return isSelected ? texts.get(Text.CELL_SPOKEN_SELECTED, looked) : looked;
    }
}
