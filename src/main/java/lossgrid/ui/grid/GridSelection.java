package lossgrid.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import lossgrid.core.array.DecimalText;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import org.jspecify.annotations.Nullable;

/** The selected, outlined and highlighted cells of a grid, and their painting. */
final class GridSelection {
    private @Nullable CellRef active;
    private @Nullable CellRange range;
    private List<CellRef> outlined = List.of();
    private List<CellRef> highlighted = List.of();

    /** The cell that keys work on. */
    Optional<CellRef> active() {
        return Optional.ofNullable(active);
    }

    /** The cells of the selected pixel. */
    List<CellRef> outlined() {
        return outlined;
    }

    List<CellRef> highlighted() {
        return highlighted;
    }

    /** A range of several cells, or the active cell alone. */
    Optional<CellRange> cells(GridShape shape) {
        return Optional.ofNullable(range).or(() -> active().map(only -> CellRange.of(shape, only)));
    }

    /** Selects several cells, or none beside the active one. */
    void select(@Nullable CellRange cells) {
        range = cells;
    }

    /** A range that begins elsewhere than at {@code activeCell} is no longer selected. */
    void outline(List<CellRef> selected, @Nullable CellRef activeCell) {
        outlined = selected;
        active = activeCell;
        if (range != null && !range.anchor().equals(activeCell)) {
            range = null;
        }
    }

    /** Whether other cells are pointed at now. */
    boolean highlight(List<CellRef> pointedAt) {
        boolean changes = !highlighted.equals(pointedAt);
        highlighted = pointedAt;
        return changes;
    }

    /** Says in words what is selected; nothing where no cell is active. */
    Optional<String> describe(CellGrid grid, GridView.CellDescription description) {
        return active().map(cell -> {
            String first = description.of(grid, cell, outlined.contains(cell));
            return range == null ? first : first + " … " + lastOf(grid, range);
        });
    }

    private static String lastOf(CellGrid grid, CellRange range) {
        CellRef corner = range.corner();
        return grid.planeTitle(corner.plane()) + ": " + grid.text(corner.plane(), corner.cell()) + " ("
                + DecimalText.grouped(range.size()) + ")";
    }

    void paint(GraphicsContext graphics, GridGeometry geometry, GridStyle style) {
        OutlinePainter outlines = new OutlinePainter(new CanvasSurface(graphics), geometry, style);
        if (range != null) {
            outlines.enclose(range);
        }
        highlighted.forEach(outlines::highlight);
        outlined.forEach(outlines::select);
        if (active != null && style.isFocused()) {
            outlines.activate(active);
        }
    }
}
