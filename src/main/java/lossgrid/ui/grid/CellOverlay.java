package lossgrid.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import org.jspecify.annotations.Nullable;

/**
 * The nodes over the cells of a grid: the editor on one of them, and a note beside it. Made when first needed, since a
 * window has many grids.
 */
final class CellOverlay {
    private final GridView grid;
    private final List<Node> children;
    private @Nullable CellEditor editor;
    private @Nullable GridNote note;

    /** @param children of the grid */
    CellOverlay(GridView grid, List<Node> children) {
        this.grid = grid;
        this.children = children;
    }

    GridNote note() {
        GridNote shown = note;
        if (shown == null) {
            shown = new GridNote();
            note = shown;
            children.add(shown);
        }
        return shown;
    }

    void hideNote() {
        if (note != null) {
            note.hide();
        }
    }

    boolean isEditing() {
        return editor != null && editor.isVisible();
    }

    void edit(CellRange selected, GridGeometry geometry, String present, @Nullable String typed) {
        CellEditor opened = editor;
        if (opened == null) {
            opened = new CellEditor(grid);
            editor = opened;
            children.add(opened);
            // What is typed next comes before the next pulse, perhaps.
            opened.applyCss();
        }
        opened.open(selected, geometry, present, typed);
    }

    void cancelEditing() {
        if (editor != null) {
            editor.close();
        }
    }

    void place(GridGeometry geometry, Optional<CellRef> active) {
        if (editor != null) {
            editor.place(geometry);
        }
        if (note != null && active.isPresent()) {
            note.place(geometry, active.get(), grid.getWidth(), grid.getHeight());
        }
    }
}
