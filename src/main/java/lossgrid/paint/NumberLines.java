package lossgrid.paint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a plane of numbers. A pixel of several cells shows the one in its middle, unless the least or the greatest of them stands out from all
 * around: then that, so that no hot or cold cell is lost. Looks that are not ordinary come first.
 */
final class NumberLines implements LinePainter {
    private static final double MOST_DEVIATIONS = 3.5;
    private static final CellLook[] ALARMS = {CellLook.NAN, CellLook.POSITIVE_INFINITY, CellLook.NEGATIVE_INFINITY};

    private final Overview overview;
    private final PlaneOverview plane;
    private final int number;
    private final int n;
    private final PixelAxis columns;
    private final IgnoredLines ignored;
    private final NumberColors colors;
    private final int[] table;
    private final int width;
    private final int left;
    private final float[] row;
    private final float[] least;
    private final float[] most;
    /** The row in the middle of the line, from column {@link #firstSample} on. */
    private final float[] samples;

    private final int firstSample;
    private final float threshold;
    /** The level of the blocks that are around a pixel: much larger than it, so that edges of areas do not stand out from them. */
    private final int around;

    private final PlaneOverview.Spread spread;
    /** By pixel: the column of the block around it. */
    private final int[] spreadAt;
    /** By pixel: where it has its sample. */
    private final int[] sampleAt;

    private final float low;
    private final float high;

    NumberLines(Overview overview, int number, PixelAxis columns, NumberColors colors) {
        this.overview = overview;
        this.number = number;
        this.columns = columns;
        this.colors = colors;
        plane = overview.plane(number);
        n = number / overview.shape().columns();
        ignored = new IgnoredLines(overview.mask(), n, overview.shape(), columns);
        table = colors.table();
        width = overview.shape().width();
        left = columns.count() == 0 ? 0 : columns.from(0);
        int across = columns.count() == 0 ? 0 : columns.to(columns.count() - 1) - left;
        row = new float[across];
        least = columns.isZoomedIn() ? row : new float[across];
        most = columns.isZoomedIn() ? row : new float[across];
        firstSample = columns.count() == 0 ? 0 : columns.middle(0);
        samples = columns.isZoomedIn() || across == 0
                ? row
                : new float[columns.middle(columns.count() - 1) - firstSample + 1];
        threshold = threshold(across << (2 * Math.max(0, columns.level())), Math.max(1, columns.count()));
        around = Math.max(columns.level() + 2, PlaneOverview.SPREAD_LEVEL + 1);
        spread = plane.spread(around);
        int count = columns.isZoomedIn() ? 0 : columns.count();
        spreadAt = new int[count];
        sampleAt = new int[count];
        for (int i = 0; i < count; i++) {
            spreadAt[i] = Math.min(columns.middle(i) >> (2 * around), spread.width() - 1);
            sampleAt[i] = columns.middle(i) - firstSample;
        }
        low = colors.low();
        high = colors.high();
    }

    /**
     * How many standard deviations from the mean stand out where a pixel shows so many cells: more than the extremes of noise, but not more than thin
     * lines have.
     */
    private static float threshold(int cells, int pixels) {
        double shown = Math.max(1, (double) cells / pixels);
        return (float) Math.min(MOST_DEVIATIONS, 1 + Math.sqrt(2 * Math.log(shown * shown)));
    }

    private void sample(int from, int to) {
        int size = 1 << (2 * columns.level());
        int h = Math.min((from + to) * size / 2, overview.shape().height() - 1);
        overview.values().copy(number, h * width + firstSample, samples, samples.length);
    }

    @Override
    public boolean paint(int from, int to, int[] argb, byte[] looks) {
        if (columns.isZoomedIn()) {
            return paintCells(from, argb, looks);
        }
        return columns.level() == 0 ? paintBlocksOfCells(from, to, argb, looks) : paintBlocks(from, to, argb, looks);
    }

    private boolean paintCells(int h, int[] argb, byte[] looks) {
        overview.values().copy(number, h * width + left, row, row.length);
        boolean masked = !overview.mask().isEmpty(n);
        boolean special = false;
        int previous = -1;
        for (int i = 0; i < columns.count(); i++) {
            int w = columns.from(i);
            if (w == previous) {
                argb[i] = argb[i - 1];
                looks[i] = looks[i - 1];
                continue;
            }
            previous = w;
            float value = row[w - left];
            if (Float.isFinite(value) && !(masked && overview.mask().contains(n, h * width + w))) {
                argb[i] = table[colors.index(value)];
            } else {
                looks[i] = overview.look(number, h * width + w).code();
                special = true;
            }
        }
        return special;
    }

    private boolean paintBlocksOfCells(int from, int to, int[] argb, byte[] looks) {
        for (int h = from; h < to; h++) {
            overview.values().copy(number, h * width + left, row, row.length);
            if (h == from) {
                System.arraycopy(row, 0, least, 0, row.length);
                System.arraycopy(row, 0, most, 0, row.length);
            } else {
                PlaneReader.widen(row, least, most, row.length);
            }
        }
        sample(from, to);
        int spreadRow = spreadRow(from);
        boolean special = false;
        for (int i = 0; i < columns.count(); i++) {
            int begin = columns.from(i) - left;
            int end = columns.to(i) - left;
            float min = least[begin];
            float max = most[begin];
            for (int x = begin + 1; x < end; x++) {
                min = Math.min(min, least[x]);
                max = Math.max(max, most[x]);
            }
            if (max - min < Float.POSITIVE_INFINITY) {
                argb[i] = color(min, max, spreadRow, i);
            } else {
                special |= lookInto(from, to, i, argb, looks);
            }
        }
        return ignored.paint(from, to, looks) || special;
    }

    /** A pixel over cells of which some are not finite. */
    private boolean lookInto(int from, int to, int i, int[] argb, byte[] looks) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        int bits = 0;
        for (int h = from; h < to; h++) {
            for (int w = columns.from(i); w < columns.to(i); w++) {
                float value = overview.values().inPlane(number, h * width + w);
                if (Float.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                } else if (!overview.mask().contains(n, h * width + w)) {
                    bits |= PlaneOverview.bit(CellLook.of(value));
                }
            }
        }
        return settle(min, max, bits, from, i, argb, looks);
    }

    private boolean paintBlocks(int from, int to, int[] argb, byte[] looks) {
        PlaneOverview.Level level = plane.level(columns.level());
        int across = level.width();
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int y = from; y < to; y++) {
            int start = y * across + left;
            for (int x = 0; x < least.length; x++) {
                least[x] = Math.min(least[x], level.min()[start + x]);
                most[x] = Math.max(most[x], level.max()[start + x]);
            }
        }
        sample(from, to);
        int spreadRow = spreadRow(from);
        boolean special = false;
        for (int i = 0; i < columns.count(); i++) {
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            for (int x = columns.from(i) - left; x < columns.to(i) - left; x++) {
                min = Math.min(min, least[x]);
                max = Math.max(max, most[x]);
            }
            if (level.looks() == null && min <= max) {
                argb[i] = color(min, max, spreadRow, i);
            } else {
                special |= settle(min, max, bits(level.looks(), across, from, to, i), from, i, argb, looks);
            }
        }
        return ignored.paint(from, to, looks) || special;
    }

    private int bits(byte @Nullable [] looks, int across, int from, int to, int i) {
        int bits = 0;
        if (looks != null) {
            for (int y = from; y < to; y++) {
                for (int x = columns.from(i); x < columns.to(i); x++) {
                    bits |= looks[y * across + x];
                }
            }
        }
        return bits;
    }

    private boolean settle(float min, float max, int bits, int from, int i, int[] argb, byte[] looks) {
        for (CellLook alarm : ALARMS) {
            if ((bits & PlaneOverview.bit(alarm)) != 0) {
                looks[i] = alarm.code();
                return true;
            }
        }
        if (min <= max) {
            argb[i] = color(min, max, spreadRow(from), i);
            return false;
        }
        // All are ignored and not finite.
        looks[i] = CellLook.IGNORED.code();
        return true;
    }

    private int color(float min, float max, int spreadRow, int i) {
        if (min == max) {
            return table[colors.index(min)];
        }
        int block = spreadRow + spreadAt[i];
        float mean = spread.mean()[block];
        float far = threshold * spread.deviation()[block];
        if (max - mean > far || mean - min > far) {
            float clamped = clamp(mean);
            float above = clamp(max) - clamped;
            float below = clamped - clamp(min);
            if (above > 0 || below > 0) {
                return table[colors.index(above >= below ? max : min)];
            }
        }
        float sample = samples[sampleAt[i]];
        return table[colors.index(Float.isFinite(sample) ? sample : min)];
    }

    /** Where the blocks around line {@code from} begin. */
    private int spreadRow(int from) {
        int row = (from << (2 * columns.level())) >> (2 * around);
        return Math.min(row, spread.height() - 1) * spread.width();
    }

    private float clamp(float value) {
        return Math.max(low, Math.min(high, value));
    }
}
