package lossgrid.paint;

import lossgrid.core.Tensor;

/** Ranges for colour scales that end at round numbers, so that small edits do not recolour everything. */
public final class Ranges {
    private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    private Ranges() {}

    /**
     * The range that values of a kind take by themselves: −r…r with the round r that covers every finite value, 0…1 for probabilities, 0…r for losses;
     * −r…r for losses too when one is negative, which wrong targets bring about.
     */
    public static ValueRange automatic(NumberKind kind, Tensor values) {
        return switch (kind) {
            case DIVERGING, GRADIENT, DIFFERENCE -> aroundZero(values);
            case PROBABILITY -> new ValueRange(0, 1);
            case LOSS -> hasNegative(values) ? aroundZero(values) : new ValueRange(0, reach(values));
        };
    }

    private static ValueRange aroundZero(Tensor values) {
        double r = reach(values);
        return new ValueRange(-r, r);
    }

    private static double reach(Tensor values) {
        return roundUp(largestMagnitude(values));
    }

    private static boolean hasNegative(Tensor values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.at(i) < 0 && Float.isFinite(values.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static double largestMagnitude(Tensor values) {
        double largest = 0;
        for (int p = 0; p < values.planeCount(); p++) {
            for (int i = 0; i < values.size() / values.planeCount(); i++) {
                double magnitude = Math.abs((double) values.inPlane(p, i));
                largest = Double.isFinite(magnitude) ? Math.max(largest, magnitude) : largest;
            }
        }
        return largest;
    }

    /** The smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that is not below {@code value}; 1 for 0. */
    static double roundUp(double value) {
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
