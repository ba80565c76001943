package lossgrid.paint.overview;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lossgrid.core.array.Tensor;
import lossgrid.paint.color.Extent;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;
import org.jspecify.annotations.Nullable;

/**
 * Builds the overview of a plane in one pass over its rows. Loops over whole rows assume that all numbers are finite,
 * which most are; the result shows where they were not, and only such blocks are read cell by cell.
 */
public final class OverviewBuilder {
    private static final int FACTOR = PixelAxis.FACTOR;
    private static final int SPREAD_SIZE = FACTOR * FACTOR;

    private final Tensor values;
    private final int plane;
    private final PixelMask mask;
    private final int n;
    private final int height;
    private final int width;
    private final int blocksAcross;
    private final float[] min;
    private final float[] max;
    private final float[] means;
    private final float[] deviations;
    private final int spreadsAcross;
    private final int[] counts = new int[CellLook.values().length];
    private byte @Nullable [] looks;
    private final float[] row;
    private final float[] least;
    private final float[] most;
    private final float[] sums;
    private final float[] squares;

    private OverviewBuilder(Tensor values, GridShape shape, int plane, PixelMask mask) {
        this.values = values;
        this.plane = plane;
        this.mask = mask;
        n = plane / shape.columns();
        height = shape.height();
        width = shape.width();
        blocksAcross = Math.ceilDiv(width, FACTOR);
        min = new float[Math.ceilDiv(height, FACTOR) * blocksAcross];
        max = new float[min.length];
        spreadsAcross = Math.ceilDiv(width, SPREAD_SIZE);
        means = new float[Math.ceilDiv(height, SPREAD_SIZE) * spreadsAcross];
        deviations = new float[means.length];
        row = new float[width];
        least = new float[width];
        most = new float[width];
        sums = new float[width];
        squares = new float[width];
    }

    static PlaneOverview read(Tensor values, GridShape shape, int plane, PixelMask mask) {
        return new OverviewBuilder(values, shape, plane, mask).read();
    }

    /**
     * The overview of a plane that differs in few cells from an earlier one: only the rows of blocks around them are
     * read.
     *
     * @param earlier the overview of the same plane of {@code then}, with the same mask
     * @param cells those outside which no element differs
     */
    static PlaneOverview reread(
            PlaneOverview earlier, Tensor then, Tensor now, GridShape shape, int plane, PixelMask mask, int[] cells) {
        OverviewBuilder after = new OverviewBuilder(now, shape, plane, mask);
        after.take(earlier);
        Arrays.stream(cells)
                .map(cell -> cell / shape.width() / SPREAD_SIZE)
                .distinct()
                .forEach(band -> {
                    after.forgetLooks(band);
                    after.readBand(band);
                });
        boolean wasOrdinary = earlier.counts().stream().allMatch(count -> count == 0);
        int[] before = wasOrdinary ? new int[after.counts.length] : after.countsIn(then, cells);
        for (int look = 0; look < before.length; look++) {
            after.counts[look] += earlier.counts().get(look) - before[look];
        }
        int[] blocks = PlaneOverview.above(cells, shape.width(), after.blocksAcross);
        return after.overview(PlaneOverview.upFrom(after.firstLevel(), earlier.levels(), blocks));
    }

    /** The counts of each look in {@code then} in the rows that are read again for {@code cells}. */
    private int[] countsIn(Tensor then, int[] cells) {
        int[] out = new int[counts.length];
        int[] bands = Arrays.stream(cells)
                .map(cell -> cell / width / SPREAD_SIZE)
                .distinct()
                .toArray();
        for (int band : bands) {
            int end = Math.min((band + 1) * SPREAD_SIZE, height) * width;
            for (int cell = band * SPREAD_SIZE * width; cell < end; cell++) {
                CellLook look = CellLook.of(then.inPlane(plane, cell));
                if (look != CellLook.ORDINARY && !mask.contains(n, cell)) {
                    out[look.code()]++;
                }
            }
        }
        return out;
    }

    private void take(PlaneOverview earlier) {
        PlaneOverview.Level level = earlier.levels().getFirst();
        PlaneOverview.Spread spread = earlier.spreads().getFirst();
        System.arraycopy(level.min(), 0, min, 0, min.length);
        System.arraycopy(level.max(), 0, max, 0, max.length);
        System.arraycopy(spread.mean(), 0, means, 0, means.length);
        System.arraycopy(spread.deviation(), 0, deviations, 0, deviations.length);
        byte[] known = level.looks();
        looks = known == null ? null : known.clone();
    }

    private void forgetLooks(int band) {
        byte[] known = looks;
        if (known != null) {
            int from = band * FACTOR * blocksAcross;
            Arrays.fill(known, from, Math.min(from + FACTOR * blocksAcross, known.length), (byte) 0);
        }
    }

    private PlaneOverview read() {
        for (int band = 0; band * SPREAD_SIZE < height; band++) {
            readBand(band);
        }
        return overview(PlaneOverview.upFrom(firstLevel()));
    }

    /** Reads the rows of one row of the largest blocks. */
    private void readBand(int band) {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        int top = band * SPREAD_SIZE;
        int bottom = Math.min(top + SPREAD_SIZE, height);
        for (int h = top; h < bottom; h++) {
            values.copy(plane, h * width, row, width);
            if (h % FACTOR == 0) {
                System.arraycopy(row, 0, least, 0, width);
                System.arraycopy(row, 0, most, 0, width);
            } else {
                widen(row, least, most, width);
            }
            add(row, sums, squares, width);
            if ((h + 1) % FACTOR == 0 || h == height - 1) {
                closeBlocks(h / FACTOR);
            }
        }
        closeSpreads(band, bottom - top);
    }

    private PlaneOverview.Level firstLevel() {
        return new PlaneOverview.Level(min.length / blocksAcross, blocksAcross, min, max, looks);
    }

    private PlaneOverview overview(List<PlaneOverview.Level> levels) {
        float lowest = levels.getLast().min()[0];
        float highest = levels.getLast().max()[0];
        return new PlaneOverview(
                levels,
                PlaneOverview.upFrom(
                        new PlaneOverview.Spread(means.length / spreadsAcross, spreadsAcross, means, deviations)),
                lowest <= highest ? new Extent(lowest, highest) : Extent.NOTHING,
                IntStream.of(counts).boxed().toList());
    }

    public static void widen(float[] row, float[] least, float[] most, int count) {
        for (int i = 0; i < count; i++) {
            least[i] = Math.min(least[i], row[i]);
            most[i] = Math.max(most[i], row[i]);
        }
    }

    private static void add(float[] row, float[] sums, float[] squares, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += row[i];
            squares[i] = Math.fma(row[i], row[i], squares[i]);
        }
    }

    private void closeBlocks(int blockRow) {
        for (int b = 0; b < blocksAcross; b++) {
            int left = b * FACTOR;
            int right = Math.min(left + FACTOR, width);
            float low = least[left];
            float high = most[left];
            for (int x = left + 1; x < right; x++) {
                low = Math.min(low, least[x]);
                high = Math.max(high, most[x]);
            }
            int block = blockRow * blocksAcross + b;
            min[block] = low;
            max[block] = high;
            if (!Float.isFinite(low) || !Float.isFinite(high)) {
                lookInto(block, blockRow * FACTOR, left);
            }
        }
    }

    private void lookInto(int block, int top, int left) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        byte[] bits = looks == null ? new byte[min.length] : looks;
        looks = bits;
        for (int y = top; y < Math.min(top + FACTOR, height); y++) {
            for (int x = left; x < Math.min(left + FACTOR, width); x++) {
                float value = values.inPlane(plane, y * width + x);
                CellLook look = CellLook.of(value);
                if (look == CellLook.ORDINARY) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                } else if (!mask.contains(n, y * width + x)) {
                    bits[block] |= (byte) PlaneOverview.bit(look);
                    counts[look.code()]++;
                }
            }
        }
        min[block] = low;
        max[block] = high;
    }

    private void closeSpreads(int spreadRow, int rows) {
        for (int m = 0; m < spreadsAcross; m++) {
            int left = m * SPREAD_SIZE;
            int right = Math.min(left + SPREAD_SIZE, width);
            double sum = 0;
            double square = 0;
            for (int x = left; x < right; x++) {
                sum += sums[x];
                square += squares[x];
            }
            int at = spreadRow * spreadsAcross + m;
            if (Double.isFinite(sum) && Double.isFinite(square)) {
                int count = rows * (right - left);
                means[at] = (float) (sum / count);
                deviations[at] = PlaneOverview.deviationOf(sum, square, count);
            } else {
                addFinite(at, spreadRow * SPREAD_SIZE, rows, left, right);
            }
        }
    }

    private void addFinite(int at, int top, int rows, int left, int right) {
        double sum = 0;
        double square = 0;
        int count = 0;
        for (int y = top; y < top + rows; y++) {
            for (int x = left; x < right; x++) {
                float value = values.inPlane(plane, y * width + x);
                if (Float.isFinite(value)) {
                    sum += value;
                    square += (double) value * value;
                    count++;
                }
            }
        }
        means[at] = count == 0 ? 0 : (float) (sum / count);
        deviations[at] = count == 0 ? 0 : PlaneOverview.deviationOf(sum, square, count);
    }
}
