package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;

class CellRangeTest {
    /** Two batches of three channels of 2 × 4 pixels. */
    private static final GridShape SHAPE = GridShape.of(Shape.of(2, 3, 2, 4));

    private static CellRange range(int plane, int from, int toPlane, int to) {
        return new CellRange(SHAPE, new CellRef(plane, from), new CellRef(toPlane, to));
    }

    @Test
    void itIsTheRectangleBetweenItsCornersWhicheverComesFirst() {
        assertThat(range(0, 1, 0, 6).indices()).containsExactly(1, 2, 5, 6);
        assertThat(range(0, 6, 0, 1).indices()).containsExactly(1, 2, 5, 6);
        assertThat(range(0, 5, 0, 2).indices()).containsExactly(1, 2, 5, 6);
        assertThat(range(1, 3, 1, 3).indices()).containsExactly(11);
    }

    @Test
    void acrossPlanesItIsTheSameRectangleInEach() {
        assertThat(range(0, 0, 1, 1).indices()).containsExactly(0, 1, 8, 9);
        assertThat(range(1, 0, 5, 0).planes()).containsExactly(1, 2, 4, 5);
        assertThat(range(5, 0, 1, 0).planes()).containsExactly(1, 2, 4, 5);
    }

    @Test
    void containsIsWhatTheIndicesSay() {
        CellRange range = range(4, 6, 0, 1);
        int[] inside = range.indices();
        for (int plane = 0; plane < SHAPE.planes(); plane++) {
            for (int cell = 0; cell < SHAPE.planeSize(); cell++) {
                int index = plane * SHAPE.planeSize() + cell;
                assertThat(range.contains(new CellRef(plane, cell)))
                        .isEqualTo(Arrays.stream(inside).anyMatch(i -> i == index));
            }
        }
        assertThat(range.size()).isEqualTo(inside.length);
    }

    @Test
    void aPlaneAndAllPlanes() {
        assertThat(CellRange.plane(SHAPE, 2).indices())
                .hasSize(8)
                .startsWith(16)
                .endsWith(23);
        assertThat(CellRange.all(SHAPE).indices()).hasSize(48).startsWith(0).endsWith(47);
    }

    @Test
    void tabsBetweenColumnsAndABlankLineBetweenPlanes() {
        assertThat(range(0, 1, 1, 6).tabSeparated(Integer::toString)).isEqualTo("1\t2\n5\t6\n\n9\t10\n13\t14");
        assertThat(range(0, 0, 1, 0).tabSeparated(Integer::toString)).isEqualTo("0\n\n8");
    }
}
