package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridGeometryTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "2, 2, 2, 2",
        "2, 3, 2, 4",
        "1, 19, 64, 128",
        "1, 1, 1024, 2048",
        "1, 150, 32, 32",
        "8, 1, 3, 5"
    })
    void theFittedGridLiesInsideItsCard(int n, int c, int h, int w) {
        assertInside(GridGeometry.fit(GridShape.of(Shape.of(n, c, h, w)), 400, 300));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "2, 2, 2, 2", "2, 3, 2, 4", "1, 3, 1024, 2048", "9, 2, 3, 5", "150, 1, 8, 8", "2, 6, 1, 9"
    })
    void theFittedGridLiesInsideItsCardWithNAcross(int n, int c, int h, int w) {
        GridShape shape = GridShape.of(Shape.of(n, c, h, w));
        assertInside(GridGeometry.fit(shape, Arrangement.N_ACROSS, new PlaneFit(400, 300, 1)));
    }

    private static void assertInside(GridGeometry geometry) {
        int w = geometry.shape().width();
        int h = geometry.shape().height();
        int lastPlane = geometry.shape().planes() - 1;
        for (int plane = 0; plane <= lastPlane; plane++) {
            assertThat(geometry.planeX(plane)).isGreaterThanOrEqualTo(0);
            assertThat(geometry.planeY(plane) - geometry.title()).isGreaterThanOrEqualTo(0);
            assertThat(geometry.planeX(plane) + w * geometry.cell()).isLessThanOrEqualTo(400.5);
            assertThat(geometry.planeY(plane) + h * geometry.cell()).isLessThanOrEqualTo(300.5);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theMiddleOfEveryCellIsFoundAgain(long seed) {
        Random random = new Random(seed);
        Shape shape =
                Shape.of(1 + random.nextInt(3), 1 + random.nextInt(25), 1 + random.nextInt(9), 1 + random.nextInt(9));
        Arrangement arrangement = seed % 2 == 0 ? Arrangement.N_DOWN : Arrangement.N_ACROSS;
        GridGeometry geometry = GridGeometry.fit(GridShape.of(shape), arrangement, new PlaneFit(640, 480, 1))
                .zoomed(1 + random.nextDouble(), random.nextDouble(640), random.nextDouble(480));
        for (int plane = 0; plane < shape.dim(0) * shape.dim(1); plane++) {
            for (int cell = 0; cell < shape.planeSize(); cell++) {
                CellRef ref = new CellRef(plane, cell);
                double half = geometry.cell() / 2;
                assertThat(geometry.locate(geometry.cellX(ref) + half, geometry.cellY(ref) + half))
                        .as("seed %d", seed)
                        .isEqualTo(Optional.of(ref));
            }
        }
    }

    @Test
    void whatLiesBetweenPlanesIsNoCell() {
        GridGeometry geometry = GridGeometry.fit(GridShape.of(Shape.of(1, 2, 2, 2)), 400, 300);
        double gap = geometry.planeX(1) - PlaneFit.GAP / 2;
        assertThat(geometry.locate(gap, geometry.planeY(0) + 1)).isEmpty();
        assertThat(geometry.locate(-5, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void zoomKeepsThePlaceUnderThePointer(long seed) {
        Random random = new Random(seed);
        Arrangement arrangement = seed % 2 == 0 ? Arrangement.N_DOWN : Arrangement.N_ACROSS;
        GridShape shape = GridShape.of(Shape.of(2, 3, 4, 5));
        GridGeometry before = GridGeometry.fit(shape, arrangement, new PlaneFit(500, 400, 1));
        CellRef ref = new CellRef(random.nextInt(6), random.nextInt(20));
        double x = before.cellX(ref) + random.nextDouble() * before.cell();
        double y = before.cellY(ref) + random.nextDouble() * before.cell();
        GridGeometry after = before.zoomed(1.7, x, y);
        double across = (x - before.cellX(ref)) / before.cell();
        double down = (y - before.cellY(ref)) / before.cell();
        assertThat(after.cellX(ref) + across * after.cell()).isCloseTo(x, within(1e-9));
        assertThat(after.cellY(ref) + down * after.cell()).isCloseTo(y, within(1e-9));
    }

    @Test
    void manyChannelsWrapIntoLinesRatherThanShrink() {
        GridGeometry geometry = GridGeometry.fit(GridShape.of(Shape.of(1, 19, 16, 32)), 420, 320);
        assertThat(geometry.lines().perLine()).isLessThan(19);
        assertThat(geometry.planeY(18)).isGreaterThan(geometry.planeY(0));
    }

    @Test
    void manyImagesWrapIntoLinesTooWhenTheyLieAcross() {
        GridShape shape = GridShape.of(Shape.of(8, 3, 5));
        GridGeometry across = GridGeometry.fit(shape, Arrangement.N_ACROSS, new PlaneFit(303, 279, 1));
        assertThat(across.lines().perLine()).isBetween(2, 4);
        assertThat(across.cell())
                .isGreaterThan(2 * GridGeometry.fit(shape, 303, 279).cell());
    }

    @Test
    void withNAcrossChannelsLieBelowEachOther() {
        GridShape shape = GridShape.of(Shape.of(2, 3, 2, 4));
        GridGeometry geometry = GridGeometry.fit(shape, Arrangement.N_ACROSS, new PlaneFit(303, 279, 1));
        assertThat(geometry.planeX(2)).isEqualTo(geometry.planeX(0));
        assertThat(geometry.planeY(2)).isGreaterThan(geometry.planeY(1)).isEqualTo(geometry.planeY(5));
        assertThat(geometry.planeX(3)).isGreaterThan(geometry.planeX(0) + 4 * geometry.cell());
        assertThat(geometry.planeY(3)).isEqualTo(geometry.planeY(0));
    }

    /** A map twice as wide shows the same point in its middle, at the same zoom. */
    @Test
    void gridsOfDifferentSizesShowTheSamePlace() {
        GridShape shape = GridShape.of(Shape.of(1, 1, 40, 60));
        GridGeometry fit = GridGeometry.fit(shape, 300, 240);
        GridGeometry other = fit.zoomed(5, 200, 100).panned(-17, 9);
        GridGeometry wide = GridGeometry.fit(shape, 600, 480);
        GridGeometry like = wide.like(other, fit, 300, 240, 600, 480);
        assertThat(like.cell() / wide.cell()).isCloseTo(other.cell() / fit.cell(), within(1e-9));
        assertThat((300 - like.planeX(0)) / like.cell())
                .isCloseTo((150 - other.planeX(0)) / other.cell(), within(1e-9));
        assertThat((240 - like.planeY(0)) / like.cell())
                .isCloseTo((120 - other.planeY(0)) / other.cell(), within(1e-9));
        assertThat(fit.like(fit, fit, 300, 240, 300, 240).cell()).isEqualTo(fit.cell());
    }
}
