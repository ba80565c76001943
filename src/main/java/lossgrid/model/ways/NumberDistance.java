package lossgrid.model.ways;

import java.util.List;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;

/** Distances between numbers, including NaN and the infinities. */
final class NumberDistance {
    private NumberDistance() {}

    /** The distance of two numbers: 0 for two NaN or the same infinity, NaN for one NaN. */
    static double between(float a, float b) {
        return Float.compare(a, b) == 0 ? 0 : Math.abs((double) a - b);
    }

    /**
     * The largest difference of any two reduced values, or with reduction none of any two values of a pixel; NaN when
     * only one of two is NaN.
     */
    static double largest(List<Way.Outcome.Value> values, Reduction reduction) {
        double largest = 0;
        for (int i = 0; i < values.size(); i++) {
            for (int k = 0; k < i; k++) {
                Way.Outcome.Value a = values.get(i);
                Way.Outcome.Value b = values.get(k);
                // Math.max keeps NaN.
                largest = Math.max(
                        largest,
                        switch (reduction) {
                            case MEAN, SUM -> between(a.value(), b.value());
                            case NONE -> largest(a.losses(), b.losses());
                        });
            }
        }
        return largest;
    }

    /**
     * The largest difference of two arrays in the same order; NaN when they do not have the same number of elements.
     */
    private static double largest(Tensor a, Tensor b) {
        if (a.size() != b.size()) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < a.size(); i++) {
            largest = Math.max(largest, between(a.at(i), b.at(i)));
        }
        return largest;
    }
}
