package lossgrid.ui.control;

import javafx.scene.control.MenuButton;

/** A menu button that takes less than its text needs, and cuts that off, when it is told to. */
public final class ShrinkingMenu extends MenuButton {
    private double room = Double.MAX_VALUE;

    /** As wide as its whole text. */
    public double naturalWidth() {
        return super.computePrefWidth(USE_COMPUTED_SIZE);
    }

    /** The most that it is to take. */
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
