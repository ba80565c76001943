package lossgrid.model.example;

/** Noise of one row of a plane, in −1…1: half of it varies slowly over the plane, half from pixel to pixel. */
final class Noise {
    private static final int CELL_BITS = 3;
    private static final int CELL = 1 << CELL_BITS;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
    private static final long MIX_2 = 0x94d049bb133111ebL;
    private static final int BITS = 24;
    private static final float UNIT = 0x1p-24f;

    private final long plane;
    private final int row;
    private int cell = -1;
    private float left;
    private float right;

    Noise(long seed, int plane, int row) {
        this.plane = mix(seed + plane * GOLDEN);
        this.row = row;
    }

    /** The noise in column {@code x}; fastest for columns in order. */
    float at(int x) {
        int at = x >> CELL_BITS;
        if (at != cell) {
            left = at == cell + 1 && cell >= 0 ? right : slow(at);
            right = slow(at + 1);
            cell = at;
        }
        float t = (x & (CELL - 1)) / (float) CELL;
        return (left + t * (right - left) + uniform(2L * row + 1, x)) / 2;
    }

    /** The slow noise of this row at the edge of a cell: between those of the corners above and below. */
    private float slow(int at) {
        int above = row >> CELL_BITS;
        float t = (row & (CELL - 1)) / (float) CELL;
        float top = uniform(2L * above, at);
        return top + t * (uniform(2L * (above + 1), at) - top);
    }

    private float uniform(long y, int x) {
        return (mix(plane ^ ((y << Integer.SIZE) | x)) >>> (Long.SIZE - BITS)) * UNIT * 2 - 1;
    }

    /** The finalizer of SplitMix64 (G. Steele, D. Lea and C. Flood, 2014). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * MIX_1;
        long b = (a ^ (a >>> 27)) * MIX_2;
        return b ^ (b >>> 31);
    }
}
