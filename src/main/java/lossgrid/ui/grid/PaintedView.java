package lossgrid.ui.grid;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.stage.Window;
import lossgrid.ui.control.CrispCanvas;

/**
 * Cells with outlines above them, painted in pixels of the screen. Painting happens once a pulse, after layout, and
 * covers what has changed.
 */
public abstract class PaintedView extends GridStyle {
    /** The work of the next pulse. */
    protected enum Dirty {
        NOTHING,
        OUTLINES,
        CELLS
    }

    private final double resolution;
    private final CrispCanvas outlines;
    private Dirty dirty = Dirty.CELLS;
    private double sizedWidth;
    private double sizedHeight;

    /**
     * A view without cells yet.
     *
     * @param resolution pixels a unit of a picture, 1 on a screen
     * @param cells what they are painted on
     */
    protected PaintedView(double resolution, Node cells) {
        this.resolution = resolution;
        outlines = new CrispCanvas(resolution);
        getChildren().addAll(cells, outlines);
        getStyleClass().add("grid-view");
        setFocusTraversable(true);
        onLookChange(this::repaint);
        focusedProperty().subscribe(() -> invalidate(Dirty.OUTLINES));
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe(this::repaint);
    }

    /** Paints all of it again. */
    public void repaint() {
        invalidate(Dirty.CELLS);
    }

    protected final void invalidate(Dirty what) {
        if (what.compareTo(dirty) > 0) {
            dirty = what;
        }
        requestLayout();
    }

    /** Pixels of the screen, or of a picture, to a unit. */
    protected final double pixelsAUnit() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return resolution * (window == null ? 1 : window.getRenderScaleX());
    }

    /** Whether there is anything to paint, and room for it. */
    protected abstract boolean canPaint();

    /** Takes the size that the view has been given. */
    protected abstract void resized();

    protected abstract void paintCells();

    /** Paints onto a canvas that is empty. */
    protected abstract void paintOutlines(GraphicsContext graphics);

    @Override
    protected void layoutChildren() {
        if (sizedWidth != getWidth() || sizedHeight != getHeight()) {
            sizedWidth = getWidth();
            sizedHeight = getHeight();
            outlines.resizeTo(sizedWidth, sizedHeight);
            resized();
            repaint();
        }
        if (!canPaint()) {
            return;
        }
        if (dirty == Dirty.CELLS) {
            paintCells();
        }
        if (dirty != Dirty.NOTHING) {
            GraphicsContext graphics = outlines.getGraphicsContext2D();
            graphics.clearRect(0, 0, sizedWidth, sizedHeight);
            paintOutlines(graphics);
        }
        dirty = Dirty.NOTHING;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1;
    }
}
