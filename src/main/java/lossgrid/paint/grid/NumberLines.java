package lossgrid.paint.grid;

import java.util.Arrays;
import lossgrid.paint.color.NumberColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.overview.BlockBounds;
import lossgrid.paint.overview.Overview;
import lossgrid.paint.overview.OverviewBuilder;
import lossgrid.paint.overview.PlaneOverview;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a plane of numbers. A pixel of several cells shows the one in its middle, unless the least or the greatest
 * of them stands out from its surroundings: then that, so that no hot or cold cell is lost. Looks that are not ordinary
 * take precedence.
 */
final class NumberLines implements LinePainter {
    private static final CellLook[] ALARMS = {CellLook.NAN, CellLook.POSITIVE_INFINITY, CellLook.NEGATIVE_INFINITY};

    /** If more than one pixel in this many may have a number that stands out, reading all cells is cheaper. */
    private static final int MOST_CLOSER_LOOKS = 4;

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
    /**
     * The level of the blocks around a pixel: much larger than it, so that edges of areas do not stand out from them.
     */
    private final int around;

    private final PlaneOverview.Spread spread;
    private final PixelSampler pixels;
    private final @Nullable BlockBounds bounds;
    /** Zoomed in: the colours of the row's cells, and for each pixel its cell. */
    private final int[] cellColors;

    private final int[] cellAt;

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
        around = Math.max(columns.level() + 2, PlaneOverview.SPREAD_LEVEL + 1);
        spread = plane.spread(around);
        pixels = new PixelSampler(columns, spread, around, colors);
        bounds = BlockBounds.suit(columns, plane) ? new BlockBounds(columns, plane.level(1)) : null;
        cellColors = new int[columns.isZoomedIn() ? across : 0];
        cellAt = new int[columns.isZoomedIn() ? columns.count() : 0];
        Arrays.setAll(cellAt, i -> columns.from(i) - left);
    }

    @Override
    public boolean paint(int from, int to, int[] argb, byte[] looks) {
        if (columns.isZoomedIn()) {
            return paintCells(from, argb, looks);
        }
        if (columns.level() > 0) {
            return paintBlocks(from, to, argb, looks);
        }
        if (bounds != null && chooseWithin(bounds, from, to, looks)) {
            color(pixels.chosen(), argb);
            return ignored.paint(from, to, looks);
        }
        return paintBlocksOfCells(from, to, argb, looks);
    }

    /** Chooses the numbers of pixels without reading all cells, if few pixels can have one that stands out. */
    private boolean chooseWithin(BlockBounds within, int from, int to, byte[] looks) {
        takeSamples(middleRow(from, to));
        int count = pixels.bound(within, from, to, spreadRow(from));
        if (count > columns.count() / MOST_CLOSER_LOOKS) {
            return false;
        }
        for (int k = 0; k < count; k++) {
            lookInto(from, to, pixels.standingOut(k), looks);
        }
        return true;
    }

    private boolean paintCells(int h, int[] argb, byte[] looks) {
        overview.values().copy(number, h * width + left, row, row.length);
        color(row, cellColors);
        for (int i = 0; i < cellAt.length; i++) {
            argb[i] = cellColors[cellAt[i]];
        }
        return (!overview.mask().isEmpty(n) || !PixelSampler.isFinite(row)) && lookAtCells(h, looks);
    }

    private boolean lookAtCells(int h, byte[] looks) {
        boolean special = false;
        for (int i = 0; i < columns.count(); i++) {
            CellLook look = overview.look(number, h * width + columns.from(i));
            looks[i] = look.code();
            special |= look != CellLook.ORDINARY;
        }
        return special;
    }

    /** Writes the colours of numbers; arbitrary ones for those that are not finite. */
    private void color(float[] values, int[] argb) {
        colors.indices(values, argb, values.length);
        for (int i = 0; i < values.length; i++) {
            argb[i] = table[argb[i]];
        }
    }

    private boolean paintBlocksOfCells(int from, int to, int[] argb, byte[] looks) {
        if (to == from + 1 && paintRow(from, argb)) {
            return ignored.paint(from, to, looks);
        }
        int middle = middleRow(from, to);
        for (int h = from; h < to; h++) {
            overview.values().copy(number, h * width + left, row, row.length);
            if (h == middle) {
                pixels.sample(row, columns.middle(0) - left);
            }
            if (h == from) {
                System.arraycopy(row, 0, least, 0, row.length);
                System.arraycopy(row, 0, most, 0, row.length);
            } else {
                OverviewBuilder.widen(row, least, most, row.length);
            }
        }
        boolean special = !pixels.choose(least, most, spreadRow(from)) && lookIntoCells(from, to, looks);
        color(pixels.chosen(), argb);
        return ignored.paint(from, to, looks) || special;
    }

    /** Paints a line that shows a single row of cells, if the fast way applies. */
    private boolean paintRow(int h, int[] argb) {
        overview.values().copy(number, h * width + left, row, row.length);
        boolean isEasy = pixels.chooseOfRow(row, columns.middle(0) - left, spreadRow(h));
        if (isEasy) {
            color(pixels.chosen(), argb);
        }
        return isEasy;
    }

    private void takeSamples(int h) {
        pixels.sample(overview.values(), number, h * width + columns.middle(0));
    }

    private int middleRow(int from, int to) {
        int size = 1 << (2 * columns.level());
        return Math.min((from + to) * size / 2, overview.shape().height() - 1);
    }

    /** Reads the cells of pixels, some of which are not finite. */
    private boolean lookIntoCells(int from, int to, byte[] looks) {
        boolean special = false;
        for (int i = 0; i < columns.count(); i++) {
            if (!(pixels.high(i) - pixels.low(i) < Float.POSITIVE_INFINITY)) {
                special |= lookInto(from, to, i, looks);
            }
        }
        return special;
    }

    private boolean lookInto(int from, int to, int i, byte[] looks) {
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
        return settle(min, max, bits, i, looks);
    }

    private boolean paintBlocks(int from, int to, int[] argb, byte[] looks) {
        PlaneOverview.Level level = plane.level(columns.level());
        int across = level.width();
        System.arraycopy(level.min(), from * across + left, least, 0, least.length);
        System.arraycopy(level.max(), from * across + left, most, 0, most.length);
        for (int y = from + 1; y < to; y++) {
            level.widen(y * across + left, least, most);
        }
        takeSamples(middleRow(from, to));
        boolean allFinite = pixels.choose(least, most, spreadRow(from));
        boolean special = false;
        for (int i = 0; i < columns.count() && !(allFinite && level.looks() == null); i++) {
            special |= settle(pixels.low(i), pixels.high(i), bits(level.looks(), across, from, to, i), i, looks);
        }
        color(pixels.chosen(), argb);
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

    /** Decides the look of a pixel with these extremes and looks, and its number if it is ordinary. */
    private boolean settle(float min, float max, int bits, int i, byte[] looks) {
        for (CellLook alarm : ALARMS) {
            if ((bits & PlaneOverview.bit(alarm)) != 0) {
                looks[i] = alarm.code();
                return true;
            }
        }
        if (min <= max) {
            pixels.choose(min, max, i);
            return false;
        }
        // All are ignored and not finite.
        looks[i] = CellLook.IGNORED.code();
        return true;
    }

    /** The start of the row of blocks around line {@code from}. */
    private int spreadRow(int from) {
        int row = (from << (2 * columns.level())) >> (2 * around);
        return Math.min(row, spread.height() - 1) * spread.width();
    }
}
