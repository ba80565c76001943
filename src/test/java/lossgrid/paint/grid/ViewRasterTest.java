package lossgrid.paint.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.ColorMapLibrary;
import lossgrid.paint.color.ColorMapName;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.geometry.ValidLabels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewRasterTest {
    private static final int HEIGHT = 101;
    private static final int WIDTH = 167;
    private static final Shape SHAPE = Shape.of(1, 1, HEIGHT, WIDTH);
    private static final ColorScale SCALE = new ColorScale(ColorMapLibrary.of(ColorMapName.VIRIDIS), 0, 1);

    private static boolean nothing(int pixel) {
        return false;
    }

    /** Whether a pixel is one of the greys of the patterns, which are not in the maps. */
    private static boolean isPattern(int argb) {
        return argb == 0xffd0d7de || argb == 0xff8c959f || argb == 0xff24292f;
    }

    private static int[] whole(CellGrid grid, double cell) {
        return raster(
                grid, 0, cell, Math.max(1, (int) Math.rint(WIDTH * cell)), Math.max(1, (int) Math.rint(HEIGHT * cell)));
    }

    private static int[] numbers(Tensor tensor, double cell) {
        return whole(TensorGrid.of(tensor, SCALE, ViewRasterTest::nothing, 4), cell);
    }

    /** Without AssertJ, which would box every pixel. */
    private static void assertAny(String what, int[] pixels, IntPredicate wanted) {
        assertThat(Arrays.stream(pixels).anyMatch(wanted)).as(what).isTrue();
    }

    /** A raster of a plane whose cells begin at the upper left corner. */
    private static int[] raster(CellGrid grid, int plane, double cell, int width, int height) {
        int[] pixels = new int[width * height];
        ViewRaster.fill(
                grid,
                plane,
                PixelAxis.of(0, cell, grid.shape().width(), width),
                PixelAxis.of(0, cell, grid.shape().height(), height),
                pixels,
                width);
        return pixels;
    }

    private static int[] places(Random random) {
        return new int[] {
            0,
            WIDTH - 1,
            (HEIGHT - 1) * WIDTH,
            HEIGHT * WIDTH - 1,
            random.nextInt(HEIGHT * WIDTH),
            random.nextInt(HEIGHT * WIDTH)
        };
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.5, 2, 1.3, 1, 0.99, 0.7, 0.5, 0.26, 0.25, 0.13, 0.06, 0.03, 0.011, 0.004, 0.002})
    void oneOddCellIsSeenAtEveryZoom(double cell) {
        Random random = new Random(Double.hashCode(cell));
        for (int place : places(random)) {
            Tensor quiet = Tensor.generate(SHAPE, _ -> 0.4f + 0.1f * random.nextFloat());
            int hottest = SCALE.argb(1);
            int coldest = SCALE.argb(0);
            assertAny("hottest", numbers(quiet.with(place, 1f), cell), argb -> argb == hottest);
            assertAny("coldest", numbers(quiet.with(place, 0f), cell), argb -> argb == coldest);
            assertThat(Arrays.stream(numbers(quiet, cell)).noneMatch(argb -> argb == hottest || argb == coldest))
                    .isTrue();
            for (float special : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                assertAny("special", numbers(quiet.with(place, special), cell), ViewRasterTest::isPattern);
            }
            int[] ignoring = whole(TensorGrid.of(quiet, SCALE, i -> i == place, 4), cell);
            assertAny("ignored", ignoring, ViewRasterTest::isPattern);
            int[] counting = whole(TensorGrid.of(quiet, SCALE, i -> i != place, 4), cell);
            assertAny("counted", counting, argb -> !isPattern(argb));
        }
    }

    /** A NaN causes the whole plane to be read cell by cell instead of by bounds; away from it nothing may differ. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 0.5, 0.41, 0.3, 0.26})
    void pixelsReadByBoundsAreThoseReadCellByCell(double cell) {
        Random random = new Random(Double.hashCode(cell));
        Tensor numbers = Tensor.generate(
                SHAPE,
                _ -> 0.4f + 0.1f * random.nextFloat() + (random.nextInt(90) == 0 ? random.nextFloat() - 0.5f : 0));
        int[] byBounds = whole(TensorGrid.of(numbers, SCALE, ViewRasterTest::nothing, 4), cell);
        int[] byCells = whole(TensorGrid.of(numbers.with(0, Float.NaN), SCALE, ViewRasterTest::nothing, 4), cell);
        int across = (int) Math.rint(WIDTH * cell);
        int near = (int) Math.ceil(64 * cell) + 1;
        assertThat(byBounds).hasSameSizeAs(byCells);
        for (int i = 0; i < byCells.length; i++) {
            if (byBounds[i] != byCells[i] && (i % across >= near || i / across >= near)) {
                fail("pixel %d is %08x, not %08x".formatted(i, byBounds[i], byCells[i]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 1, 0.8, 0.3, 0.25, 0.07, 0.03, 0.004})
    void oneOddLabelIsSeenAtEveryZoom(double cell) {
        Random random = new Random(Double.hashCode(cell));
        for (int place : places(random)) {
            LabelArray common = LabelArray.ofLongs(DType.INT64, Shape.of(1, HEIGHT, WIDTH), _ -> random.nextInt(3));
            ValidLabels rule = new ValidLabels(5, OptionalLong.of(255));
            for (long odd : new long[] {4, 255, -7, 1L << 40}) {
                LabelArray labels = common.with(place, new Scalar.Whole(odd));
                int[] pixels = whole(LabelGrid.of(labels, rule), cell);
                assertAny(
                        "label " + odd, pixels, argb -> odd == 4 ? argb == DefaultClassColors.of(4) : isPattern(argb));
            }
            Tensor oneHot = Tensor.zeros(SHAPE).with(place, 1f);
            int[] pixels = whole(
                    OneHotGrid.of(oneHot, ViewRasterTest::nothing, OneHotGrid.ColumnClass.SAME, ClassPalette.USUAL),
                    cell);
            assertAny("one-hot", pixels, argb -> argb == DefaultClassColors.of(0));
        }
    }

    @ParameterizedTest(name = "seed {0}, cells of {1}")
    @CsvSource({"1, 1", "2, 1.5", "3, 2", "4, 3.7", "5, 4.9"})
    void zoomedInEveryPixelIsThatOfItsCell(long seed, double cell) {
        Random random = new Random(seed);
        Shape shape = Shape.of(1, 2, 31, 43);
        Tensor values = Draw.withSpecials(random, shape, 0);
        ColorScale scale = new ColorScale(ColorMapLibrary.of(ColorMapName.RDBU), -1.5, 2, true);
        LabelArray labels = LabelArray.ofLongs(DType.UINT8, Shape.of(2, 31, 43), _ -> random.nextInt(4));
        LabelArray soft = LabelArray.ofDoubles(DType.FLOAT64, Shape.of(2, 31, 43), _ -> 3 * random.nextDouble());
        List<CellGrid> grids = new ArrayList<>(List.of(
                TensorGrid.of(values, scale, ViewRasterTest::nothing, 4),
                OneHotGrid.of(values, ViewRasterTest::nothing, OneHotGrid.ColumnClass.SAME, ClassPalette.USUAL),
                LabelGrid.of(labels, ValidLabels.of(4)),
                LabelGrid.of(soft, ValidLabels.of(4))));
        int width = (int) Math.rint(43 * cell);
        int height = (int) Math.rint(31 * cell);
        for (CellGrid grid : grids) {
            int[] pixels = raster(grid, 1, cell, width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int row = (int) ((y + 0.5) / cell);
                    int column = (int) ((x + 0.5) / cell);
                    assertThat(pixels[y * width + x])
                            .isEqualTo(DefaultClassColors.premultiplied(grid.argb(1, row * 43 + column)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.4, 0.25, 0.11, 0.0625, 0.05})
    void thinLinesAreSeen(double cell) {
        Tensor line = Tensor.generate(SHAPE, i -> i % WIDTH == 77 || i / WIDTH == 55 ? 1f : 0f);
        int width = (int) Math.rint(WIDTH * cell);
        int height = (int) Math.rint(HEIGHT * cell);
        int[] pixels = raster(TensorGrid.of(line, SCALE, ViewRasterTest::nothing, 4), 0, cell, width, height);
        long lit = Arrays.stream(pixels).filter(argb -> argb == SCALE.argb(1)).count();
        assertThat(lit).isEqualTo(width + height - 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void zoomedOutEveryPixelHasTheColourOfOneOfItsCells(long seed) {
        Random random = new Random(seed);
        Tensor values = Draw.withSpecials(random, SHAPE, 0);
        ColorScale scale = new ColorScale(ColorMapLibrary.of(ColorMapName.RDBU), -3, 3, true);
        double cell = 0.02 + 0.9 * random.nextDouble();
        double start = -40 * random.nextDouble();
        PixelAxis columns = PixelAxis.of(start, cell, WIDTH, 60);
        PixelAxis rows = PixelAxis.of(start, cell, HEIGHT, 60);
        int[] pixels = new int[60 * 60];
        ViewRaster.fill(TensorGrid.of(values, scale, ViewRasterTest::nothing, 4), 0, columns, rows, pixels, 60);
        int block = 1 << (2 * columns.level());
        for (int y = 0; y < rows.count(); y++) {
            for (int x = 0; x < columns.count(); x++) {
                Set<Integer> colors = new HashSet<>();
                for (int h = rows.from(y) * block; h < Math.min(rows.to(y) * block, HEIGHT); h++) {
                    for (int w = columns.from(x) * block; w < Math.min(columns.to(x) * block, WIDTH); w++) {
                        colors.add(scale.argb(values.at(0, 0, h, w)));
                    }
                }
                assertThat(pixels[(rows.first() + y) * 60 + columns.first() + x])
                        .isIn(colors);
            }
        }
    }
}
