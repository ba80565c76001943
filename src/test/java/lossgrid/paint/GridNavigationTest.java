package lossgrid.paint;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridNavigationTest {
    /** Two batches of three channels, each two rows of four. */
    private static final GridShape SHAPE = GridShape.of(Shape.of(2, 3, 2, 4));

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0, 0, 1",
        "0, 3, 1, 0, 1, 0",
        "0, 4, 0, 1, 3, 0",
        "3, 0, 0, -1, 0, 4",
        "0, 0, -1, 0, 0, 0",
        "5, 7, 1, 1, 5, 7"
    })
    void stepsCrossIntoTheNeighbouringPlane(int plane, int cell, int right, int down, int toPlane, int toCell) {
        assertThat(GridNavigation.step(SHAPE, new CellRef(plane, cell), right, down))
                .isEqualTo(new CellRef(toPlane, toCell));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 0, 1", "0, 7, 1, 1, 0", "1, 0, -1, 0, 7", "5, 7, 1, 5, 7", "0, 0, -1, 0, 0"})
    void readingOrderRunsThroughAllPlanes(int plane, int cell, int by, int toPlane, int toCell) {
        assertThat(GridNavigation.inOrder(SHAPE, new CellRef(plane, cell), by)).isEqualTo(new CellRef(toPlane, toCell));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 4", "0, 4, 0, 1", "0, 7, 1, 0", "5, 7, 5, 7"})
    void belowTheLastRowComesTheNextColumn(int plane, int cell, int toPlane, int toCell) {
        assertThat(GridNavigation.below(SHAPE, new CellRef(plane, cell))).isEqualTo(new CellRef(toPlane, toCell));
    }
}
