package lossgrid.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.stage.Window;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.control.CrispCanvas;
import lossgrid.ui.keys.CellCommand;
import org.jspecify.annotations.Nullable;

/**
 * The one grid control: all planes of an array on a canvas, with outlines on a canvas above it. Painting happens once a pulse, after layout, and
 * covers what has changed. Zoom and pan are its own; what is selected is told to it.
 */
public final class GridView extends GridStyle {
    /** What the next pulse has to paint. */
    private enum Dirty {
        NOTHING,
        OUTLINES,
        CELLS
    }

    /** A cell in the user's language. */
    @FunctionalInterface
    public interface CellDescription {
        String of(CellGrid grid, CellRef cell, boolean isSelected);
    }

    private final CrispCanvas cells;
    private final CrispCanvas outlines;
    private final GridPainter painter;
    private final GridZoom zoom = new GridZoom(this);
    private @Nullable CellEditor editor;
    private @Nullable GridNote note;
    private final GridActions actions;
    private CellDescription description = (shown, cell, _) -> shown.text(cell.plane(), cell.cell());
    private @Nullable CellGrid grid;
    private @Nullable CellRef active;
    private @Nullable CellRange range;
    private List<CellRef> outlined = List.of();
    private List<CellRef> highlighted = List.of();
    private Dirty dirty = Dirty.CELLS;
    private double sizedWidth;
    private double sizedHeight;
    private Runnable whenMoved = () -> {};

    public GridView(GridActions actions, double resolution) {
        this.actions = actions;
        cells = new CrispCanvas(resolution);
        outlines = new CrispCanvas(resolution);
        painter = new GridPainter(cells.getGraphicsContext2D(), this);
        getChildren().addAll(cells, outlines);
        getStyleClass().add("grid-view");
        setFocusTraversable(true);
        // A table would have to have nodes for its cells; a text is read again whenever it changes.
        setAccessibleRole(AccessibleRole.TEXT);
        GridKeys keys = new GridKeys(this, actions);
        keys.install();
        new GridMouse(this, actions, keys::isSpaceDown).install();
        looks().forEach(look -> ((ObservableValue<?>) look).subscribe(this::repaint));
        focusedProperty().subscribe(() -> invalidate(Dirty.OUTLINES));
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe(_ -> repaint());
    }

    /** Shows another grid; zoom and pan stay if it has the same shape. */
    public void show(@Nullable CellGrid newGrid) {
        if (newGrid == null || grid == null || !newGrid.shape().equals(grid.shape())) {
            zoom.reset();
            painter.forget();
            cancelEditing();
            hideNote();
            range = null;
        }
        grid = newGrid;
        setVisible(newGrid != null);
        invalidate(Dirty.CELLS);
    }

    /** Says in words what the cell that keys work on is. */
    public void describeWith(CellDescription spoken) {
        description = spoken;
        describeForScreenReader();
    }

    /** Outlines the cells of the selected pixel; keys work on {@code activeCell}. A range that begins elsewhere is no longer selected. */
    public void outline(List<CellRef> selected, @Nullable CellRef activeCell) {
        outlined = selected;
        active = activeCell;
        if (range != null && !range.anchor().equals(activeCell)) {
            range = null;
        }
        describeForScreenReader();
        invalidate(Dirty.OUTLINES);
    }

    /** The cells that something else on the screen points at. */
    public List<CellRef> highlighted() {
        return highlighted;
    }

    /** Marks cells that the pointer, or something else on the screen, points at. */
    public void highlight(List<CellRef> pointedAt) {
        if (!highlighted.equals(pointedAt)) {
            highlighted = pointedAt;
            invalidate(Dirty.OUTLINES);
        }
    }

    /** The cells of the selected pixel. */
    public List<CellRef> outlined() {
        return outlined;
    }

    public Optional<CellGrid> grid() {
        return Optional.ofNullable(grid);
    }

    /** The cell that keys work on. */
    public Optional<CellRef> active() {
        return Optional.ofNullable(active);
    }

    /** The selected cells: a range, or the active cell alone. */
    public Optional<CellRange> selection() {
        if (range != null) {
            return Optional.of(range);
        }
        CellRef only = active;
        return only == null ? Optional.empty() : grid().map(shown -> CellRange.of(shown.shape(), only));
    }

    void select(CellRef cell) {
        range = null;
        actions.select(cell);
        invalidate(Dirty.OUTLINES);
    }

    /** Selects a range; its anchor becomes the active cell. */
    void select(CellRange cellRange) {
        if (cellRange.isSingle()) {
            select(cellRange.anchor());
            return;
        }
        range = cellRange;
        if (!cellRange.anchor().equals(active)) {
            actions.select(cellRange.anchor());
        }
        describeForScreenReader();
        invalidate(Dirty.OUTLINES);
    }

    /** Does with the selected cells what a menu or shortcut says. */
    void run(CellCommand command) {
        selection().ifPresent(selected -> {
            if (command == CellCommand.SELECT_ALL) {
                CellRange plane =
                        CellRange.plane(selected.shape(), selected.anchor().plane());
                boolean planeIsSelected = selected.planes().size() == 1 && selected.size() == plane.size();
                select(planeIsSelected ? CellRange.all(selected.shape()) : plane);
            } else if (actions.allows(command)) {
                actions.run(command, selected);
            }
        });
    }

    /** Says something next to the active cell until the next key or click. */
    public void note(String text) {
        note().showReason(text);
        requestLayout();
    }

    /** As {@link #note}, for what is no complaint. */
    public void hint(String text) {
        note().showHint(text);
        requestLayout();
    }

    public void hideNote() {
        if (note != null) {
            note.hide();
        }
    }

    private GridNote note() {
        GridNote shown = note;
        if (shown == null) {
            shown = new GridNote();
            note = shown;
            getChildren().add(shown);
        }
        return shown;
    }

    public Optional<GridGeometry> geometry() {
        return grid().map(shown -> zoom.geometry(shown.shape()));
    }

    /** Lays planes out this way. What is selected stays so, and an open editor goes along with its cell. */
    public void arrange(Arrangement arrangement) {
        if (zoom.arrange(arrangement)) {
            repaint();
        }
    }

    public long paintedCells() {
        return painter.paintedCells();
    }

    public GridActions actions() {
        return actions;
    }

    public boolean isEditing() {
        return editor != null && editor.isVisible();
    }

    /** Made when a cell is first edited: a window has many grids. */
    private CellEditor editor() {
        CellEditor opened = editor;
        if (opened == null) {
            opened = new CellEditor(actions, this::leaveEditor);
            editor = opened;
            getChildren().add(opened);
            // What is typed next comes before the next pulse, perhaps.
            opened.applyCss();
        }
        return opened;
    }

    public void zoom(double factor, double x, double y) {
        grid().ifPresent(shown -> {
            zoom.zoom(shown.shape(), factor, x, y);
            moved();
        });
    }

    public void pan(double dx, double dy) {
        if (zoom.pan(dx, dy)) {
            moved();
        }
    }

    private void moved() {
        cancelEditing();
        invalidate(Dirty.CELLS);
        whenMoved.run();
    }

    /** What to do when the user has zoomed or panned. */
    public void onMoved(Runnable action) {
        whenMoved = action;
    }

    /** Zooms and pans to what another grid of the same shape shows. */
    public void follow(GridView other) {
        Optional<GridShape> shape = grid().map(CellGrid::shape);
        if (shape.isPresent() && shape.equals(other.grid().map(CellGrid::shape))) {
            zoom.follow(other.zoom, shape.get());
            invalidate(Dirty.CELLS);
        }
    }

    /** Opens the editor on the active cell, with {@code text}, or with the cell's own if it is null. */
    void edit(@Nullable String text) {
        Optional<GridGeometry> geometry = geometry();
        if (active == null || geometry.isEmpty()) {
            return;
        }
        CellRange selected = selection().orElseThrow();
        actions.editableText(selected.anchor())
                .ifPresent(present -> editor().open(selected, geometry.get(), present, text));
    }

    private void leaveEditor(CellEditor.Leave leave) {
        CellRef cell = active;
        if (cell != null) {
            geometry().flatMap(geometry -> leave.from(cell, geometry.lines())).ifPresent(actions::select);
        }
        requestFocus();
    }

    void cancelEditing() {
        if (editor != null) {
            editor.close();
        }
    }

    private void describeForScreenReader() {
        if (grid != null && active != null) {
            String first = description.of(grid, active, outlined.contains(active));
            setAccessibleText(range == null ? first : first + " … " + lastOf(grid, range));
        }
    }

    private static String lastOf(CellGrid grid, CellRange range) {
        CellRef corner = range.corner();
        return grid.planeTitle(corner.plane()) + ": " + grid.text(corner.plane(), corner.cell()) + " (" + range.size()
                + ")";
    }

    /** Paints all of it again. */
    public void repaint() {
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
            zoom.reset();
            repaint();
        }
        CellGrid shown = grid;
        Optional<GridGeometry> geometry = geometry();
        if (shown == null || geometry.isEmpty() || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        if (dirty == Dirty.CELLS) {
            painter.paint(shown.fitted(geometry.get()), geometry.get(), getWidth(), getHeight(), pixelsAUnit());
        }
        if (dirty != Dirty.NOTHING) {
            paintOutlines(geometry.get());
        }
        dirty = Dirty.NOTHING;
        if (editor != null) {
            editor.place(geometry.get());
        }
        if (note != null && active != null) {
            note.place(geometry.get(), active, getWidth(), getHeight());
        }
    }

    private double pixelsAUnit() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return cells.resolution() * (window == null ? 1 : window.getRenderScaleX());
    }

    private boolean sized() {
        return sizedWidth == getWidth() && sizedHeight == getHeight();
    }

    private void paintOutlines(GridGeometry geometry) {
        GraphicsContext graphics = outlines.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (range != null) {
            RangePainter.paint(graphics, geometry, range, this);
        }
        OutlinePainter painted = new OutlinePainter(graphics, geometry, this);
        highlighted.forEach(painted::highlight);
        outlined.forEach(painted::select);
        if (active != null && isFocused()) {
            painted.activate(active);
        }
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
