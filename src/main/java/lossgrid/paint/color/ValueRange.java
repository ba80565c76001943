package lossgrid.paint.color;

/** The range of a colour scale: finite, and {@code low < high}. */
public record ValueRange(double low, double high) {
    public ValueRange {
        if (!isValid(low, high)) {
            throw new IllegalArgumentException("no range: " + low + "…" + high);
        }
    }

    public static boolean isValid(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) && low < high;
    }
}
