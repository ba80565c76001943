package lossgrid.ui;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import lossgrid.paint.GridShape;

/** Gives a grid the height that its cells need at the width there is, within bounds that the style sheet sets. */
final class MapFrame extends Region {
    /** More cells than numbers fit into, so that the map is worth more height. */
    private static final PseudoClass FINE = PseudoClass.getPseudoClass("fine");

    private static final int MOST_WITH_NUMBERS = 12;

    /** What a grid needs beside its cells, to the size of type: the title of a plane, and the room for outlines. */
    private static final double BESIDE_CELLS = 1.93;

    /** Of that, at the sides. */
    private static final double EDGES = 0.62;

    private final GridView grid;
    private double aspect = 1;

    MapFrame(GridView grid) {
        this.grid = grid;
        getStyleClass().add("map-frame");
        getChildren().add(grid);
    }

    /** Takes the proportions of a plane. */
    void show(GridShape shape) {
        aspect = (double) shape.height() / shape.width();
        pseudoClassStateChanged(FINE, shape.width() > MOST_WITH_NUMBERS);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double type = TypeScale.DESIGN * grid.unit();
        return Math.ceil(Math.max(0, width - EDGES * type) * aspect + BESIDE_CELLS * type);
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
        grid.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
