package lossgrid.paint.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntPredicate;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.ColorMapLibrary;
import lossgrid.paint.color.ColorMapName;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.geometry.LookInks;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.geometry.ValidLabels;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** An image that is moved and filled at its edges equals one that is filled completely. */
class ViewPanTest {
    private static final int HEIGHT = 131;
    private static final int WIDTH = 211;
    private static final int PIXELS = 80;
    private static final int PLANES = 2;
    private static final int PANS = 12;

    /** The position and scale of the planes, which lie side by side. */
    private record View(double left, double top, double cell) {
        PixelAxis columns(int plane) {
            return PixelAxis.of(left + plane * (WIDTH * cell + 3), cell, WIDTH, PIXELS);
        }

        PixelAxis rows() {
            return PixelAxis.of(top, cell, HEIGHT, PIXELS);
        }
    }

    @RepeatedTest(60)
    void aPannedPictureIsTheWholeOne(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        CellGrid grid = grid(random);
        double cell =
                random.nextInt(3) == 0 ? 0.25 * (1 + random.nextInt(12)) : 5 * Math.pow(2, -8 * random.nextDouble());
        View view =
                new View(PIXELS * random.nextDouble() - WIDTH * cell / 2, random.nextInt(40) - HEIGHT * cell / 2, cell);
        int[] panned = new int[PIXELS * PIXELS];
        for (int plane = 0; plane < PLANES; plane++) {
            ViewRaster.fill(grid, plane, view.columns(plane), view.rows(), panned, PIXELS);
        }
        int kept = 0;
        for (int pan = 0; pan < PANS; pan++) {
            int right = random.nextInt(25) - 12;
            int down = random.nextInt(25) - 12;
            View next = new View(view.left() + right, view.top() + down, cell);
            ViewRaster.move(panned, PIXELS, right, down);
            int[] whole = new int[PIXELS * PIXELS];
            for (int plane = 0; plane < PLANES; plane++) {
                PixelAxis columns = next.columns(plane);
                PixelAxis rows = next.rows();
                int filled = ViewRaster.fillOthers(
                        grid,
                        plane,
                        columns,
                        rows,
                        columns.kept(view.columns(plane), right),
                        rows.kept(view.rows(), down),
                        new ViewRaster.Image(panned, PIXELS, LookInks.GREYS));
                kept += columns.count() * rows.count() - filled;
                ViewRaster.fill(grid, plane, columns, rows, whole, PIXELS);
                assertSame(panned, whole, columns, rows);
            }
            view = next;
        }
        if (cell > 0.5) {
            assertThat(kept).isPositive();
        }
    }

    private static void assertSame(int[] panned, int[] whole, PixelAxis columns, PixelAxis rows) {
        for (int y = rows.first(); y < rows.first() + rows.count(); y++) {
            for (int x = columns.first(); x < columns.first() + columns.count(); x++) {
                assertThat(panned[y * PIXELS + x]).as("pixel %s, %s", x, y).isEqualTo(whole[y * PIXELS + x]);
            }
        }
    }

    private static CellGrid grid(Random random) {
        IntPredicate ignored = List.<IntPredicate>of(_ -> false, i -> i % 7 == 3, i -> i / 5 % 3 == 0)
                .get(random.nextInt(3));
        int oneIn = List.of(0, 3, 200).get(random.nextInt(3));
        Tensor values = Draw.withSpecials(random, Shape.of(1, PLANES, HEIGHT, WIDTH), oneIn);
        ColorScale scale = new ColorScale(ColorMapLibrary.of(ColorMapName.RDBU), -1.5, 2, random.nextBoolean());
        LabelArray labels = LabelArray.ofLongs(
                DType.INT64, Shape.of(PLANES, HEIGHT, WIDTH), i -> random.nextInt(40) == 0 ? 255 : i / 9 % 7);
        LabelArray soft =
                LabelArray.ofDoubles(DType.FLOAT64, Shape.of(PLANES, HEIGHT, WIDTH), _ -> 3.5 * random.nextDouble());
        return switch (random.nextInt(4)) {
            case 0 -> TensorGrid.of(values, scale, ignored, 4);
            case 1 -> OneHotGrid.of(values, ignored, OneHotGrid.ColumnClass.SAME, ClassPalette.USUAL);
            case 2 -> LabelGrid.of(labels, new ValidLabels(5, OptionalLong.of(255)));
            default -> LabelGrid.of(soft, ValidLabels.of(3));
        };
    }
}
