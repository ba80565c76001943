package lossgrid.ui.control;

/** Computes scroll positions that bring a node into view. */
public final class ScrollIntoView {
    private ScrollIntoView() {}

    /**
     * The scroll position, from 0 to 1, nearest to {@code now} that brings the range from {@code low} to {@code high}
     * into view, or its beginning if it is too long.
     */
    public static double position(double now, double low, double high, double whole, double seen) {
        double hidden = whole - seen;
        if (hidden <= 0) {
            return now;
        }
        double from = Math.min(Math.max(now * hidden, high - seen), low);
        return Math.clamp(from / hidden, 0, 1);
    }
}
