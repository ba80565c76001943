package lossgrid.paint.color;

/**
 * A colour map over a range of values; values outside have the colour of the nearer end.
 *
 * @param centered whether the middle of the map is 0 and equal distances from it have equal colour differences,
 *     wherever the range ends; the shorter side then does not reach the end of its half
 */
public record ColorScale(ColorMap map, double low, double high, boolean centered) {
    /** The whole map from {@code low} to {@code high}. */
    public ColorScale(ColorMap map, double low, double high) {
        this(map, low, high, false);
    }

    /** The colour of a finite value. */
    public int argb(double value) {
        return map.color(index(value));
    }

    /** The index of that colour in the map. */
    int index(double value) {
        if (!centered) {
            return map.index((value - low) / (high - low));
        }
        double reach = Math.max(Math.abs(low), Math.abs(high));
        return map.index((Math.max(low, Math.min(high, value)) + reach) / (2 * reach));
    }

    /** {@link #index} of {@code count} values; those that are not finite get an arbitrary index. */
    void indices(float[] values, int[] out, int count) {
        int last = map.size() - 1;
        if (centered) {
            double reach = Math.max(Math.abs(low), Math.abs(high));
            indices(values, low, high, -reach, 2 * reach, last, out, count);
        } else {
            indices(values, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, low, high - low, last, out, count);
        }
    }

    private static void indices(
            float[] values, double least, double most, double start, double span, int last, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            double t = (Math.max(least, Math.min(most, values[i])) - start) / span;
            out[i] = (int) (Math.max(0.0, Math.min(1.0, t)) * last + 0.5);
        }
    }

    /**
     * The position of a finite value on a bar of this scale: 0 at its low end, 1 at its high end, below 0 or above 1
     * outside.
     */
    public double position(double value) {
        return (value - low) / (high - low);
    }

    /** The colour at a position of the bar, 0…1. */
    public int argbAt(double position) {
        return argb(low + position * (high - low));
    }
}
