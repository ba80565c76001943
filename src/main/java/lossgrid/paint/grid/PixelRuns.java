package lossgrid.paint.grid;

import java.util.stream.IntStream;
import lossgrid.paint.geometry.PixelAxis;

/**
 * Reduces the blocks of a row to the pixels of an axis that is zoomed out: to the least and the greatest of each
 * pixel's blocks. Two windows as wide as the shortest normal run cover a run together, so that no loop depends on the
 * length of a run.
 */
final class PixelRuns {
    private final PixelAxis columns;
    private final int left;
    private final int window;
    /** For each pixel the start of its windows, counted from the first pixel's first block. */
    private final int[] first;

    private final int[] second;
    /** The pixels not covered by two windows, at the edges of the plane or of the view. */
    private final int[] odd;

    /** The pixels that need both windows. */
    private final int[] longer;

    private final float[] lows;
    private final float[] highs;

    PixelRuns(PixelAxis columns) {
        this.columns = columns;
        int count = columns.count();
        left = count == 0 ? 0 : columns.from(0);
        int across = count == 0 ? 0 : columns.to(count - 1) - left;
        window = IntStream.range(1, count - 1).map(this::length).min().orElse(1);
        odd = IntStream.range(0, count)
                .filter(i -> length(i) < window || length(i) > 2 * window)
                .toArray();
        longer = IntStream.range(0, count).filter(i -> length(i) > window).toArray();
        first = new int[count];
        second = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = Math.min(columns.from(i) - left, across - window);
            second[i] = Math.max(0, columns.to(i) - left - window);
        }
        lows = new float[across];
        highs = new float[across];
    }

    private int length(int pixel) {
        return columns.to(pixel) - columns.from(pixel);
    }

    /**
     * Finds the extremes of each pixel.
     *
     * @param least the least of each block
     * @param most the greatest of each block
     */
    void fold(float[] least, float[] most, float[] pixelLeast, float[] pixelMost) {
        System.arraycopy(least, 0, lows, 0, lows.length);
        System.arraycopy(most, 0, highs, 0, highs.length);
        for (int shift = 1; shift < window; shift++) {
            widen(least, most, lows, highs, shift, lows.length - shift);
        }
        if (longer.length < first.length / 2) {
            take(lows, highs, pixelLeast, pixelMost);
            join(lows, pixelLeast, highs, pixelMost, longer);
        } else {
            join(lows, pixelLeast, highs, pixelMost);
        }
        for (int i : odd) {
            float low = least[columns.from(i) - left];
            float high = most[columns.from(i) - left];
            for (int x = columns.from(i) + 1 - left; x < columns.to(i) - left; x++) {
                low = Math.min(low, least[x]);
                high = Math.max(high, most[x]);
            }
            pixelLeast[i] = low;
            pixelMost[i] = high;
        }
    }

    /** Whether most pixels have a single block. */
    boolean areMostlySingle() {
        return window == 1 && longer.length < first.length / 2;
    }

    /** The pixels with several blocks, where most have one. */
    int[] several() {
        return longer;
    }

    /** Copies the first block of each pixel. */
    void takeFirst(float[] blocks, float[] ofPixel) {
        for (int i = 0; i < first.length; i++) {
            ofPixel[i] = blocks[first[i]];
        }
    }

    /** Widens one pixel's extremes to all of its blocks. */
    void widen(float[] blocks, int i, float[] pixelLeast, float[] pixelMost) {
        for (int x = columns.from(i) - left; x < columns.to(i) - left; x++) {
            pixelLeast[i] = Math.min(pixelLeast[i], blocks[x]);
            pixelMost[i] = Math.max(pixelMost[i], blocks[x]);
        }
    }

    private static void widen(float[] least, float[] most, float[] lows, float[] highs, int shift, int count) {
        for (int x = 0; x < count; x++) {
            lows[x] = Math.min(lows[x], least[x + shift]);
            highs[x] = Math.max(highs[x], most[x + shift]);
        }
    }

    private void take(float[] windowLeast, float[] windowMost, float[] pixelLeast, float[] pixelMost) {
        for (int i = 0; i < first.length; i++) {
            int a = first[i];
            pixelLeast[i] = windowLeast[a];
            pixelMost[i] = windowMost[a];
        }
    }

    private void join(float[] windowLeast, float[] pixelLeast, float[] windowMost, float[] pixelMost, int[] only) {
        for (int i : only) {
            int b = second[i];
            pixelLeast[i] = Math.min(pixelLeast[i], windowLeast[b]);
            pixelMost[i] = Math.max(pixelMost[i], windowMost[b]);
        }
    }

    private void join(float[] windowLeast, float[] pixelLeast, float[] windowMost, float[] pixelMost) {
        for (int i = 0; i < first.length; i++) {
            int a = first[i];
            int b = second[i];
            pixelLeast[i] = Math.min(windowLeast[a], windowLeast[b]);
            pixelMost[i] = Math.max(windowMost[a], windowMost[b]);
        }
    }
}
