package lossgrid.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers are those of {@code torch.exp} and {@code torch.log}. */
class FloatMathTest {
    /** Arguments for which the correctly rounded value is another. */
    @ParameterizedTest
    @CsvSource({
        "-23.0625, 9.640144e-11",
        "-22.5, 1.691898e-10",
        "-22.25, 2.17244e-10",
        "-21.6875, 3.8127507e-10",
        "-21, 7.58256e-10",
        "-19.5625, 3.192377e-9",
        "-18.4375, 9.833213e-9",
        "-18.375, 1.0467401e-8"
    })
    void exponentialsErrAsPyTorchsDo(float x, Float expected) {
        assertThat(FloatMath.exp(x)).isEqualTo(expected).isNotEqualTo((float) Math.exp(x));
    }

    @ParameterizedTest
    @CsvSource({
        "5.578125, 1.7188528",
        "19.171875, 2.9534445",
        "22.25, 3.1023421",
        "23.15625, 3.1422648",
        "23.5, 3.1570005",
        "36.90625, 3.608381"
    })
    void logarithmsErrAsPyTorchsDo(float x, Float expected) {
        assertThat(FloatMath.log(x)).isEqualTo(expected).isNotEqualTo((float) Math.log(x));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "-0.0, 1",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, 0",
        "88.72, 3.3931806e38",
        "88.73, Infinity",
        "1e4, Infinity",
        "-87.4, 1.1032187e-38",
        "-103.9, 1.4e-45",
        "-104.1, 0",
        "-1e4, 0"
    })
    void exponentialsAtTheEnds(float x, Float expected) {
        assertThat(FloatMath.exp(x)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "0, -Infinity",
        "-0.0, -Infinity",
        "-1, NaN",
        "-Infinity, NaN",
        "NaN, NaN",
        "Infinity, Infinity",
        "1.4e-45, -103.27893",
        "1e-39, -89.80082",
        "3.4e38, 88.72201"
    })
    void logarithmsAtTheEnds(float x, Float expected) {
        assertThat(FloatMath.log(x)).isEqualTo(expected);
    }

    @Test
    void neverMoreThanOneUnitInTheLastPlaceOff() {
        for (float x = -80; x < 80; x += 0.0137f) {
            assertThat(FloatMath.exp(x)).as("exp(%s)", x).isBetween(down(Math.exp(x)), up(Math.exp(x)));
            float y = (float) Math.exp(x);
            assertThat(FloatMath.log(y)).as("log(%s)", y).isBetween(down(Math.log(y)), up(Math.log(y)));
        }
    }

    private static float down(double exact) {
        return Math.nextDown((float) exact);
    }

    private static float up(double exact) {
        return Math.nextUp((float) exact);
    }
}
