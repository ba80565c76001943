package lossgrid.paint.color;

/** Ranges for colour scales that end at round numbers, so that small edits do not recolour everything. */
public final class AutomaticRange {
    private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    private AutomaticRange() {}

    /**
     * The automatic range for values of a kind: −r…r with the round r that covers every finite value, 0…1 for
     * probabilities, 0…r for losses; −r…r for losses too when one is negative because of wrong targets.
     */
    public static ValueRange automatic(NumberKind kind, Extent values) {
        return switch (kind) {
            case DIVERGING, GRADIENT, DIFFERENCE -> aroundZero(values);
            case PROBABILITY -> new ValueRange(0, 1);
            case LOSS -> values.least() < 0 ? aroundZero(values) : new ValueRange(0, roundUp(values.magnitude()));
        };
    }

    private static ValueRange aroundZero(Extent values) {
        double r = roundUp(values.magnitude());
        return new ValueRange(-r, r);
    }

    /** The smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that is not below {@code value}; 1 for 0. */
    public static double roundUp(double value) {
        if (value == 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (step * power >= value) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
