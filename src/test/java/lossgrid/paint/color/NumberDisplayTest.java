package lossgrid.paint.color;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberDisplayTest {
    @ParameterizedTest
    @CsvSource({
        "0.43, 0.4300",
        "-0.00001, 0.0000",
        "-0.0, 0.0000",
        "-1.78514, -1.7851",
        "99999.5, 99999.5000",
        "100000, 1.00e+05",
        "-3.4e38, -3.40e+38",
        "NaN, NaN",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void fixedNumbersHaveTheirDigits(double value, String text) {
        assertThat(NumberDisplay.fixed(value, 4)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "-2, -2", "0.1, 0.1", "1.5, 1.5", "-0.0, 0", "NaN, NaN", "Infinity, ∞", "200000, 200000.0"})
    void theShortestTextReadsBack(double value, String text) {
        assertThat(NumberDisplay.shortest(value)).isEqualTo(text);
    }

    @Test
    void smallNumbersGetDigitsEnoughForThreeFigures() {
        assertThat(NumberDisplay.digitsUpTo(0.15)).isEqualTo(4);
        assertThat(NumberDisplay.digitsUpTo(2e-4)).isEqualTo(6);
        assertThat(NumberDisplay.digitsUpTo(1e-30)).isEqualTo(9);
        assertThat(NumberDisplay.digitsUpTo(0)).isEqualTo(4);
        assertThat(NumberDisplay.digitsUpTo(Double.POSITIVE_INFINITY)).isEqualTo(4);
    }

    @Test
    void differencesOfAnySizeShowFigures() {
        assertThat(NumberDisplay.figures(1.19e-7)).isEqualTo("1.2e-7");
        assertThat(NumberDisplay.figures(3e-12)).isEqualTo("3.0e-12");
        assertThat(NumberDisplay.figures(0.25)).isEqualTo("0.2500");
        assertThat(NumberDisplay.figures(2.5e6)).isEqualTo("2.5e+6");
        assertThat(NumberDisplay.figures(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(NumberDisplay.figures(0)).isEqualTo("0");
    }
}
