package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.DType;
import lossgrid.core.array.Scalar;
import lossgrid.model.text.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellValueTest {
    @ParameterizedTest
    @CsvSource({
        "0.43, 0.43",
        "' -1e-3 ', -0.001",
        "−2.5, -2.5",
        ".5, 0.5",
        "7., 7",
        "nan, NaN",
        "-inf, -Infinity",
        "∞, Infinity"
    })
    void aLogitIsAnyDecimalNumber(String text, float value) {
        assertThat(CellValue.parse(DType.FLOAT32, text)).isEqualTo(new Parsed.Value<>(new Scalar.Real(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_A_NUMBER",
        "two, NOT_A_NUMBER",
        "1f, NOT_A_NUMBER",
        "0x10, NOT_A_NUMBER",
        "1e39, OUT_OF_RANGE",
        "1e999, OUT_OF_RANGE"
    })
    void otherTextsAreRefusedWithAReason(String text, Parsed.Problem reason) {
        assertThat(CellValue.parse(DType.FLOAT32, text)).isEqualTo(new Parsed.Rejected<>(reason, text));
    }

    @ParameterizedTest
    @CsvSource({
        "INT64, 7, 7",
        "INT64, 9223372036854775807, 9223372036854775807",
        "INT64, −100, -100",
        "UINT8, 255, 255",
        "BOOL, true, 1",
        "BOOL, 0, 0",
        "INT16, -32768, -32768"
    })
    void aWholeLabelKeepsItsValue(DType dtype, String text, long value) {
        assertThat(CellValue.parse(dtype, text)).isEqualTo(new Parsed.Value<>(new Scalar.Whole(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "INT64, 0.5, NOT_WHOLE",
        "INT64, nan, NOT_WHOLE",
        "INT64, cat, NOT_A_NUMBER",
        "INT64, 9223372036854775808, OUT_OF_RANGE",
        "UINT8, 256, OUT_OF_RANGE",
        "UINT8, -1, OUT_OF_RANGE",
        "BOOL, 2, OUT_OF_RANGE",
        "INT32, 2147483648, OUT_OF_RANGE",
        "FLOAT32, 1e39, OUT_OF_RANGE",
        "FLOAT64, x, NOT_A_NUMBER"
    })
    void aLabelOutsideItsDtypeIsRefused(DType dtype, String text, Parsed.Problem reason) {
        assertThat(CellValue.parse(dtype, text)).isEqualTo(new Parsed.Rejected<>(reason, text));
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, 0.1, 0.10000000149011612", "FLOAT64, 0.1, 0.1", "FLOAT32, inf, Infinity"})
    void aRealLabelIsRoundedToItsDtype(DType dtype, String text, double value) {
        assertThat(CellValue.parse(dtype, text)).isEqualTo(new Parsed.Value<>(new Scalar.Real(value)));
    }
}
