package lossgrid.paint;

/** A colour map over a range of values; what lies outside takes the colour of the nearer end. */
public record ColorScale(ColorMap map, double low, double high) {
    /** The colour of a finite value. */
    public int argb(double value) {
        return map.at((value - low) / (high - low));
    }
}
