package lossgrid.ui.control;

/** How far to scroll for something to be in view. */
public final class ScrollIntoView {
    private ScrollIntoView() {}

    /** The scroll position, from 0 to 1, next to {@code now} at which all from {@code low} to {@code high} is in view; its beginning, if not all can be. */
    public static double position(double now, double low, double high, double whole, double seen) {
        double hidden = whole - seen;
        if (hidden <= 0) {
            return now;
        }
        double from = Math.min(Math.max(now * hidden, high - seen), low);
        return Math.clamp(from / hidden, 0, 1);
    }
}
