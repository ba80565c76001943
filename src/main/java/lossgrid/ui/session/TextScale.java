package lossgrid.ui.session;

import java.util.List;
import java.util.Optional;

/** The font size of the window, which every other measure of the window follows. */
public final class TextScale {
    /** The font size that the window is designed for, in units. */
    public static final double DESIGN = 13;

    /** The factors that zooming steps through. */
    private static final List<Double> ZOOMS = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

    private static final double DESIGN_WIDTH = 1440;
    private static final double DESIGN_HEIGHT = 900;
    /**
     * The exponent by which type grows with the window: less than in proportion, since a larger window also shows more.
     */
    private static final double GROWTH = 0.75;

    private static final double ONE_STAGE = 1.6;
    private static final double WHOLE_BOARD = 1.1;
    private static final double SMALLEST = 10;
    private static final double STEPS_A_UNIT = 2;

    private TextScale() {}

    /**
     * The font size at the root of a window: as designed in small windows, larger in large ones, and in a presentation
     * the same fraction of every screen.
     *
     * @param zoom the user's zoom, 1 for none
     */
    public static double root(double width, double height, double zoom, Optional<Presentation> presentation) {
        double fit = Math.min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT);
        double factor = presentation
                .map(shown -> fit * (shown.alone().isPresent() ? ONE_STAGE : WHOLE_BOARD))
                .orElseGet(() -> Math.pow(Math.max(1, fit), GROWTH));
        double size = Math.max(SMALLEST, DESIGN * factor * zoom);
        return Math.round(size * STEPS_A_UNIT) / STEPS_A_UNIT;
    }

    /** The next larger zoom, or the largest. */
    public static double larger(double zoom) {
        return ZOOMS.stream().filter(step -> step > zoom).findFirst().orElse(ZOOMS.getLast());
    }

    /** The next smaller zoom, or the smallest. */
    public static double smaller(double zoom) {
        return ZOOMS.reversed().stream().filter(step -> step < zoom).findFirst().orElse(ZOOMS.getFirst());
    }

    /** The zoom, or 1 if it is out of range. */
    public static double valid(double zoom) {
        return zoom >= ZOOMS.getFirst() && zoom <= ZOOMS.getLast() ? zoom : 1;
    }
}
