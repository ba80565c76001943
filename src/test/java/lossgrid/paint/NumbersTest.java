package lossgrid.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
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
        assertThat(Numbers.fixed(value, 4)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "-2, -2", "0.1, 0.1", "1.5, 1.5", "-0.0, 0", "NaN, NaN", "Infinity, ∞", "200000, 200000.0"})
    void theShortestTextReadsBack(double value, String text) {
        assertThat(Numbers.shortest(value)).isEqualTo(text);
    }
}
