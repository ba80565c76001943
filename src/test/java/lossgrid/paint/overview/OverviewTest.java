package lossgrid.paint.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.paint.color.ColorMapLibrary;
import lossgrid.paint.color.ColorMapName;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.Extent;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.LookCounts;
import lossgrid.paint.grid.TensorGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTest {
    @ParameterizedTest(name = "seed {0}: {1} × {2}, one in {3} special")
    @CsvSource({"1, 1, 1, 0", "2, 37, 53, 0", "3, 37, 53, 40", "4, 64, 16, 3", "5, 3, 130, 1", "6, 129, 2, 20"})
    void blocksAreWhatTheirCellsAre(long seed, int height, int width, int oneIn) {
        Random random = new Random(seed);
        Tensor values = Draw.withSpecials(random, Shape.of(1, 2, height, width), oneIn);
        PixelMask mask = PixelMask.of(GridShape.of(values.shape()), i -> i % 7 == 3);
        Overview overview = Overview.of(values, mask, null);
        for (int p = 0; p < 2; p++) {
            PlaneOverview plane = overview.plane(p);
            int size = 1;
            for (PlaneOverview.Level level : plane.levels()) {
                size *= 4;
                assertThat(level.height()).isEqualTo(Math.ceilDiv(height, size));
                assertThat(level.width()).isEqualTo(Math.ceilDiv(width, size));
                for (int block = 0; block < level.min().length; block++) {
                    Block expected = new Block(values, mask, p, block / level.width(), block % level.width(), size);
                    assertThat(level.min()[block]).isEqualTo(expected.min);
                    assertThat(level.max()[block]).isEqualTo(expected.max);
                    byte[] looks = level.looks();
                    assertThat(looks == null ? 0 : (int) looks[block]).isEqualTo(expected.bits);
                    if (size == 16) {
                        PlaneOverview.Spread spread = plane.spread(2);
                        assertThat(spread.mean()[block]).isCloseTo((float) expected.mean(), within(1e-5f));
                        assertThat(spread.deviation()[block]).isCloseTo((float) expected.deviation(), within(1e-4f));
                    }
                }
            }
            assertThat(plane.levels().getLast().min()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "seed {0}: {1} × {2}, one in {3} special, {4} changed")
    @CsvSource({"1, 37, 53, 0, 1", "2, 70, 33, 40, 9", "3, 129, 18, 3, 200", "4, 16, 16, 1, 2"})
    void anOverviewThatFollowsIsTheOneOfAllCells(long seed, int height, int width, int oneIn, int changes) {
        Random random = new Random(seed);
        Shape shape = Shape.of(2, 2, height, width);
        PixelMask mask = PixelMask.of(GridShape.of(shape), i -> i % 7 == 3);
        Tensor values = Draw.withSpecials(random, shape, oneIn);
        Overview followed = Overview.of(values, mask, null);
        for (int round = 0; round < 3; round++) {
            Tensor drawn = Draw.withSpecials(random, Shape.of(1, 1, 1, changes), oneIn);
            int[] cells = random.ints(changes, 0, values.size()).toArray();
            values = values.with(cells, drawn.reshape(Shape.of(changes)));
            followed = Overview.of(values, mask, followed);
            assertSame(followed, Overview.of(values, mask, null));
        }
    }

    private static void assertSame(Overview followed, Overview whole) {
        assertThat(followed.extent()).isEqualTo(whole.extent());
        assertThat(followed.looks()).isEqualTo(whole.looks());
        for (int p = 0; p < whole.shape().planes(); p++) {
            PlaneOverview plane = followed.plane(p);
            PlaneOverview expected = whole.plane(p);
            for (int level = 0; level < expected.levels().size(); level++) {
                PlaneOverview.Level of = plane.levels().get(level);
                assertThat(of.min()).isEqualTo(expected.levels().get(level).min());
                assertThat(of.max()).isEqualTo(expected.levels().get(level).max());
                byte[] looks = of.looks();
                byte[] expectedLooks = expected.levels().get(level).looks();
                byte[] none = new byte[of.min().length];
                assertThat(looks == null ? none : looks).isEqualTo(expectedLooks == null ? none : expectedLooks);
            }
            for (int i = 0; i < expected.spreads().size(); i++) {
                assertThat(plane.spreads().get(i).mean())
                        .isEqualTo(expected.spreads().get(i).mean());
                assertThat(plane.spreads().get(i).deviation())
                        .isEqualTo(expected.spreads().get(i).deviation());
            }
        }
    }

    /** A block by brute force. */
    private static final class Block {
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;
        private int bits;
        private double sum;
        private double squares;
        private int count;

        Block(Tensor values, PixelMask mask, int plane, int row, int column, int size) {
            int height = values.shape().dim(2);
            int width = values.shape().dim(3);
            for (int y = row * size; y < Math.min((row + 1) * size, height); y++) {
                for (int x = column * size; x < Math.min((column + 1) * size, width); x++) {
                    float value = values.inPlane(plane, y * width + x);
                    CellLook look = CellLook.of(value);
                    if (look == CellLook.ORDINARY) {
                        min = Math.min(min, value);
                        max = Math.max(max, value);
                        sum += value;
                        squares += (double) value * value;
                        count++;
                    } else if (!mask.contains(0, y * width + x)) {
                        bits |= PlaneOverview.bit(look);
                    }
                }
            }
        }

        double deviation() {
            return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean() * mean()));
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }

    @Test
    void looksAreCountedAsCellByCell() {
        Tensor values = Draw.withSpecials(new Random(7), Shape.of(2, 3, 19, 23), 9);
        TensorGrid grid =
                TensorGrid.of(values, new ColorScale(ColorMapLibrary.of(ColorMapName.RDBU), -2, 2), i -> i % 5 == 0, 4);
        assertThat(grid.lookCounts()).isEqualTo(LookCounts.of(grid)).hasSize(4);
    }

    @Test
    void planesThatStayAreNotReadAgain() {
        Tensor values = Draw.withSpecials(new Random(8), Shape.of(1, 3, 20, 20), 0);
        Overview before = Overview.of(values);
        Overview after = Overview.of(values.with(505, 100), PixelMask.NONE, before);
        assertThat(after.plane(0)).isSameAs(before.plane(0));
        assertThat(after.plane(1)).isNotSameAs(before.plane(1));
        assertThat(after.extent().most()).isEqualTo(100);
        PixelMask mask = PixelMask.of(GridShape.of(values.shape()), i -> i == 4);
        assertThat(Overview.of(values, mask, before).plane(0)).isNotSameAs(before.plane(0));
        assertThat(Overview.of(values, mask, before).samePlane(before, 0)).isFalse();
    }

    @Test
    void theExtentIsThatOfFiniteNumbers() {
        assertThat(Overview.of(Tensor.vector(Float.NaN, 3, Float.NEGATIVE_INFINITY, -1))
                        .extent())
                .isEqualTo(new Extent(-1, 3));
        assertThat(Overview.of(Tensor.vector(Float.NaN, Float.POSITIVE_INFINITY))
                        .extent())
                .isEqualTo(new Extent(0, 0));
        assertThat(Overview.of(Tensor.vector(2, 3)).extent()).isEqualTo(new Extent(2, 3));
    }
}
