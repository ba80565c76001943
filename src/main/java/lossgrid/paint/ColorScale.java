package lossgrid.paint;

/**
 * A colour map over a range of values; what lies outside takes the colour of the nearer end.
 *
 * @param centered whether the middle of the map stands for 0 and equal distances from it have equal colour differences, wherever the range ends; the
 *     shorter side then leaves out the far colours of its half
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

    /** The number of that colour in the map. */
    int index(double value) {
        if (!centered) {
            return map.index((value - low) / (high - low));
        }
        double reach = Math.max(Math.abs(low), Math.abs(high));
        return map.index((Math.max(low, Math.min(high, value)) + reach) / (2 * reach));
    }

    /** Where a finite value lies on a bar of this scale: 0 at its low end, 1 at its high end, beyond them outside of the range. */
    public double position(double value) {
        return (value - low) / (high - low);
    }

    /** The colour at a place of the bar, 0…1. */
    public int argbAt(double position) {
        return argb(low + position * (high - low));
    }
}
