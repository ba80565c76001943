package lossgrid.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Two nodes side by side, each with half of the width; the row is as high as the higher one. The gap is that of the
 * padding.
 */
public final class EqualColumns extends Region {
    private final Node left;
    private final Node right;

    public EqualColumns(Node left, Node right) {
        this.left = left;
        this.right = right;
        getStyleClass().add("halves");
        getChildren().addAll(left, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double half(double width) {
        return Math.max(0, Math.floor((width - gap()) / 2));
    }

    private double heightAt(double width) {
        return Math.max(height(left, width), height(right, width));
    }

    private static double height(Node node, double width) {
        return node.isManaged()
                ? Math.ceil(Math.clamp(node.prefHeight(width), node.minHeight(width), node.maxHeight(width)))
                : 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightAt(half(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 1;
    }

    @Override
    protected void layoutChildren() {
        double half = half(getWidth());
        left.resizeRelocate(0, 0, half, height(left, half));
        right.resizeRelocate(getWidth() - half, 0, half, height(right, half));
    }
}
