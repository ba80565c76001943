package lossgrid.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneOrder;
import lossgrid.paint.grid.CellGrid;
import lossgrid.paint.grid.NumberRule;
import lossgrid.ui.control.CrispCanvas;
import lossgrid.ui.keys.CellCommand;
import org.jspecify.annotations.Nullable;

/**
 * The one grid control: all planes of an array on a canvas, with outlines on a canvas above it. Zoom and pan are its
 * own; what is selected is told to it. What the user does comes out as {@link GridEvent}s.
 */
public final class GridView extends PaintedView {
    /** A cell in the user's language. */
    @FunctionalInterface
    public interface CellDescription {
        String of(CellGrid grid, CellRef cell, boolean isSelected);
    }

    private final CrispCanvas cells;
    private final GridPainter painter;
    private final GridZoom zoom = new GridZoom(this);
    private final GridSelection selection = new GridSelection();
    private final CellOverlay overlay = new CellOverlay(this, getChildren());
    private GridEvent.Handler handler = _ -> Optional.empty();
    private CellValues values = CellValues.NONE;
    private Optional<Brush> brush = Optional.empty();
    private CellDescription description = (shown, cell, _) -> shown.text(cell.plane(), cell.cell());
    private NumberRule numbers = NumberRule.ALONE;
    private @Nullable CellGrid grid;

    public GridView(double resolution) {
        this(resolution, new CrispCanvas(resolution));
    }

    private GridView(double resolution, CrispCanvas cells) {
        super(resolution, cells);
        this.cells = cells;
        painter = new GridPainter(cells.getGraphicsContext2D(), this);
        // A table would have to have nodes for its cells; a text is read again whenever it changes.
        setAccessibleRole(AccessibleRole.TEXT);
        GridKeys keys = new GridKeys(this);
        keys.install();
        new GridMouse(this, keys::isSpaceDown).install();
    }

    /** Sets the one that is told what the user does. */
    public void onEvent(GridEvent.Handler toldTo) {
        handler = toldTo;
    }

    /** Lets the user put such values into cells. */
    public void accept(CellValues accepted) {
        values = accepted;
    }

    /** Lets the user paint with the class that this has. */
    public void paintWith(Brush used) {
        brush = Optional.of(used);
    }

    CellValues values() {
        return values;
    }

    Optional<Brush> brush() {
        return brush;
    }

    /** Shows another grid; zoom and pan stay if it has the same shape. */
    public void show(@Nullable CellGrid newGrid) {
        if (newGrid == null || grid == null || !newGrid.shape().equals(grid.shape())) {
            zoom.reset();
            painter.forget();
            overlay.cancelEditing();
            hideNote();
            selection.select(null);
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

    /** Outlines the cells of the selected pixel; a range that begins elsewhere than at {@code activeCell} goes. */
    public void outline(List<CellRef> selected, @Nullable CellRef activeCell) {
        selection.outline(selected, activeCell);
        describeForScreenReader();
        invalidate(Dirty.OUTLINES);
    }

    /** The cells that something else on the screen points at. */
    public List<CellRef> highlighted() {
        return selection.highlighted();
    }

    /** Marks cells that the pointer, or something else on the screen, points at. */
    public void highlight(List<CellRef> pointedAt) {
        if (selection.highlight(pointedAt)) {
            invalidate(Dirty.OUTLINES);
        }
    }

    /** The cells of the selected pixel. */
    public List<CellRef> outlined() {
        return selection.outlined();
    }

    public Optional<CellGrid> grid() {
        return Optional.ofNullable(grid);
    }

    /** The cell that keys work on. */
    public Optional<CellRef> active() {
        return selection.active();
    }

    /** The selected cells: a range, or the active cell alone. */
    public Optional<CellRange> selection() {
        return grid().flatMap(shown -> selection.cells(shown.shape()));
    }

    void select(CellRef cell) {
        selection.select(null);
        emit(new GridEvent.Selected(this, cell));
        invalidate(Dirty.OUTLINES);
    }

    /** Selects a range; its anchor becomes the active cell. */
    void select(CellRange range) {
        if (range.isSingle()) {
            select(range.anchor());
            return;
        }
        selection.select(range);
        if (!active().equals(Optional.of(range.anchor()))) {
            emit(new GridEvent.Selected(this, range.anchor()));
        }
        describeForScreenReader();
        invalidate(Dirty.OUTLINES);
    }

    /** Tells what the user does; the reason, in the user's language, when it cannot be done. */
    public Optional<String> emit(GridEvent event) {
        return handler.handle(event);
    }

    /** Does with the selected cells what a menu or shortcut says. */
    void run(CellCommand command) {
        selection().ifPresent(selected -> {
            if (command == CellCommand.SELECT_ALL) {
                CellRange plane =
                        CellRange.plane(selected.shape(), selected.anchor().plane());
                boolean planeIsSelected = selected.planes().size() == 1 && selected.size() == plane.size();
                select(planeIsSelected ? CellRange.all(selected.shape()) : plane);
            } else if (values.allow(command)) {
                emit(new GridEvent.Commanded(this, command, selected)).ifPresent(this::note);
            }
        });
    }

    /** Says something next to the active cell until the next key or click. */
    public void note(String text) {
        overlay.note().showReason(text);
        requestLayout();
    }

    /** As {@link #note}, for what is no complaint. */
    public void hint(String text) {
        overlay.note().showHint(text);
        requestLayout();
    }

    public void hideNote() {
        overlay.hideNote();
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

    /** As {@link #arrange(Arrangement)}, in lines of so many planes, with cells no larger than {@code most}. */
    public void arrange(PlaneOrder order, double most) {
        if (zoom.arrange(order, most)) {
            repaint();
        }
    }

    /** Writes numbers by a rule that this grid shares with others. */
    public void write(NumberRule rule) {
        numbers = rule;
        invalidate(Dirty.CELLS);
    }

    /** The grid as it is written in cells of this size. */
    public Optional<CellGrid> written() {
        return grid().flatMap(shown -> geometry().map(geometry -> numbers.fitted(shown, geometry)));
    }

    public long paintedCells() {
        return painter.paintedCells();
    }

    public boolean isEditing() {
        return overlay.isEditing();
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
        overlay.cancelEditing();
        invalidate(Dirty.CELLS);
        emit(new GridEvent.Moved(this));
    }

    /** Shows all planes again. */
    public void fit() {
        if (zoom.reset()) {
            moved();
        }
    }

    /** Zooms and pans to what another grid shows whose planes are as large. */
    public void follow(GridView other) {
        Optional<GridShape> shape = grid().map(CellGrid::shape);
        Optional<GridShape> theirs = other.grid().map(CellGrid::shape);
        if (shape.isPresent() && theirs.isPresent() && shape.get().hasPlanesLike(theirs.get())) {
            zoom.follow(other.zoom, shape.get(), theirs.get());
            overlay.cancelEditing();
            invalidate(Dirty.CELLS);
        }
    }

    /** Forgets what the user has done on it, since it is to show another document. */
    public void startOver() {
        overlay.cancelEditing();
        hideNote();
        selection.select(null);
        zoom.reset();
        describeForScreenReader();
        invalidate(Dirty.CELLS);
    }

    /** Asks for the editor on the active cell, with {@code text}, or with the cell's own if it is null. */
    void edit(@Nullable String text) {
        selection().ifPresent(selected -> emit(new GridEvent.EditAsked(this, selected, text)));
    }

    /** Opens the editor on the first of these cells, with {@code typed} or, if null, {@code present} selected. */
    public void openEditor(CellRange selected, String present, @Nullable String typed) {
        overlay.edit(selected, geometry().orElseThrow(), present, typed);
    }

    void leaveEditor(CellEditor.Leave leave) {
        geometry()
                .flatMap(geometry -> active().flatMap(cell -> leave.from(cell, geometry.lines())))
                .ifPresent(cell -> emit(new GridEvent.Selected(this, cell)));
        requestFocus();
    }

    private void describeForScreenReader() {
        grid().flatMap(shown -> selection.describe(shown, description)).ifPresent(this::setAccessibleText);
    }

    @Override
    public void repaint() {
        painter.forget();
        super.repaint();
    }

    @Override
    protected boolean canPaint() {
        return grid != null && getWidth() > 0 && getHeight() > 0;
    }

    @Override
    protected void resized() {
        cells.resizeTo(getWidth(), getHeight());
        zoom.reset();
    }

    @Override
    protected void paintCells() {
        GridGeometry geometry = geometry().orElseThrow();
        painter.paint(written().orElseThrow(), geometry, getWidth(), getHeight(), pixelsAUnit());
    }

    @Override
    protected void paintOutlines(GraphicsContext graphics) {
        selection.paint(graphics, geometry().orElseThrow(), this);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (canPaint()) {
            overlay.place(geometry().orElseThrow(), active());
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 1;
    }
}
