package lossgrid.ui.grid;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneFit;
import org.jspecify.annotations.Nullable;

/** Gives a grid the height that its cells need at the width there is, within bounds that the style sheet sets. */
public final class MapFrame extends Region {
    /** More cells than numbers fit into, so that the map is worth more height. */
    private static final PseudoClass FINE = PseudoClass.getPseudoClass("fine");

    private static final int MOST_WITH_NUMBERS = 12;

    /** The height that a grid needs beside its cells: the title of a plane, and the room for outlines. */
    private static final double BESIDE_CELLS = 25;

    /** Of that, the room for outlines. */
    private static final double EDGES = 8;

    private final GridView grid;
    private @Nullable GridShape shape;

    public MapFrame(GridView grid) {
        this.grid = grid;
        getStyleClass().add("map-frame");
        getChildren().add(grid);
    }

    /** Takes the proportions of a plane. */
    public void show(GridShape plane) {
        shape = plane;
        pseudoClassStateChanged(FINE, plane.width() > MOST_WITH_NUMBERS);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Cells have whole sizes, so that those that fit into the width may need less height than its share. */
    @Override
    protected double computePrefHeight(double width) {
        GridShape cells = shape;
        double unit = grid.unit();
        if (cells == null || width <= 0) {
            return BESIDE_CELLS * unit;
        }
        double most = width * cells.height() / cells.width() + BESIDE_CELLS * unit;
        return Math.ceil(GridGeometry.fit(cells, Arrangement.N_DOWN, new PlaneFit(width, most, unit))
                        .contentHeight()
                + EDGES * unit);
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
