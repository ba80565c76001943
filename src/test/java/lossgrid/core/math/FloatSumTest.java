package lossgrid.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected sums are those of {@code torch.sum}; adding in any other order gives another last digit. */
class FloatSumTest {
    /** Numbers between −72 and 72 that neither float32 nor a sum of them holds exactly. */
    private static float number(int i) {
        return (i * 7919 % 1009 - 500) / 7f;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, -71.42857",
        "5, 0.85714006",
        "8, -30.285717",
        "31, 18.428566",
        "100, 122.714294",
        "1000, 668.2857",
        "5000, 2934.2852",
        "100000, 57291.137"
    })
    void addsANumberOfNumbers(int n, float expected) {
        assertThat(FloatSum.of(n, FloatSumTest::number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "19, 0, 1, -49.71428",
        "19, 0, 6, -143.14288",
        "19, 3, 6, 196.57144",
        "19, 5, 6, 86.714264",
        "19, 0, 50, -129.28572",
        "19, 25, 50, 11.000004",
        "19, 49, 50, -9.999992",
        "40, 0, 7, 180.14285",
        "40, 3, 7, -136.4286",
        "40, 6, 7, 123.57143"
    })
    void addsAColumn(int n, int column, int columns, float expected) {
        assertThat(FloatSum.ofColumn(n, column, columns, row -> number(row * columns + column)))
                .isEqualTo(expected);
    }

    @Test
    void skipsTheLossesOfIgnoredTargets() {
        assertThat(FloatSum.ofLosses(300, i -> i % 3 == 0, i -> number(i) + 100))
                .isEqualTo(19831.857f);
        assertThat(FloatSum.ofLosses(300, i -> true, i -> Float.NaN)).isZero();
    }

    @Test
    void notANumberAndInfinityFlowThrough() {
        assertThat(FloatSum.of(100, i -> i == 50 ? Float.NaN : 1)).isNaN();
        assertThat(FloatSum.of(100, i -> i == 50 ? Float.POSITIVE_INFINITY : 1)).isInfinite();
        assertThat(FloatSum.of(2, i -> 3e38f)).as("float32 overflows").isInfinite();
    }
}
