package lossgrid.ui.grid;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;

/** A remark at a cell: why a paste was not taken, or what clicks do now. */
final class GridNote extends Label {
    private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
    private static final double GAP = 6;

    GridNote() {
        getStyleClass().add("cell-reason");
        setId("grid-note");
        setWrapText(true);
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
    }

    /** Says why something was not done. */
    void showReason(String words) {
        show(words, false);
    }

    /** Says what can be done now. */
    void showHint(String words) {
        show(words, true);
    }

    private void show(String words, boolean isHint) {
        pseudoClassStateChanged(HINT, isHint);
        setText(words);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }

    /** Below the cell, or above it where there is no room, inside the grid. */
    void place(GridGeometry geometry, CellRef cell, double width, double height) {
        if (!isVisible()) {
            return;
        }
        double ownWidth = Math.min(prefWidth(-1), width);
        double ownHeight = prefHeight(ownWidth);
        double below = geometry.cellY(cell) + geometry.cell() + GAP;
        double y = below + ownHeight <= height ? below : geometry.cellY(cell) - GAP - ownHeight;
        resizeRelocate(
                Math.clamp(geometry.cellX(cell), 0, Math.max(0, width - ownWidth)),
                Math.clamp(y, 0, Math.max(0, height - ownHeight)),
                ownWidth,
                ownHeight);
    }
}
