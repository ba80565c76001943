package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts are those of a C++ stream. */
class CppFormatTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1.5, 1.5",
        "2, 2",
        "-3, -3",
        "1.123456, 1.12346",
        "1.1234565, 1.12346",
        "100000, 100000",
        "123456.7, 123457",
        "999999.5, 1e+06",
        "1e6, 1e+06",
        "1234567, 1.23457e+06",
        "1e100, 1e+100",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.000012345678, 1.23457e-05",
        "1e-300, 1e-300",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void printsSixDigits(double value, String expected) {
        assertThat(CppFormat.stream(value)).isEqualTo(expected);
    }
}
