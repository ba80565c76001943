package lossgrid.paint.geometry;

import java.util.Arrays;

/**
 * The pixels of a plane's cells along one axis. Zoomed in, a pixel shows the cell under its middle; zoomed out, a run
 * of blocks, where every block belongs to exactly one pixel, so that nothing is lost or shown twice.
 */
public final class PixelAxis {
    /** Cells along the side of a block of the next level. */
    public static final int FACTOR = 4;

    /** The level of an axis whose pixels show single cells. */
    static final int ZOOMED_IN = -1;

    private final int first;
    /** The plane's first pixel, even if it is out of view. */
    private final int origin;

    private final int level;
    private final int cells;
    private final double cell;
    private final int[] bounds;

    private PixelAxis(int first, int origin, int level, int cells, double cell, int[] bounds) {
        this.origin = origin;
        this.cell = cell;
        this.first = first;
        this.level = level;
        this.cells = cells;
        this.bounds = bounds;
    }

    /**
     * The axis of {@code cells} cells of {@code cell} pixels each that begin at {@code start}.
     *
     * @param limit the number of pixels; those from 0 to below this are shown
     */
    public static PixelAxis of(double start, double cell, int cells, int limit) {
        double end = start + cell * cells;
        int origin = (int) Math.ceil(start - 0.5);
        int first = Math.clamp(origin, 0, limit);
        int last = (int) Math.clamp(Math.ceil(end - 0.5), first, limit);
        if (last == first && first < limit && end > 0) {
            last++;
        }
        int[] bounds = new int[last - first + 1];
        if (cell >= 1) {
            for (int i = 0; i < bounds.length; i++) {
                bounds[i] = (int) Math.clamp(Math.floor((first + i + 0.5 - start) / cell), 0, cells - 1);
            }
            return new PixelAxis(first, origin, ZOOMED_IN, cells, cell, bounds);
        }
        int level = 0;
        double block = 1;
        while (block * FACTOR <= 1 / cell && block < cells) {
            block *= FACTOR;
            level++;
        }
        int blocks = (int) Math.ceil(cells / block);
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = (int) Math.clamp(Math.rint((first + i - start) / cell / block), 0, blocks);
        }
        if (bounds.length > 1) {
            // Less than half a pixel of the last block may be in view.
            bounds[0] = first - start < 0.5 ? 0 : Math.min(bounds[0], blocks - 1);
            bounds[bounds.length - 1] = last - end >= -0.5 ? blocks : bounds[bounds.length - 1];
        }
        return new PixelAxis(first, origin, level, cells, cell, bounds);
    }

    /** The first pixel. */
    public int first() {
        return first;
    }

    /** The position of pixel {@code i} in the plane, counted from the plane's first one, in view or not. */
    public int place(int i) {
        return first - origin + i;
    }

    /** The number of pixels. */
    public int count() {
        return bounds.length - 1;
    }

    public boolean isZoomedIn() {
        return level == ZOOMED_IN;
    }

    /** Blocks have {@code FACTOR^level} cells along a side; those of level 0 are cells. */
    public int level() {
        return level;
    }

    /** The first block of pixel {@code i}; zoomed in, its cell. */
    public int from(int i) {
        return bounds[i];
    }

    /** The end of the blocks of pixel {@code i}. */
    public int to(int i) {
        return isZoomedIn() ? bounds[i] + 1 : Math.max(bounds[i + 1], bounds[i] + 1);
    }

    /** The number of cells that a pixel shows along the axis, independent of the plane's position. */
    public double cellsAPixel() {
        return Math.clamp(1 / cell, 1, cells);
    }

    /** A cell in the middle of pixel {@code i}. */
    public int middle(int i) {
        if (isZoomedIn()) {
            return bounds[i];
        }
        int size = 1 << (2 * level);
        return Math.min((from(i) + to(i)) * size / 2, cells - 1);
    }

    /** The axis of some of the pixels. */
    public PixelAxis part(PixelSpan span) {
        return new PixelAxis(
                first + span.from(),
                origin,
                level,
                cells,
                cell,
                Arrays.copyOfRange(bounds, span.from(), span.to() + 1));
    }

    /**
     * The pixels that look the same as the pixels of {@code before} that lie {@code shift} pixels before them. The
     * outermost cells are left out where neighbours have come into view or left it, since a mark looks different beside
     * its like.
     */
    public PixelSpan kept(PixelAxis before, int shift) {
        if (level != before.level || cells != before.cells || cell != before.cell || origin - before.origin != shift) {
            return PixelSpan.NONE;
        }
        int offset = first - shift - before.first;
        int from = Math.max(0, -offset);
        int to = Math.min(count(), before.count() - offset);
        while (from < to && !showsSame(from, before, offset)) {
            from++;
        }
        while (from < to && !showsSame(to - 1, before, offset)) {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (!showsSame(i, before, offset)) {
                return PixelSpan.NONE;
            }
        }
        boolean isWhole = from == 0 && to == count() && count() == before.count();
        return from >= to ? PixelSpan.NONE : isWhole ? new PixelSpan(from, to) : inner(from, to);
    }

    private boolean showsSame(int i, PixelAxis before, int offset) {
        return from(i) == before.from(i + offset) && to(i) == before.to(i + offset);
    }

    private PixelSpan inner(int from, int to) {
        int begin = from + 1;
        while (begin < to && from(begin) == from(from)) {
            begin++;
        }
        int end = to - 1;
        while (end > begin && from(end - 1) == from(to - 1)) {
            end--;
        }
        return begin < end ? new PixelSpan(begin, end) : PixelSpan.NONE;
    }

    /** A span with the next cell on either side, where there is one. */
    public PixelSpan withNeighbours(PixelSpan span) {
        int begin = Math.max(0, span.from() - 1);
        while (begin > 0 && from(begin) == from(span.from())) {
            begin--;
        }
        int end = Math.min(count(), span.to() + 1);
        while (end < count() && from(end - 1) == from(span.to() - 1)) {
            end++;
        }
        return new PixelSpan(begin, end);
    }
}
