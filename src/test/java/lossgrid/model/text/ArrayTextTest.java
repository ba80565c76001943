package lossgrid.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayTextTest {
    private static Tensor array(String text) {
        assertThat(ArrayText.parse(text)).isInstanceOf(Parsed.Value.class);
        return ((Parsed.Value<Optional<Tensor>>) ArrayText.parse(text)).value().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2.5]",
                "1, 2.5",
                " [1. 2.5] ",
                "(1,2.5,)",
                "[1，2.5]",
                "tensor([1., 2.5])",
                "torch.tensor([1, 2.5])",
                "array([+1e0 25e-1])"
            })
    void readsAListInEverySpelling(String text) {
        assertThat(array(text)).isEqualTo(Tensor.vector(1, 2.5f));
    }

    @Test
    void readsNestedListsScalarsAndNumbersThatAreNone() {
        assertThat(array("[[[1]], [[−2]]]")).isEqualTo(Tensor.of(Shape.of(2, 1, 1), 1, -2));
        assertThat(array("3")).isEqualTo(Tensor.scalar(3));
        assertThat(array("[nan, inf, -inf]"))
                .isEqualTo(Tensor.vector(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY));
        assertThat(ArrayText.parse("  ")).isEqualTo(new Parsed.Value<>(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, two]        | NOT_A_NUMBER   | 4",
                "[1, 1e60]       | OUT_OF_RANGE   | 4",
                "[[1, 2], [3]]   | RAGGED         | 9",
                "[[1], 2]        | RAGGED         | 6",
                "[1, [2]]        | RAGGED         | 4",
                "[1, []]         | EMPTY_LIST     | 4",
                "[1, 2           | NOT_CLOSED     | 5",
                "1, 2]           | NOT_OPENED     | 4",
                "[1, 2)          | NOT_OPENED     | 5",
                "[1] [2]         | TEXT_AFTER_END | 4",
                "[[[[[[[[[1]]]]]]]]] | TOO_DEEP   | 8",
                "','             | NOT_A_NUMBER   | 1"
            })
    void saysWhatIsWrongAndWhere(String text, Parsed.Problem problem, int position) {
        assertThat(ArrayText.parse(text)).isInstanceOfSatisfying(Parsed.Rejected.class, rejected -> {
            assertThat(rejected.problem()).isEqualTo(problem);
            assertThat(rejected.position()).hasValue(position);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenReadsBack(long seed) {
        Random random = new Random(seed);
        int[] sizes = new int[random.nextInt(4)];
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = 1 + random.nextInt(3);
        }
        Tensor tensor = Tensor.generate(
                Shape.of(sizes), i -> (float) (random.nextGaussian() * Math.exp(10 * random.nextGaussian())));
        assertThat(array(ArrayText.format(tensor))).isEqualTo(tensor);
    }

    @Test
    void writesWholeNumbersWithoutAPoint() {
        assertThat(ArrayText.format(Tensor.vector(1, 2.5f))).isEqualTo("[1, 2.5]");
        assertThat(ArrayText.format(null)).isEmpty();
    }
}
