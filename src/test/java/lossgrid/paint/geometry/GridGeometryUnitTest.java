package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;

/** Type and gaps of a grid follow the size of the window's type. */
class GridGeometryUnitTest {
    private static final GridShape SHAPE = GridShape.of(Shape.of(2, 2, 2, 2));

    private static GridGeometry fit(double width, double height, double unit) {
        return GridGeometry.fit(SHAPE, Arrangement.N_DOWN, new PlaneFit(width, height, unit));
    }

    @Test
    void twiceTheUnitInTwiceTheRoomIsTwiceTheGrid() {
        GridGeometry one = fit(404, 404, 1);
        GridGeometry two = fit(800, 800, 2);
        assertThat(two.cell()).isBetween(2 * one.cell(), 2 * one.cell() + 2);
        assertThat(two.title()).isEqualTo(2 * one.title());
        assertThat(two.cellGap()).isEqualTo(2 * one.cellGap());
        assertThat(two.fontSize(6)).isBetween(1.9 * one.fontSize(6), 2.1 * one.fontSize(6));
    }

    @Test
    void theLargestCellGrowsWithTheUnit() {
        assertThat(fit(4000, 4000, 2).cell())
                .isEqualTo(2 * GridGeometry.fit(SHAPE, 4000, 4000).cell());
    }

    @Test
    void largerTypeDoesNotTakeShortNumbersAway() {
        GridGeometry cramped = fit(230, 260, 2);
        assertThat(cramped.cell()).isLessThan(55);
        assertThat(cramped.showsText(2)).isTrue();
    }

    @Test
    void everyCellIsFoundWhereItIsDrawnAtAnyUnit() {
        GridGeometry geometry = fit(700, 700, 1.75).zoomed(1.5, 300, 200);
        for (int plane = 0; plane < SHAPE.planes(); plane++) {
            for (int cell = 0; cell < SHAPE.planeSize(); cell++) {
                CellRef ref = new CellRef(plane, cell);
                assertThat(geometry.locate(geometry.cellX(ref) + 1, geometry.cellY(ref) + 1))
                        .contains(ref);
            }
        }
    }
}
