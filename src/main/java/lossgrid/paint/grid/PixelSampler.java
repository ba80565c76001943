package lossgrid.paint.grid;

import lossgrid.core.array.Tensor;
import lossgrid.paint.color.NumberColors;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.overview.BlockBounds;
import lossgrid.paint.overview.PlaneOverview;

/**
 * Chooses the number that each pixel of a line shows when it covers several cells: the one in its middle, unless the
 * least or the greatest stands out from its surroundings. Processes a line in several simple loops, of which only the
 * one over conspicuous pixels has to branch.
 */
final class PixelSampler {
    private static final float MOST_DEVIATIONS = 3.5f;

    private final PixelRuns runs;
    private final PlaneOverview.Spread spread;
    private final float threshold;
    private final float low;
    private final float high;
    /** For each pixel the column of the block around it, and that of its middle, counted from the first pixel's. */
    private final int[] spreadAt;

    private final int[] sampleAt;
    /** For each pixel the cell in its middle. */
    private final float[] samples;
    /** For each pixel the extremes of its cells. */
    private final float[] lows;

    private final float[] highs;
    /** For each pixel the mean around it, as a number and as displayed, and the distance from it that stands out. */
    private final float[] means;

    private final float[] seenMeans;
    private final float[] fars;
    /** The row of blocks that these belong to. */
    private int knownSpreadRow = -1;

    private final float[] excess;
    private final int[] standingOut;
    private final float[] chosen;

    /**
     * A sampler for an axis that is zoomed out.
     *
     * @param around the level of the blocks around a pixel
     */
    PixelSampler(PixelAxis columns, PlaneOverview.Spread spread, int around, NumberColors colors) {
        int count = columns.count();
        runs = new PixelRuns(columns);
        this.spread = spread;
        threshold = threshold(columns.cellsAPixel());
        low = colors.low();
        high = colors.high();
        spreadAt = new int[count];
        sampleAt = new int[count];
        for (int i = 0; i < count; i++) {
            spreadAt[i] = Math.min(columns.middle(i) >> (2 * around), spread.width() - 1);
            sampleAt[i] = columns.middle(i) - columns.middle(0);
        }
        samples = new float[count];
        lows = new float[count];
        highs = new float[count];
        means = new float[count];
        seenMeans = new float[count];
        fars = new float[count];
        excess = new float[count];
        standingOut = new int[count];
        chosen = new float[count];
    }

    /**
     * The number of standard deviations from the mean that stands out where a pixel shows so many cells along each
     * axis: above the extremes of noise, but below thin lines.
     */
    private static float threshold(double shown) {
        return (float) Math.min(MOST_DEVIATIONS, 1 + Math.sqrt(2 * Math.log(shown * shown)));
    }

    /**
     * Reads each pixel's middle cell from a row of a plane, before numbers are chosen; {@code cell} is the first one's.
     */
    void sample(Tensor values, int plane, int cell) {
        values.take(plane, cell, sampleAt, samples);
    }

    /** As above, from a row whose element {@code middle} is the first pixel's middle cell. */
    void sample(float[] row, int middle) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = row[middle + sampleAt[i]];
        }
    }

    float low(int pixel) {
        return lows[pixel];
    }

    float high(int pixel) {
        return highs[pixel];
    }

    /** The numbers that pixels show; an arbitrary one for a pixel without finite cells. */
    float[] chosen() {
        return chosen;
    }

    /**
     * Chooses the number of each pixel.
     *
     * @param least the least of each block of the line
     * @param most the greatest of each block of the line
     * @param spreadRow the start of the row of blocks around the line
     * @return false if pixels need a closer look because cells are not finite
     */
    boolean choose(float[] least, float[] most, int spreadRow) {
        runs.fold(least, most, lows, highs);
        findSpread(spreadRow);
        findExcess(lows, highs, means, fars, excess);
        boolean allFinite = take(samples, lows, chosen);
        int count = listPositive(excess, standingOut);
        for (int k = 0; k < count; k++) {
            int i = standingOut[k];
            float range = highs[i] - lows[i];
            if (range >= 0 && range < Float.POSITIVE_INFINITY) {
                chosen[i] = extreme(lows[i], highs[i], i, chosen[i]);
            } else {
                allFinite = false;
            }
        }
        return allFinite;
    }

    /**
     * Copies each pixel's sample, and finds the pixels where a number may stand out; {@link #choose(float, float, int)}
     * has to follow there.
     *
     * @return the number of these
     */
    int bound(BlockBounds bounds, int from, int to, int spreadRow) {
        bounds.find(from, to, lows, highs);
        findSpread(spreadRow);
        findExcess(lows, highs, means, fars, excess);
        take(samples, lows, chosen);
        return listPositive(excess, standingOut);
    }

    /** The {@code k}th pixel where a number may stand out. */
    int standingOut(int k) {
        return standingOut[k];
    }

    /** Chooses the number of one pixel whose finite cells have these extremes. */
    void choose(float min, float max, int i) {
        float sample = samples[i];
        float usual = Float.isFinite(sample) ? sample : min;
        boolean standsOut = max - means[i] > fars[i] || means[i] - min > fars[i];
        chosen[i] = standsOut ? extreme(min, max, i, usual) : usual;
    }

    /** The extreme that is visibly farther from the mean, or the usual number if neither is. */
    private float extreme(float min, float max, int i, float usual) {
        float above = seen(max) - seenMeans[i];
        float below = seenMeans[i] - seen(min);
        if (above > 0 || below > 0) {
            return above >= below ? max : min;
        }
        return usual;
    }

    private float seen(float value) {
        return Math.max(low, Math.min(high, value));
    }

    /**
     * Chooses the number of each pixel of a line that shows one row of cells, most of them one cell, for which there is
     * no choice.
     *
     * @param row the cells of the line
     * @param middle the index of the first pixel's middle cell in it
     * @return false if nothing is chosen because the line is not such a line or has cells that are not finite
     */
    boolean chooseOfRow(float[] row, int middle, int spreadRow) {
        if (!runs.areMostlySingle() || !isFinite(row)) {
            return false;
        }
        findSpread(spreadRow);
        runs.takeFirst(row, chosen);
        for (int i : runs.several()) {
            lows[i] = Float.POSITIVE_INFINITY;
            highs[i] = Float.NEGATIVE_INFINITY;
            runs.widen(row, i, lows, highs);
            samples[i] = row[middle + sampleAt[i]];
            choose(lows[i], highs[i], i);
        }
        return true;
    }

    /** Whether all values are finite, in a loop that C2 vectorizes, which it does not do for a sum. */
    static boolean isFinite(float[] values) {
        int ones = 1;
        for (int i = 0; i < values.length; i++) {
            // NaN and infinity times 0 are NaN, which the cast turns into 0.
            ones &= (int) (values[i] * 0 + 1);
        }
        return ones == 1;
    }

    private void findSpread(int spreadRow) {
        if (spreadRow != knownSpreadRow) {
            knownSpreadRow = spreadRow;
            for (int i = 0; i < means.length; i++) {
                means[i] = spread.mean()[spreadRow + spreadAt[i]];
                seenMeans[i] = seen(means[i]);
                fars[i] = threshold * spread.deviation()[spreadRow + spreadAt[i]];
            }
        }
    }

    private static void findExcess(float[] lows, float[] highs, float[] means, float[] fars, float[] excess) {
        for (int i = 0; i < excess.length; i++) {
            excess[i] = Math.max(highs[i] - means[i], means[i] - lows[i]) - fars[i];
        }
    }

    /** Copies each pixel's sample and returns whether all are finite; one that is not is replaced by the least. */
    private static boolean take(float[] samples, float[] lows, float[] chosen) {
        System.arraycopy(samples, 0, chosen, 0, chosen.length);
        boolean allFinite = isFinite(chosen);
        for (int i = 0; i < chosen.length && !allFinite; i++) {
            chosen[i] = Float.isFinite(chosen[i]) ? chosen[i] : lows[i];
        }
        return allFinite;
    }

    /**
     * Lists the positions of numbers that are above 0 or NaN, without an unpredictable branch, and returns their count.
     */
    private static int listPositive(float[] numbers, int[] places) {
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            places[count] = i;
            count += numbers[i] <= 0 ? 0 : 1;
        }
        return count;
    }
}
