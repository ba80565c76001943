package lossgrid.ui.figure;

import javafx.scene.layout.Region;
import lossgrid.paint.figure.FigureFit;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.grid.GridView;

/** All planes of an array in a height that has been found for them. */
final class FigurePlanes extends Region {
    private final GridView grid;
    private final FigureFit fit;

    /** @param fit the room, which grids beside each other have in common */
    FigurePlanes(CellGrid cells, FigureFit fit, FigureSpace space) {
        this.fit = fit;
        grid = new GridView(space.resolution());
        grid.setFocusTraversable(false);
        grid.show(cells);
        grid.arrange(fit.arrangement());
        getChildren().add(grid);
    }

    /** The room for a grid alone. */
    static FigureFit fit(CellGrid cells, FigureSpace space) {
        return fit(cells.shape(), cells.longestText(), space);
    }

    static FigureFit fit(GridShape shape, int longestText, FigureSpace space) {
        return FigureFit.of(shape, longestText, space.width(), space.unit());
    }

    @Override
    protected double computePrefHeight(double width) {
        return fit.height();
    }

    @Override
    protected void layoutChildren() {
        grid.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
