package lossgrid.ui.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/**
 * A canvas that stays sharp in a snapshot taken at a scale: it holds {@code resolution} pixels a unit and is drawn in
 * units. On a screen the resolution is 1, since JavaFX itself renders canvases at the screen's scale.
 */
public final class CrispCanvas extends Canvas {
    private final double resolution;

    public CrispCanvas(double resolution) {
        this.resolution = resolution;
        setManaged(false);
        setMouseTransparent(true);
    }

    public double resolution() {
        return resolution;
    }

    /** Gives the canvas a size in units; this clears it. */
    public void resizeTo(double width, double height) {
        setWidth(width * resolution);
        setHeight(height * resolution);
        setScaleX(1 / resolution);
        setScaleY(1 / resolution);
        // Scaling keeps the centre, so the corner has to be moved back.
        setLayoutX(-width * (resolution - 1) / 2);
        setLayoutY(-height * (resolution - 1) / 2);
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.setTransform(resolution, 0, 0, resolution, 0, 0);
    }
}
