package lossgrid.ui.control;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A row that hides children, from the last on, when it is too narrow for all of them. */
class FittingRow extends HBox {
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getWidth() >= prefWidth(-1)) {
            getManagedChildren().forEach(child -> child.setVisible(true));
            return;
        }
        double right = getWidth() - snappedRightInset();
        double x = getAlignment().getHpos() == HPos.RIGHT ? right - fitting(right) : snappedLeftInset();
        boolean isFitting = true;
        for (Node child : getManagedChildren()) {
            double width = child.prefWidth(-1);
            child.resizeRelocate(x, child.getLayoutY(), width, child.prefHeight(width));
            child.setVisible(isFitting && x + width <= right);
            isFitting = child.isVisible();
            x += width + getSpacing();
        }
    }

    /** The width of the children that are shown. */
    private double fitting(double right) {
        double end = snappedLeftInset();
        double shown = 0;
        for (Node child : getManagedChildren()) {
            end += child.prefWidth(-1);
            shown = end <= right ? end - snappedLeftInset() : shown;
            end += getSpacing();
        }
        return shown;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
