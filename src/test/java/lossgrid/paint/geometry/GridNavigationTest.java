package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;
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
        assertThat(GridNavigation.step(
                        PlaneWrapping.unbroken(SHAPE, Arrangement.N_DOWN), new CellRef(plane, cell), right, down))
                .isEqualTo(new CellRef(toPlane, toCell));
    }

    /** Planes 0 and 3 lie beside each other, 1 and 4 below them. */
    @ParameterizedTest
    @CsvSource({
        "0, 3, 1, 0, 3, 0",
        "3, 4, -1, 0, 0, 7",
        "0, 5, 0, 1, 1, 1",
        "4, 2, 0, -1, 3, 6",
        "3, 3, 1, 0, 3, 3",
        "2, 6, 0, 1, 2, 6",
        "0, 0, 0, -1, 0, 0"
    })
    void withNAcrossTheNeighbourToTheRightIsTheNextImage(
            int plane, int cell, int right, int down, int toPlane, int toCell) {
        assertThat(GridNavigation.step(
                        PlaneWrapping.unbroken(SHAPE, Arrangement.N_ACROSS), new CellRef(plane, cell), right, down))
                .isEqualTo(new CellRef(toPlane, toCell));
    }

    /** Five channels in lines of two, two images: lines 01, 23, 4; then 56, 78, 9. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 2",
        "2, 0, 1, 4",
        "4, 0, 1, 5",
        "5, 0, -1, 4",
        "3, 0, 1, 6",
        "6, 0, -1, 3",
        "1, 1, 0, 2",
        "2, -1, 0, 1",
        "4, 1, 0, 4",
        "9, 0, 1, 9"
    })
    void brokenLinesAreCrossedToThePlaneThatLiesThere(int plane, int right, int down, int to) {
        GridShape shape = GridShape.of(Shape.of(2, 5, 1, 1));
        PlaneWrapping lines = new PlaneWrapping(shape, Arrangement.N_DOWN, 2);
        assertThat(GridNavigation.step(lines, new CellRef(plane, 0), right, down))
                .isEqualTo(new CellRef(to, 0));
    }

    @Test
    void imagesThatGoOnInANextLineAreReachedDownwards() {
        PlaneWrapping lines = new PlaneWrapping(GridShape.of(Shape.of(8, 3, 5)), Arrangement.N_ACROSS, 3);
        assertThat(GridNavigation.step(lines, new CellRef(1, 12), 0, 1)).isEqualTo(new CellRef(4, 2));
        assertThat(GridNavigation.step(lines, new CellRef(4, 2), 0, -1)).isEqualTo(new CellRef(1, 12));
        assertThat(GridNavigation.step(lines, new CellRef(2, 14), 1, 0)).isEqualTo(new CellRef(3, 10));
        assertThat(GridNavigation.step(lines, new CellRef(5, 14), 0, 1)).isEqualTo(new CellRef(5, 14));
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
