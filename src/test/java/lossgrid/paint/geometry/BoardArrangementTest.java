package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardArrangementTest {
    /** The room for the grid on a card of a window of 1440 × 900. */
    private static final PlaneFit ROOM = new PlaneFit(303, 279, 1);

    private static GridShape shape(int n, int c, int h, int w) {
        return GridShape.of(Shape.of(n, c, h, w));
    }

    private static Arrangement atFirst(GridShape shape, PlaneFit room) {
        return BoardArrangement.usual(shape).in(room, shape).arrangement();
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 2, 4", "1, 3, 2, 4", "4, 2, 2, 2", "8, 1, 3, 5", "1, 2, 2, 8", "2, 3, 1024, 2048"})
    void wideLowPlanesLieWithNAcrossWhereThatMakesCellsMuchLarger(int n, int c, int h, int w) {
        GridShape shape = shape(n, c, h, w);
        assertThat(atFirst(shape, ROOM)).isEqualTo(Arrangement.N_ACROSS);
        assertThat(GridGeometry.fit(shape, Arrangement.N_ACROSS, ROOM).cell())
                .isGreaterThan(
                        1.14 * GridGeometry.fit(shape, Arrangement.N_DOWN, ROOM).cell());
    }

    /**
     * The default direction for the lessons with one and two channels, and wherever the other gains little or nothing.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 2, 2",
        "2, 2, 2, 2",
        "2, 2, 3, 4",
        "1, 3, 4, 4",
        "2, 3, 512, 512",
        "1, 19, 64, 128",
        "1, 3, 1024, 2048",
        "1, 19, 1024, 2048",
        "1, 150, 512, 512",
        "1, 1, 1, 1"
    })
    void nRunsDownOtherwise(int n, int c, int h, int w) {
        assertThat(atFirst(shape(n, c, h, w), ROOM)).isEqualTo(Arrangement.N_DOWN);
    }

    /** With legible numbers n keeps its direction, however much larger they could be. */
    @Test
    void largeCellsDoNotHaveToBeLarger() {
        GridShape shape = shape(1, 3, 2, 4);
        PlaneFit large = new PlaneFit(460, 800, 1);
        assertThat(GridGeometry.fit(shape, Arrangement.N_ACROSS, large).cell())
                .isGreaterThan(
                        2 * GridGeometry.fit(shape, Arrangement.N_DOWN, large).cell());
        assertThat(atFirst(shape, large)).isEqualTo(Arrangement.N_DOWN);
        assertThat(atFirst(shape, new PlaneFit(920, 1600, 2))).isEqualTo(Arrangement.N_DOWN);
    }

    /** However a window has got its size, a pixel more or less changes nothing. */
    @ParameterizedTest
    @CsvSource({"2, 3, 2, 4", "1, 3, 2, 4", "4, 2, 2, 2", "8, 1, 3, 5", "3, 7, 4, 4", "16, 2, 3, 3", "8, 1, 4, 4"})
    void aPixelBackAndForthTurnsNothingOver(int n, int c, int h, int w) {
        GridShape shape = shape(n, c, h, w);
        int turns = 0;
        for (double unit : new double[] {1, 1.5}) {
            for (int other = 120; other <= 700; other += 20) {
                turns += sweep(shape, other, true, unit) + sweep(shape, other, false, unit);
            }
        }
        assertThat(turns).as("sizes where it turns over").isPositive();
    }

    private static int sweep(GridShape shape, int other, boolean isWide, double unit) {
        BoardArrangement now = BoardArrangement.usual(shape);
        int turns = 0;
        for (int size = 100; size <= 900; size++) {
            BoardArrangement next = now.in(room(size, other, isWide, unit), shape);
            turns += next.equals(now) ? 0 : 1;
            now = next;
            assertThat(turnsWhileShaking(now, size, other, isWide, unit))
                    .as("%d, %d, %s, %s", size, other, isWide, unit)
                    .isLessThanOrEqualTo(1);
        }
        return turns;
    }

    private static int turnsWhileShaking(BoardArrangement start, int size, int other, boolean isWide, double unit) {
        BoardArrangement now = start;
        int turns = 0;
        for (int i = 0; i < 8; i++) {
            BoardArrangement next = now.in(room(size + i % 2, other, isWide, unit), start.logits());
            turns += next.equals(now) ? 0 : 1;
            now = next;
        }
        return turns;
    }

    private static PlaneFit room(int size, int other, boolean isWide, double unit) {
        return isWide ? new PlaneFit(size, other, unit) : new PlaneFit(other, size, unit);
    }

    @Test
    void itTurnsBackWhenACardIsOfAnotherSize() {
        GridShape shape = shape(2, 3, 2, 4);
        BoardArrangement turned = BoardArrangement.usual(shape).in(new PlaneFit(278, 230, 1), shape);
        assertThat(turned.arrangement()).isEqualTo(Arrangement.N_ACROSS);
        PlaneFit littleLess = new PlaneFit(278, 220, 1);
        assertThat(atFirst(shape, littleLess)).isEqualTo(Arrangement.N_DOWN);
        assertThat(turned.in(littleLess, shape)).isEqualTo(turned);
        assertThat(turned.in(new PlaneFit(278, 230, 1.25), shape).arrangement())
                .as("with larger type")
                .isEqualTo(Arrangement.N_DOWN);
        BoardArrangement back = turned.in(new PlaneFit(278, 189, 1), shape);
        assertThat(back.arrangement()).isEqualTo(Arrangement.N_DOWN);
        assertThat(back.in(littleLess, shape).in(ROOM, shape).arrangement()).isEqualTo(Arrangement.N_ACROSS);
    }

    /** A document looks the same whatever was open before. */
    @Test
    void logitsOfAnotherShapeBeginAnew() {
        GridShape shape = shape(2, 3, 2, 4);
        PlaneFit littleLess = new PlaneFit(303, 225, 1);
        BoardArrangement turned = BoardArrangement.usual(shape(2, 2, 2, 4)).in(ROOM, shape);
        assertThat(turned.logits()).isEqualTo(shape);
        BoardArrangement other = turned.in(ROOM, shape(2, 2, 2, 2));
        assertThat(other).isEqualTo(BoardArrangement.usual(shape(2, 2, 2, 2)));
        BoardArrangement images = turned.in(littleLess, shape(4, 2, 2, 2));
        assertThat(images.arrangement()).isEqualTo(Arrangement.N_ACROSS);
        assertThat(images.in(littleLess, shape)).isEqualTo(BoardArrangement.usual(shape));
    }

    @Test
    void withoutRoomItIsTheUsualOne() {
        GridShape shape = shape(2, 3, 2, 4);
        assertThat(atFirst(shape, new PlaneFit(-26, -105, 1))).isEqualTo(Arrangement.N_DOWN);
    }

    @Test
    void ofNoImagesThereIsNoCell() {
        GridGeometry geometry = GridGeometry.fit(shape(0, 3, 2, 4), Arrangement.N_ACROSS, ROOM);
        assertThat(geometry.locate(geometry.left() + 1, geometry.top() + geometry.title() + 1))
                .isEmpty();
    }
}
