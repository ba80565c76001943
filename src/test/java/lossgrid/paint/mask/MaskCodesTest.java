package lossgrid.paint.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.paint.geometry.GridShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskCodesTest {
    private static void assertCountsAreThoseOfTheCodes(MaskCodes mask) {
        long[] counts = new long[mask.groups().size()];
        for (int i = 0; i < mask.size(); i++) {
            counts[mask.code(i)]++;
        }
        assertThat(mask.groups()).extracting(MaskGroup::count).containsExactly(box(counts));
    }

    private static Long[] box(long[] values) {
        Long[] out = new Long[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i];
        }
        return out;
    }

    @Test
    void everyPixelHasTheRankOfItsValue() {
        MaskCodes mask = MaskCodes.ofNumbers(LabelArray.ofLongs(DType.INT32, Shape.of(2, 3), 7, -1, 7, 255, 0, -1));
        assertThat(mask.groups()).extracting(MaskGroup::text).containsExactly("-1", "0", "7", "255");
        assertThat(List.of(mask.code(0), mask.code(1), mask.code(2), mask.code(3), mask.code(4), mask.code(5)))
                .containsExactly(2, 0, 2, 3, 1, 0);
        assertThat(mask.text(3)).isEqualTo("255");
        assertCountsAreThoseOfTheCodes(mask);
    }

    @Test
    void infinitiesAreValuesAndNaNComesLast() {
        MaskCodes mask = MaskCodes.ofNumbers(LabelArray.ofDoubles(
                DType.FLOAT32,
                Shape.of(1, 6),
                Double.NaN,
                0.5,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                0));
        assertThat(mask.groups()).extracting(MaskGroup::text).containsExactly("−∞", "0", "0.5", "∞", "NaN");
        assertThat(mask.code(0)).isEqualTo(4);
        assertThat(mask.code(4)).isEqualTo(mask.code(5));
        assertCountsAreThoseOfTheCodes(mask);
    }

    @Test
    void tooManyDifferentValuesFallIntoRanges() {
        Random random = new Random(7);
        LabelArray labels = LabelArray.ofDoubles(
                DType.FLOAT64,
                Shape.of(100, 100),
                i -> i == 0 ? Double.NaN : i == 1 ? Double.POSITIVE_INFINITY : random.nextDouble() * 8 - 2);
        MaskCodes mask = MaskCodes.ofNumbers(labels);
        assertCountsAreThoseOfTheCodes(mask);
        assertThat(mask.groups().get(mask.code(0)).kind()).isEqualTo(MaskGroup.Kind.NAN);
        assertThat(mask.groups().get(mask.code(1)).low()).isEqualTo(Double.POSITIVE_INFINITY);
        for (int i = 2; i < mask.size(); i++) {
            MaskGroup group = mask.groups().get(mask.code(i));
            assertThat(labels.doubleAt(i)).as("seed 7, pixel " + i).isBetween(group.low() - 1e-9, group.high() + 1e-9);
        }
    }

    @Test
    void coloursAreReadFromTheLastDimension() {
        LabelArray labels =
                LabelArray.ofLongs(DType.UINT8, Shape.of(1, 3, 4), 1, 2, 3, 255, 250, 0, 0, 128, 1, 2, 3, 255);
        assertThat(MaskCodes.canBeColors(labels)).isTrue();
        MaskCodes mask = MaskCodes.ofColors(labels);
        assertThat(mask.shape()).isEqualTo(new GridShape(1, 1, 1, 3, false));
        assertThat(mask.groups()).extracting(MaskGroup::text).containsExactly("(250, 0, 0, 128)", "(1, 2, 3)");
        assertThat(mask.groups()).extracting(MaskGroup::argb).containsExactly(0x80fa0000, 0xff010203);
        assertThat(mask.code(0)).isEqualTo(mask.code(2)).isNotEqualTo(mask.code(1));
        assertThat(mask.text(1)).isEqualTo("(250, 0, 0, 128)");
    }

    @Test
    void aPhotographHasItsColoursNearly() {
        Random random = new Random(3);
        LabelArray labels = LabelArray.ofLongs(DType.UINT8, Shape.of(120, 120, 3), i -> random.nextInt(256));
        MaskCodes mask = MaskCodes.ofColors(labels);
        assertThat(mask.groups()).hasSizeLessThanOrEqualTo(4096);
        assertCountsAreThoseOfTheCodes(mask);
        int argb = mask.groups().get(mask.code(17)).argb();
        assertThat(Math.abs(((argb >> 16) & 255) - labels.longAt(51))).isLessThanOrEqualTo(8);
        assertThat(mask.groups().get(mask.code(17)).text()).startsWith("≈ (");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.34162638, -0.2983164, -0.342…-0.298",
        "-5.408895, -0.34162638, -5.4…-0.3",
        "0.25, 0.5, 0.25…0.50",
        "-1234.25, 4321.25, -1234…4321",
        "1, 254, 1…254"
    })
    void aRangeIsWrittenWithTheDigitsThatTellItsEndsApart(double low, double high, String text) {
        assertThat(new MaskGroup(MaskGroup.Kind.RANGE, low, high, 1).text()).isEqualTo(text);
    }
}
