package lossgrid.paint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plane's numbers look like from afar: the least and greatest finite number of each block of 4 × 4 cells, 16 × 16 and so on up to the whole,
 * the looks that are not ordinary in it, and the mean and spread of blocks of 16 × 16 cells, 64 × 64 and so on. Takes about a seventh of the plane's own
 * memory.
 *
 * @param levels from level 1 on, blocks of {@code FACTOR^level} cells along a side
 * @param spreads from level {@link #SPREAD_LEVEL} on
 * @param counts how many cells have each look, by code
 */
record PlaneOverview(List<Level> levels, List<Spread> spreads, Extent extent, List<Integer> counts) {
    static final int SPREAD_LEVEL = 2;

    /**
     * Blocks in rows.
     *
     * @param min positive infinity where a block has no finite number
     * @param max negative infinity where a block has no finite number
     * @param looks bits of {@link #bit}; null where all cells are ordinary
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Level(int height, int width, float[] min, float[] max, byte @Nullable [] looks) {}

    /**
     * How the finite numbers of blocks spread, in rows.
     *
     * @param mean 0 where a block has none
     * @param deviation the standard deviation
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Spread(int height, int width, float[] mean, float[] deviation) {
        /** The next level above, which takes all blocks for equally large: at the edges that is near enough. */
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

    /** Of a level, or the finest or coarsest one there is. */
    Spread spread(int level) {
        return spreads.get(Math.clamp(level - SPREAD_LEVEL, 0, spreads.size() - 1));
    }

    static int bit(CellLook look) {
        return 1 << look.code();
    }

    /** The next level above {@code level}. */
    static Level above(Level level) {
        int height = Math.ceilDiv(level.height(), PixelAxis.FACTOR);
        int width = Math.ceilDiv(level.width(), PixelAxis.FACTOR);
        float[] min = new float[height * width];
        float[] max = new float[height * width];
        byte[] finer = level.looks();
        byte[] looks = finer == null ? null : new byte[height * width];
        for (int block = 0; block < min.length; block++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            int top = block / width * PixelAxis.FACTOR;
            int left = block % width * PixelAxis.FACTOR;
            for (int y = top; y < Math.min(top + PixelAxis.FACTOR, level.height()); y++) {
                for (int x = left; x < Math.min(left + PixelAxis.FACTOR, level.width()); x++) {
                    int i = y * level.width() + x;
                    least = Math.min(least, level.min()[i]);
                    most = Math.max(most, level.max()[i]);
                    if (finer != null && looks != null) {
                        looks[block] |= finer[i];
                    }
                }
            }
            min[block] = least;
            max[block] = most;
        }
        return new Level(height, width, min, max, looks);
    }

    static List<Level> upFrom(Level first) {
        List<Level> levels = new ArrayList<>(List.of(first));
        while (levels.getLast().height() > 1 || levels.getLast().width() > 1) {
            levels.add(above(levels.getLast()));
        }
        return List.copyOf(levels);
    }

    /** A level, or the coarsest one there is. */
    Level level(int level) {
        return levels.get(Math.min(level, levels.size()) - 1);
    }
}
