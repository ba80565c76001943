package lossgrid.ui.grid;

import javafx.scene.input.ScrollEvent;

/** The turns of the mouse wheel. */
public final class Wheel {
    public static final double ZOOM_PER_NOTCH = 1.25;
    private static final double NOTCH = 40;

    private Wheel() {}

    /** How far the wheel turns away from the user; with Shift many platforms say that it turns across. */
    static double notches(ScrollEvent event) {
        return (event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY()) / NOTCH;
    }

    /** The factor by which cells grow; 1 where the wheel turns across. */
    public static double zoom(ScrollEvent event) {
        return Math.pow(ZOOM_PER_NOTCH, event.getDeltaY() / NOTCH);
    }
}
