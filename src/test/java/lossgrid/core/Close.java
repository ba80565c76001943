package lossgrid.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import lossgrid.core.array.Tensor;

/** Compares tensors element by element. */
public final class Close {
    private Close() {}

    /** Fails unless both have one shape and no element differs by more than {@code tolerance}, relative to its size where that is above 1. */
    public static void assertClose(Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            if (!isClose(actual.at(i), expected.at(i), tolerance)) {
                fail("element %d is %s, expected %s within %s".formatted(i, actual.at(i), expected.at(i), tolerance));
            }
        }
    }

    public static void assertClose(double actual, double expected, double tolerance) {
        if (!isClose(actual, expected, tolerance)) {
            fail("%s, expected %s within %s".formatted(actual, expected, tolerance));
        }
    }

    private static boolean isClose(double actual, double expected, double tolerance) {
        if (!Double.isFinite(expected)) {
            return Double.compare(actual, expected) == 0;
        }
        return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    }
}
