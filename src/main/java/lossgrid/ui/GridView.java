package lossgrid.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import lossgrid.paint.CellGrid;
import lossgrid.paint.CellRef;
import lossgrid.paint.GridGeometry;
import lossgrid.paint.GridNavigation;
import lossgrid.paint.GridShape;
import org.jspecify.annotations.Nullable;

/**
 * The one grid control: all planes of an array on a canvas, with outlines on a canvas above it. Painting happens once a pulse, after layout, and
 * covers what has changed. Zoom and pan are its own; what is selected is told to it.
 */
final class GridView extends GridStyle {
    static final double OUTLINE = 2.5;
    static final double HALO = 1;
    static final double CORNER = 6;
    private static final double SMALLEST_OUTLINED = 8;

    /** What the next pulse has to paint. */
    private enum Dirty {
        NOTHING,
        OUTLINES,
        CELLS
    }

    /** A cell in the user's language. */
    @FunctionalInterface
    interface CellDescription {
        String of(CellGrid grid, CellRef cell, boolean isSelected);
    }

    private final CrispCanvas cells;
    private final CrispCanvas outlines;
    private final GridPainter painter;
    private final CellEditor editor;
    private final GridActions actions;
    private CellDescription description = (shown, cell, _) -> shown.text(cell.plane(), cell.cell());
    private @Nullable CellGrid grid;
    private @Nullable GridGeometry zoomed;
    private @Nullable CellRef active;
    private List<CellRef> outlined = List.of();
    private List<CellRef> highlighted = List.of();
    private Dirty dirty = Dirty.CELLS;
    private double sizedWidth;
    private double sizedHeight;

    GridView(GridActions actions, double resolution) {
        this.actions = actions;
        cells = new CrispCanvas(resolution);
        outlines = new CrispCanvas(resolution);
        painter = new GridPainter(cells.getGraphicsContext2D(), this);
        editor = new CellEditor(actions, this::leaveEditor);
        getChildren().addAll(cells, outlines, editor);
        getStyleClass().add("grid-view");
        setFocusTraversable(true);
        // A table would have to have nodes for its cells; a text is read again whenever it changes.
        setAccessibleRole(AccessibleRole.TEXT);
        new GridInput(this, actions).install();
        looks().forEach(look -> ((ObservableValue<?>) look).subscribe(this::repaint));
        focusedProperty().subscribe(() -> invalidate(Dirty.OUTLINES));
    }

    /** Shows another grid; zoom and pan stay if it has the same shape. */
    void show(@Nullable CellGrid newGrid) {
        if (newGrid == null || grid == null || !newGrid.shape().equals(grid.shape())) {
            zoomed = null;
            painter.forget();
            cancelEditing();
        }
        grid = newGrid;
        setVisible(newGrid != null);
        invalidate(Dirty.CELLS);
    }

    /** Says in words what the cell that keys work on is. */
    void describeWith(CellDescription spoken) {
        description = spoken;
        describeForScreenReader();
    }

    /** Outlines the cells of the selected pixel; keys work on {@code activeCell}. */
    void outline(List<CellRef> selected, @Nullable CellRef activeCell) {
        outlined = selected;
        active = activeCell;
        describeForScreenReader();
        invalidate(Dirty.OUTLINES);
    }

    /** Marks cells that the pointer, or something else on the screen, points at. */
    void highlight(List<CellRef> pointedAt) {
        if (!highlighted.equals(pointedAt)) {
            highlighted = pointedAt;
            invalidate(Dirty.OUTLINES);
        }
    }

    /** The cells of the selected pixel. */
    List<CellRef> outlined() {
        return outlined;
    }

    Optional<CellGrid> grid() {
        return Optional.ofNullable(grid);
    }

    /** The cell that keys work on. */
    Optional<CellRef> active() {
        return Optional.ofNullable(active);
    }

    Optional<GridGeometry> geometry() {
        return grid().map(shown -> zoomed != null ? zoomed : fitted(shown.shape()));
    }

    private GridGeometry fitted(GridShape shape) {
        return GridGeometry.fit(shape, getWidth(), getHeight(), unit());
    }

    long paintedCells() {
        return painter.paintedCells();
    }

    CellEditor editor() {
        return editor;
    }

    void zoom(double factor, double x, double y) {
        geometry().ifPresent(geometry -> {
            GridGeometry next = geometry.zoomed(factor, x, y);
            zoomed = next.cell() <= fitted(geometry.shape()).cell() ? null : next;
            cancelEditing();
            invalidate(Dirty.CELLS);
        });
    }

    void pan(double dx, double dy) {
        if (zoomed != null) {
            zoomed = zoomed.panned(dx, dy);
            cancelEditing();
            invalidate(Dirty.CELLS);
        }
    }

    /** Opens the editor on the active cell, with {@code text}, or with the cell's own if it is null. */
    void edit(@Nullable String text) {
        Optional<GridGeometry> geometry = geometry();
        if (active == null || geometry.isEmpty()) {
            return;
        }
        CellRef cell = active;
        actions.editableText(cell).ifPresent(present -> editor.open(cell, geometry.get(), present, text));
    }

    private void leaveEditor(CellEditor.Leave leave) {
        CellRef cell = active;
        if (grid != null && cell != null) {
            switch (leave) {
                case STAY -> {}
                case BELOW -> actions.select(GridNavigation.below(grid.shape(), cell));
                case NEXT -> actions.select(GridNavigation.inOrder(grid.shape(), cell, 1));
                case PREVIOUS -> actions.select(GridNavigation.inOrder(grid.shape(), cell, -1));
            }
        }
        requestFocus();
    }

    void cancelEditing() {
        editor.close();
    }

    private void describeForScreenReader() {
        if (grid != null && active != null) {
            setAccessibleText(description.of(grid, active, outlined.contains(active)));
        }
    }

    private void repaint() {
        painter.forget();
        invalidate(Dirty.CELLS);
    }

    private void invalidate(Dirty what) {
        if (what.compareTo(dirty) > 0) {
            dirty = what;
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (!sized()) {
            cells.resizeTo(getWidth(), getHeight());
            outlines.resizeTo(getWidth(), getHeight());
            sizedWidth = getWidth();
            sizedHeight = getHeight();
            zoomed = null;
            repaint();
        }
        CellGrid shown = grid;
        Optional<GridGeometry> geometry = geometry();
        if (shown == null || geometry.isEmpty() || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        if (dirty == Dirty.CELLS) {
            painter.paint(shown.fitted(geometry.get()), geometry.get(), getWidth(), getHeight());
        }
        if (dirty != Dirty.NOTHING) {
            paintOutlines(geometry.get());
        }
        dirty = Dirty.NOTHING;
        editor.place(geometry.get());
    }

    private boolean sized() {
        return sizedWidth == getWidth() && sizedHeight == getHeight();
    }

    private void paintOutlines(GridGeometry geometry) {
        GraphicsContext graphics = outlines.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        for (CellRef cell : highlighted) {
            outline(graphics, geometry, cell, activePaint(), unit());
        }
        for (CellRef cell : outlined) {
            outline(graphics, geometry, cell, haloPaint(), (OUTLINE + 2 * HALO) * unit());
            outline(graphics, geometry, cell, outlinePaint(), OUTLINE * unit());
        }
        if (active != null && isFocused()) {
            outline(graphics, geometry, active, activePaint(), OUTLINE * unit());
        }
    }

    private static void outline(
            GraphicsContext graphics, GridGeometry geometry, CellRef cell, Paint paint, double line) {
        Rectangle2D at = outlineOf(geometry, cell);
        graphics.setStroke(paint);
        graphics.setLineWidth(line);
        double corner = CORNER * geometry.unit();
        graphics.strokeRoundRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), corner, corner);
    }

    /** Where the outline of a cell runs: around it, or wider when it is too small to be seen. */
    static Rectangle2D outlineOf(GridGeometry geometry, CellRef cell) {
        double size = Math.max(geometry.cell(), SMALLEST_OUTLINED);
        double shift = (size - geometry.cell()) / 2;
        return new Rectangle2D(geometry.cellX(cell) - shift, geometry.cellY(cell) - shift, size, size);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 1;
    }
}
