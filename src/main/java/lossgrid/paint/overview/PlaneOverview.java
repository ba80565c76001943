package lossgrid.paint.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossgrid.paint.color.Extent;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.PixelAxis;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a plane's numbers for zooming out: the least and greatest finite number of each block of 4 × 4 cells, 16
 * × 16 and so on up to the whole, the looks that are not ordinary in it, and the mean and spread of blocks of 16 × 16
 * cells, 64 × 64 and so on. Uses about a seventh of the plane's own memory.
 *
 * @param levels those from level 1 on, with blocks of {@code FACTOR^level} cells along a side
 * @param spreads those from level {@link #SPREAD_LEVEL} on
 * @param counts the number of cells of each look, by code
 */
public record PlaneOverview(List<Level> levels, List<Spread> spreads, Extent extent, List<Integer> counts) {
    public static final int SPREAD_LEVEL = 2;

    /**
     * The blocks of a level, row by row.
     *
     * @param min positive infinity where a block has no finite number
     * @param max negative infinity where a block has no finite number
     * @param looks the bits of {@link #bit}; null where all cells are ordinary
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Level(int height, int width, float[] min, float[] max, byte @Nullable [] looks) {
        /** Widens extremes by those of as many blocks from {@code start} on. */
        public void widen(int start, float[] least, float[] most) {
            for (int x = 0; x < least.length; x++) {
                least[x] = Math.min(least[x], min[start + x]);
                most[x] = Math.max(most[x], max[start + x]);
            }
        }
    }

    /**
     * The mean and standard deviation of the finite numbers of blocks, row by row.
     *
     * @param mean 0 where a block has none
     * @param deviation the standard deviation
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Spread(int height, int width, float[] mean, float[] deviation) {
        /** The next level above, computed as if all blocks were equally large, which is close enough at the edges. */
        Spread above() {
            int h = Math.ceilDiv(height, PixelAxis.FACTOR);
            int w = Math.ceilDiv(width, PixelAxis.FACTOR);
            float[] means = new float[h * w];
            float[] deviations = new float[h * w];
            for (int block = 0; block < means.length; block++) {
                double sum = 0;
                double squares = 0;
                int count = 0;
                int top = block / w * PixelAxis.FACTOR;
                int left = block % w * PixelAxis.FACTOR;
                for (int y = top; y < Math.min(top + PixelAxis.FACTOR, height); y++) {
                    for (int x = left; x < Math.min(left + PixelAxis.FACTOR, width); x++) {
                        double of = mean[y * width + x];
                        double around = deviation[y * width + x];
                        sum += of;
                        squares += of * of + around * around;
                        count++;
                    }
                }
                means[block] = (float) (sum / count);
                deviations[block] = deviationOf(sum, squares, count);
            }
            return new Spread(h, w, means, deviations);
        }
    }

    static float deviationOf(double sum, double squares, int count) {
        double mean = sum / count;
        return (float) Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    static List<Spread> upFrom(Spread first) {
        List<Spread> out = new ArrayList<>(List.of(first));
        while (out.getLast().height() > 1 || out.getLast().width() > 1) {
            out.add(out.getLast().above());
        }
        return List.copyOf(out);
    }

    /** The spread of a level, or the finest or coarsest one available. */
    public Spread spread(int level) {
        return spreads.get(Math.clamp(level - SPREAD_LEVEL, 0, spreads.size() - 1));
    }

    public static int bit(CellLook look) {
        return 1 << look.code();
    }

    /** A level above {@code finer} to be filled, with a copy of {@code earlier}, if given. */
    private static Level emptyAbove(Level finer, @Nullable Level earlier) {
        int height = Math.ceilDiv(finer.height(), PixelAxis.FACTOR);
        int width = Math.ceilDiv(finer.width(), PixelAxis.FACTOR);
        byte[] looks = earlier == null ? null : earlier.looks();
        if (looks == null) {
            looks = finer.looks() == null ? null : new byte[height * width];
        } else {
            looks = looks.clone();
        }
        return earlier == null
                ? new Level(height, width, new float[height * width], new float[height * width], looks)
                : new Level(height, width, earlier.min().clone(), earlier.max().clone(), looks);
    }

    /** Fills one block of {@code level} from the level below. */
    private static void fold(Level level, int block, Level finer) {
        byte[] below = finer.looks();
        byte[] looks = level.looks();
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        int bits = 0;
        int top = block / level.width() * PixelAxis.FACTOR;
        int left = block % level.width() * PixelAxis.FACTOR;
        for (int y = top; y < Math.min(top + PixelAxis.FACTOR, finer.height()); y++) {
            for (int x = left; x < Math.min(left + PixelAxis.FACTOR, finer.width()); x++) {
                int i = y * finer.width() + x;
                least = Math.min(least, finer.min()[i]);
                most = Math.max(most, finer.max()[i]);
                bits |= below == null ? 0 : below[i];
            }
        }
        level.min()[block] = least;
        level.max()[block] = most;
        if (looks != null) {
            looks[block] = (byte) bits;
        }
    }

    static List<Level> upFrom(Level first) {
        List<Level> levels = new ArrayList<>(List.of(first));
        while (levels.getLast().height() > 1 || levels.getLast().width() > 1) {
            Level finer = levels.getLast();
            Level level = emptyAbove(finer, null);
            for (int block = 0; block < level.min().length; block++) {
                fold(level, block, finer);
            }
            levels.add(level);
        }
        return List.copyOf(levels);
    }

    /**
     * The levels above {@code first}, which differs in few blocks from the first of {@code earlier}.
     *
     * @param blocks the only blocks of {@code first} that may differ
     */
    static List<Level> upFrom(Level first, List<Level> earlier, int[] blocks) {
        List<Level> levels = new ArrayList<>(List.of(first));
        int[] touched = blocks;
        while (levels.size() < earlier.size()) {
            Level finer = levels.getLast();
            Level level = emptyAbove(finer, earlier.get(levels.size()));
            touched = above(touched, finer.width(), level.width());
            for (int block : touched) {
                fold(level, block, finer);
            }
            levels.add(level);
        }
        return List.copyOf(levels);
    }

    /** The blocks above cells, or above finer blocks, of which {@code width} make a row. */
    static int[] above(int[] finer, int width, int blocksAcross) {
        return Arrays.stream(finer)
                .map(i -> i / width / PixelAxis.FACTOR * blocksAcross + i % width / PixelAxis.FACTOR)
                .distinct()
                .toArray();
    }

    /** A level, or the coarsest one available. */
    public Level level(int level) {
        return levels.get(Math.min(level, levels.size()) - 1);
    }
}
