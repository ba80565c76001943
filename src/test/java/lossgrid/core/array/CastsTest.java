package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Casts of labels. The expected numbers are those of {@code Tensor.to} on x86; Java's own casts give others. */
class CastsTest {
    private static LabelArray single(DType dtype, double value) {
        return LabelArray.ofDoubles(dtype, Shape.of(1), value);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 1, 0, 0, -2147483648, -9223372036854775808",
        "Infinity, 1, 0, 0, -2147483648, -9223372036854775808",
        "-Infinity, 1, 0, 0, -2147483648, -9223372036854775808",
        "-1, 1, 255, -1, -1, -1",
        "3e9, 1, 0, 0, -2147483648, 3000000000",
        "-3e9, 1, 0, 0, -2147483648, -3000000000",
        "2147483648, 1, 0, 0, -2147483648, 2147483648",
        "1e19, 1, 0, 0, -2147483648, -9223372036854775808",
        "-9.3e18, 1, 0, 0, -2147483648, -9223372036854775808",
        "300.5, 1, 44, 300, 300, 300",
        "-300.5, 1, 212, -300, -300, -300",
        "255.9, 1, 255, 255, 255, 255",
        "256, 1, 0, 256, 256, 256",
        "40000, 1, 64, -25536, 40000, 40000",
        "0.5, 1, 0, 0, 0, 0",
        "-0.9, 1, 0, 0, 0, 0",
        "-0.0, 0, 0, 0, 0, 0"
    })
    void fromFloatingPoint(double value, long bool, long uint8, long int16, long int32, long int64) {
        for (DType from : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            LabelArray labels = single(from, value);
            assertThat(labels.to(DType.BOOL).longAt(0)).as("bool").isEqualTo(bool);
            assertThat(labels.to(DType.UINT8).longAt(0)).as("uint8").isEqualTo(uint8);
            assertThat(labels.to(DType.INT16).longAt(0)).as("int16").isEqualTo(int16);
            assertThat(labels.to(DType.INT32).longAt(0)).as("int32").isEqualTo(int32);
            assertThat(labels.to(DType.INT64).longAt(0)).as("int64").isEqualTo(int64);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 255, -1, -1, -1",
        "255, 1, 255, 255, 255, 255",
        "300, 1, 44, 300, 300, 300",
        "70000, 1, 112, 4464, 70000, 70000",
        "2147483648, 1, 0, 0, -2147483648, 2147483648",
        "1099511627781, 1, 5, 5, 5, 1099511627776",
        "0, 0, 0, 0, 0, 0"
    })
    void fromWholeNumbers(long value, long bool, long uint8, long int16, long int32, double float32) {
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(1), value);
        assertThat(labels.to(DType.BOOL).longAt(0)).as("bool").isEqualTo(bool);
        assertThat(labels.to(DType.UINT8).longAt(0)).as("uint8").isEqualTo(uint8);
        assertThat(labels.to(DType.INT16).longAt(0)).as("int16").isEqualTo(int16);
        assertThat(labels.to(DType.INT32).longAt(0)).as("int32").isEqualTo(int32);
        assertThat(labels.to(DType.FLOAT32).doubleAt(0)).as("float32").isEqualTo(float32);
        assertThat(labels.to(DType.FLOAT64).doubleAt(0)).as("float64").isEqualTo((double) value);
    }

    @ParameterizedTest
    @CsvSource({"1e300, Infinity", "-1e300, -Infinity", "1e-300, 0", "16777217, 16777216", "NaN, NaN"})
    void fromFloat64ToFloat32(double value, Double expected) {
        assertThat(single(DType.FLOAT64, value).to(DType.FLOAT32).doubleAt(0)).isEqualTo(expected);
    }

    @Test
    void aLabelOfAFloatingTypeIsNoWholeNumberUntilItIsCast() {
        assertThat(single(DType.FLOAT32, 1.5).at(0)).isEqualTo(new Scalar.Real(1.5));
        assertThat(single(DType.UINT8, 1.5).at(0)).isEqualTo(new Scalar.Whole(1));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void aCastToTheSameTypeIsNoWork(DType dtype) {
        LabelArray labels = single(dtype, 1);
        assertThat(labels.to(dtype)).isSameAs(labels);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void zeroAndOneSurviveEveryCast(DType dtype) {
        LabelArray bits = LabelArray.ofLongs(DType.INT64, Shape.of(2), 0, 1);
        assertThat(bits.to(dtype).to(DType.INT64)).isEqualTo(bits);
        assertThat(DType.named(dtype.torchName())).hasValue(dtype);
    }
}
