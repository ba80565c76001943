package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PixelAxisTest {
    @RepeatedTest(50)
    void everyBlockBelongsToOnePixel(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int cells = 1 + random.nextInt(3000);
        double cell = Math.pow(2, -10 * random.nextDouble());
        double start = 30 * random.nextDouble();
        PixelAxis axis = PixelAxis.of(start, cell, cells, 10_000);
        int blocks = cell == 1 ? cells : (int) Math.ceil(cells / Math.pow(4, axis.level()));
        assertThat(axis.count()).isPositive();
        assertThat(axis.from(0)).isZero();
        assertThat(axis.to(axis.count() - 1)).isEqualTo(blocks);
        for (int i = 1; i < axis.count(); i++) {
            assertThat(axis.from(i)).isEqualTo(axis.to(i - 1));
        }
        assertThat(axis.first()).isBetween((int) start - 1, (int) start + 1);
    }

    @Test
    void whatIsOutsideTakesNoPixels() {
        assertThat(PixelAxis.of(-100, 1, 100, 50).count()).isZero();
        assertThat(PixelAxis.of(50, 1, 100, 50).count()).isZero();
        PixelAxis partly = PixelAxis.of(-30, 0.5, 100, 50);
        assertThat(partly.first()).isZero();
        assertThat(partly.count()).isEqualTo(20);
        assertThat(partly.from(0)).isEqualTo(60);
        assertThat(partly.to(19)).isEqualTo(100);
    }

    @RepeatedTest(50)
    void onlyBlocksOfThePlaneAreShownWhereverItsEdgesLie(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int cells = 1 + random.nextInt(3000);
        double cell = 5 * Math.pow(2, -12 * random.nextDouble());
        int limit = 40;
        double edge = random.nextBoolean() ? 0 : limit;
        double end = edge + 1.2 * random.nextDouble() - 0.6;
        for (double start : new double[] {end, end - cell * cells}) {
            PixelAxis axis = PixelAxis.of(start, cell, cells, limit);
            int blocks = (int) Math.ceil(cells / Math.pow(4, Math.max(0, axis.level())));
            for (int i = 0; i < axis.count(); i++) {
                assertThat(axis.from(i)).isBetween(0, blocks - 1);
                assertThat(axis.to(i)).isBetween(axis.from(i) + 1, blocks);
                assertThat(axis.middle(i)).isBetween(0, cells - 1);
            }
        }
    }
}
