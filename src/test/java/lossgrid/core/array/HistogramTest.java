package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lossgrid.fixtures.Draw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistogramTest {
    @ParameterizedTest
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void countsEveryValueOfEveryType(long seed) {
        Draw draw = new Draw(seed);
        DType dtype = draw.oneOf(DType.values());
        int spread = draw.oneOf(2, 300, 3000);
        LabelArray labels = LabelArray.ofLongs(
                dtype,
                Shape.of(draw.between(1, 3), draw.between(1, 40), draw.between(1, 40)),
                _ -> draw.between(-spread, spread));
        Map<Double, Long> wanted = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            wanted.merge(labels.doubleAt(i), 1L, Long::sum);
        }
        Histogram histogram = Histogram.of(labels);
        Map<Double, Long> found = new TreeMap<>();
        for (int i = 0; i < histogram.size(); i++) {
            found.put(histogram.value(i), histogram.count(i));
        }
        assertThat(found).isEqualTo(wanted);
        assertThat(histogram.total()).isEqualTo(labels.size());
        assertThat(histogram.isComplete()).isTrue();
        assertThat(histogram.least()).isEqualTo(histogram.value(0));
        assertThat(histogram.greatest()).isEqualTo(histogram.value(histogram.size() - 1));
        assertThat(histogram.countOf(spread + 1.5)).isZero();
    }

    @Test
    void countsNanApartAndZerosAsOne() {
        Histogram histogram = Histogram.of(LabelArray.ofDoubles(
                DType.FLOAT64, Shape.of(6), Double.NaN, -0.0, 0.0, Double.NaN, Double.POSITIVE_INFINITY, 1.5));
        assertThat(histogram.nans()).isEqualTo(2);
        assertThat(histogram.countOf(0)).isEqualTo(2);
        assertThat(histogram.countOf(-0.0)).isEqualTo(2);
        assertThat(histogram.greatest()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(histogram.total()).isEqualTo(6);
    }

    @Test
    void tellsNoMoreThanSoManyValuesApart() {
        int many = Histogram.MOST_VALUES + 10;
        Histogram histogram = Histogram.of(LabelArray.ofLongs(DType.INT64, Shape.of(many), i -> i));
        assertThat(histogram.isComplete()).isFalse();
        assertThat(histogram.size()).isEqualTo(Histogram.MOST_VALUES);
        assertThat(histogram.greatest()).isEqualTo(many - 1);
        assertThat(histogram.total()).isEqualTo(many);
    }

    @Test
    void ofNothingHasNoRange() {
        Histogram histogram = Histogram.ofByteCounts(new long[256]);
        assertThat(histogram.size()).isZero();
        assertThat(histogram.least()).isNaN();
        assertThat(Histogram.of(LabelArray.ofLongs(DType.INT64, Shape.of(0), _ -> 0))
                        .greatest())
                .isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> Histogram.ofByteCounts(new long[3]));
    }

    /** Bytes are counted in runs, which begin and end anywhere. */
    @Test
    void runsOfBytesOfEveryLength() {
        Random random = new Random(3);
        for (int size = 0; size < 200; size++) {
            byte[] bytes = new byte[size];
            long[] expected = new long[256];
            for (int i = 0; i < size; ) {
                byte value = (byte) random.nextInt(3);
                for (int end = Math.min(size, i + 1 + random.nextInt(40)); i < end; i++) {
                    bytes[i] = value;
                    expected[value]++;
                }
            }
            Histogram histogram = Histogram.of(LabelArray.ofBytes(Shape.of(size), bytes));
            for (int value = 0; value < 3; value++) {
                assertThat(histogram.countOf(value)).as("%s of %s", value, size).isEqualTo(expected[value]);
            }
        }
    }
}
