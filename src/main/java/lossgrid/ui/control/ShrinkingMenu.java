package lossgrid.ui.control;

import javafx.scene.control.MenuButton;

/** A menu button that can be made narrower than its text, which is then cut off. */
public final class ShrinkingMenu extends MenuButton {
    private double room = Double.MAX_VALUE;

    /** The width that shows the whole text. */
    public double naturalWidth() {
        return super.computePrefWidth(USE_COMPUTED_SIZE);
    }

    /** Sets the largest width. */
    public void setAvailableWidth(double width) {
        if (room != width) {
            room = width;
            requestLayout();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(room, naturalWidth());
    }
}
