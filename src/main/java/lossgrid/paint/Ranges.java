package lossgrid.paint;

import lossgrid.core.Tensor;

/** Ranges for colour scales that end at round numbers, so that small edits do not recolour everything. */
public final class Ranges {
    private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    private Ranges() {}

    /** −r…r with the round r that covers every finite value. */
    public static ColorScale aroundZero(ColorMap map, Tensor values) {
        double r = roundUp(largestMagnitude(values));
        return new ColorScale(map, -r, r);
    }

    /** 0…r with the round r that covers every finite loss; around zero on the diverging map when a loss is negative, which wrong targets bring about. */
    public static ColorScale ofLosses(Tensor losses) {
        for (int i = 0; i < losses.size(); i++) {
            if (losses.at(i) < 0 && Float.isFinite(losses.at(i))) {
                return aroundZero(Maps.diverging(), losses);
            }
        }
        return new ColorScale(Maps.losses(), 0, roundUp(largestMagnitude(losses)));
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
