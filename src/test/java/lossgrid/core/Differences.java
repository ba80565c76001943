package lossgrid.core;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.ToDoubleFunction;
import lossgrid.core.array.Tensor;

/**
 * Compares a gradient with central differences.
 *
 * <p>With steps of 1/128, which add to logits without rounding much, the difference quotient errs by h²/6 of the third derivative: below 1e-5 for
 * factors around 1. A value that is a sum of float32 numbers around 1 errs by some 1e-7, over 2h some 1e-5. Together that is well below 1e-3, while a
 * wrong gradient (a factor, a sign, a missing term) is off by far more somewhere.
 */
public final class Differences {
    private static final float STEP = 1f / 128;
    private static final double TOLERANCE = 1e-3;

    private Differences() {}

    /** Fails unless {@code gradient} is that of {@code f} at {@code x}, to 1e-3 of its size or of 1. */
    public static void check(Tensor x, ToDoubleFunction<Tensor> f, Tensor gradient) {
        check(x, f, gradient, STEP);
    }

    /** The same with another step, for functions that bend more. */
    public static void check(Tensor x, ToDoubleFunction<Tensor> f, Tensor gradient, float step) {
        for (int i = 0; i < x.size(); i++) {
            float up = x.at(i) + step;
            float down = x.at(i) - step;
            double rise = f.applyAsDouble(x.with(i, up)) - f.applyAsDouble(x.with(i, down));
            double expected = rise / ((double) up - down);
            double actual = gradient.at(i);
            if (!(Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
                fail("the gradient of element %d is %s, central differences give %s".formatted(i, actual, expected));
            }
        }
    }
}
