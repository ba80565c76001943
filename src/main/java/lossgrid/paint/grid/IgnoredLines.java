package lossgrid.paint.grid;

import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.overview.PixelMask;

/**
 * The ignored pixels of lines that show several cells to a pixel: where they are the minority, one ignored cell marks
 * the pixel; otherwise all of its cells have to be ignored.
 */
final class IgnoredLines {
    private final PixelMask mask;
    private final int n;
    private final PixelAxis columns;
    private final int width;
    /** The level whose flags are read first, and its blocks in a row. */
    private final int level;

    private final int across;

    IgnoredLines(PixelMask mask, int n, GridShape shape, PixelAxis columns) {
        this.mask = mask;
        this.n = n;
        this.columns = columns;
        width = shape.width();
        level = Math.max(columns.level(), 1);
        across = Math.ceilDiv(width, 1 << (2 * level));
    }

    /** Marks the ignored among the pixels that are ordinary so far, and says whether there are any. */
    boolean paint(int from, int to, byte[] looks) {
        if (mask.isEmpty(n)) {
            return false;
        }
        boolean special = false;
        for (int i = 0; i < columns.count(); i++) {
            int flags = columns.level() == 0
                    ? cellFlags(from, to, i)
                    : blockFlags(from, to, columns.from(i), columns.to(i));
            boolean ignored = mask.isRare() ? (flags & PixelMask.IGNORED) != 0 : (flags & PixelMask.COUNTED) == 0;
            if (ignored && looks[i] == CellLook.ORDINARY.code()) {
                looks[i] = CellLook.IGNORED.code();
                special = true;
            }
        }
        return special;
    }

    private int blockFlags(int top, int bottom, int left, int right) {
        int flags = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                flags |= mask.flags(n, level, y * across + x);
            }
        }
        return flags;
    }

    /** The flags of cells, read one by one only where their blocks have both. */
    private int cellFlags(int from, int to, int i) {
        int flags = blockFlags(
                from / PixelAxis.FACTOR,
                (to - 1) / PixelAxis.FACTOR + 1,
                columns.from(i) / PixelAxis.FACTOR,
                (columns.to(i) - 1) / PixelAxis.FACTOR + 1);
        if (flags != (PixelMask.COUNTED | PixelMask.IGNORED)) {
            return flags;
        }
        flags = 0;
        for (int h = from; h < to; h++) {
            for (int w = columns.from(i); w < columns.to(i); w++) {
                flags |= mask.contains(n, h * width + w) ? PixelMask.IGNORED : PixelMask.COUNTED;
            }
        }
        return flags;
    }
}
