package lossgrid.paint.overview;

import java.util.stream.IntStream;
import lossgrid.paint.geometry.PixelAxis;

/**
 * Bounds on the extremes of pixels that show fewer cells than a block has along a side: those of the blocks of level 1
 * that a pixel touches. Reading them takes an eighth of the time for the cells, and for most pixels they are enough.
 * Only for planes whose cells are all finite.
 */
public final class BlockBounds {
    private static final int FACTOR = PixelAxis.FACTOR;
    /** With fewer cells a pixel, reading them all is as cheap. */
    private static final double LEAST_CELLS = 2;

    private final PlaneOverview.Level level;
    private final int left;
    /** The extremes of the blocks of a line. */
    private final float[] least;

    private final float[] most;
    /** For each pixel the first and the last block that it touches. */
    private final int[] first;

    private final int[] last;
    /** The pixels that touch others in between, at the edges of the plane or of the view. */
    private final int[] wide;

    private int knownFrom = -1;
    private int knownTo = -1;

    /** The bounds for an axis of level 0. */
    public BlockBounds(PixelAxis columns, PlaneOverview.Level level) {
        this.level = level;
        int count = columns.count();
        left = count == 0 ? 0 : columns.from(0) / FACTOR;
        int across = count == 0 ? 0 : (columns.to(count - 1) - 1) / FACTOR + 1 - left;
        least = new float[across];
        most = new float[across];
        first = new int[count];
        last = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = columns.from(i) / FACTOR - left;
            last[i] = (columns.to(i) - 1) / FACTOR - left;
        }
        wide = IntStream.range(0, count).filter(i -> last[i] > first[i] + 1).toArray();
    }

    public static boolean suit(PixelAxis columns, PlaneOverview plane) {
        return columns.level() == 0
                && columns.cellsAPixel() >= LEAST_CELLS
                && plane.level(1).looks() == null;
    }

    /**
     * Finds bounds for a line that shows rows {@code from} to below {@code to}: no cell of a pixel lies outside of
     * them.
     */
    public void find(int from, int to, float[] lows, float[] highs) {
        readBlocks(from / FACTOR, (to - 1) / FACTOR + 1);
        for (int i = 0; i < first.length; i++) {
            lows[i] = Math.min(least[first[i]], least[last[i]]);
            highs[i] = Math.max(most[first[i]], most[last[i]]);
        }
        for (int i : wide) {
            for (int x = first[i] + 1; x < last[i]; x++) {
                lows[i] = Math.min(lows[i], least[x]);
                highs[i] = Math.max(highs[i], most[x]);
            }
        }
    }

    private void readBlocks(int from, int to) {
        if (from == knownFrom && to == knownTo) {
            return;
        }
        knownFrom = from;
        knownTo = to;
        System.arraycopy(level.min(), from * level.width() + left, least, 0, least.length);
        System.arraycopy(level.max(), from * level.width() + left, most, 0, most.length);
        for (int y = from + 1; y < to; y++) {
            level.widen(y * level.width() + left, least, most);
        }
    }
}
