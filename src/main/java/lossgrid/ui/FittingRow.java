package lossgrid.ui;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A row that shows its children whole or, from the last on, not at all when it is too narrow for them. */
class FittingRow extends HBox {
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getWidth() >= prefWidth(-1)) {
            getManagedChildren().forEach(child -> child.setVisible(true));
            return;
        }
        double right = getWidth() - snappedRightInset();
        double x = snappedLeftInset();
        for (Node child : getManagedChildren()) {
            double width = child.prefWidth(-1);
            child.resizeRelocate(x, child.getLayoutY(), width, child.prefHeight(width));
            child.setVisible(x + width <= right);
            x += width + getSpacing();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
