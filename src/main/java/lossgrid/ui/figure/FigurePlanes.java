package lossgrid.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        return fit(cells.shape(), cells, space);
    }

    /** The room for planes of this shape with such numbers. */
    static FigureFit fit(GridShape shape, CellGrid numbers, FigureSpace space) {
        List<Integer> lengths = Stream.iterate(
                        Optional.of(numbers), Optional::isPresent, cells -> cells.flatMap(CellGrid::shortened))
                .map(cells -> cells.orElseThrow().longestText())
                .toList();
        return FigureFit.of(shape, lengths, space.planes());
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
