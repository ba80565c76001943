package lossgrid.paint.overview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;

/**
 * The ignored pixels of a grid, the same for all columns of a row n, with flags for blocks of every level. Immutable.
 */
public final class PixelMask {
    /** The mask without ignored pixels. */
    public static final PixelMask NONE = new PixelMask(List.of(), false);

    /** A bit of {@link #flags}: some pixels are not ignored. */
    public static final int COUNTED = 1;

    /** A bit of {@link #flags}: some pixels are ignored. */
    public static final int IGNORED = 2;

    /** The ignored pixels of one n, and the flags of its blocks by level. */
    private record Row(BitSet pixels, List<byte[]> levels) {}

    private final List<Row> rows;
    private final boolean isRare;

    private PixelMask(List<Row> rows, boolean isRare) {
        this.rows = rows;
        this.isRare = isRare;
    }

    /**
     * The mask of a grid.
     *
     * @param ignored whether a pixel, counted through {@code [N, H, W]}, is ignored
     */
    public static PixelMask of(GridShape shape, IntPredicate ignored) {
        List<Row> rows = new ArrayList<>();
        long count = 0;
        for (int n = 0; n < shape.rows(); n++) {
            BitSet pixels = new BitSet(shape.planeSize());
            for (int i = 0; i < shape.planeSize(); i++) {
                if (ignored.test(shape.element(n, i))) {
                    pixels.set(i);
                }
            }
            count += pixels.cardinality();
            rows.add(new Row(pixels, pixels.isEmpty() ? List.of() : levels(pixels, shape)));
        }
        return count == 0 ? NONE : new PixelMask(rows, 2 * count <= (long) shape.rows() * shape.planeSize());
    }

    private static List<byte[]> levels(BitSet pixels, GridShape shape) {
        List<byte[]> out = new ArrayList<>();
        int height = shape.height();
        int width = shape.width();
        byte[] finer = new byte[0];
        do {
            int h = Math.ceilDiv(height, PixelAxis.FACTOR);
            int w = Math.ceilDiv(width, PixelAxis.FACTOR);
            byte[] flags = new byte[h * w];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int of = out.isEmpty() ? (pixels.get(y * width + x) ? IGNORED : COUNTED) : finer[y * width + x];
                    flags[y / PixelAxis.FACTOR * w + x / PixelAxis.FACTOR] |= (byte) of;
                }
            }
            out.add(flags);
            finer = flags;
            height = h;
            width = w;
        } while (height > 1 || width > 1);
        return out;
    }

    /** Whether pixel {@code cell} of row n is ignored. */
    public boolean contains(int n, int cell) {
        return n < rows.size() && rows.get(n).pixels().get(cell);
    }

    /** The number of ignored pixels. */
    int count() {
        return rows.stream().mapToInt(row -> row.pixels().cardinality()).sum();
    }

    public boolean isEmpty(int n) {
        return n >= rows.size() || rows.get(n).levels().isEmpty();
    }

    /** Whether ignored pixels are the minority: where a pixel of the screen shows several, it shows the minority. */
    public boolean isRare() {
        return isRare;
    }

    /** The flags {@link #COUNTED} and {@link #IGNORED} of a block of level 1 or above. */
    public int flags(int n, int level, int block) {
        List<byte[]> levels = rows.get(n).levels();
        return levels.get(Math.min(level, levels.size()) - 1)[block];
    }

    /** Whether the same pixels of row n are ignored. */
    boolean sameRow(PixelMask other, int n) {
        return isEmpty(n)
                ? other.isEmpty(n)
                : !other.isEmpty(n)
                        && rows.get(n).pixels().equals(other.rows.get(n).pixels());
    }
}
