package lossgrid.ui.grid;

import javafx.scene.input.ScrollEvent;

/** Zooming with the mouse wheel. */
public final class Wheel {
    public static final double ZOOM_PER_NOTCH = 1.25;
    private static final double NOTCH = 40;

    private Wheel() {}

    /** The factor by which cells grow; 1 where the wheel turns across. */
    public static double zoom(ScrollEvent event) {
        return Math.pow(ZOOM_PER_NOTCH, event.getDeltaY() / NOTCH);
    }
}
