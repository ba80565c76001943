package lossgrid.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it has limits of time")
class PastedArrayTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Arguments values(String text, List<Integer> shape, double... values) {
        return Arguments.of(text, shape, values);
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                values("0.5", List.of(1, 1), 0.5),
                values("1\t2\r\n3\t4\r\n", List.of(2, 2), 1, 2, 3, 4),
                values("1\t2\r3\t4\r", List.of(2, 2), 1, 2, 3, 4),
                values("0,5\t-1,25\n2\t0,125\n", List.of(2, 2), 0.5, -1.25, 2, 0.125),
                values("0,5;1,234\n", List.of(1, 2), 0.5, 1.234),
                values("1,5 2,5\n3,5 4,5", List.of(2, 2), 1.5, 2.5, 3.5, 4.5),
                values("1,2\n3,4", List.of(2, 2), 1, 2, 3, 4),
                values("1, 2, 3,\n4, 5, 6,\n", List.of(2, 3), 1, 2, 3, 4, 5, 6),
                values("\"0.5\",\"1\"", List.of(1, 2), 0.5, 1),
                values("  1   2 \n  3  4  ", List.of(2, 2), 1, 2, 3, 4),
                values("1\t2\n\n3\t4\n", List.of(2, 1, 2), 1, 2, 3, 4),
                values("1\t2\n\t\n3\t4\n", List.of(2, 1, 2), 1, 2, 3, 4),
                values("TRUE\tFALSE", List.of(1, 2), 1, 0),
                values("−1\u00a02", List.of(1, 2), -1, 2),
                values("1，2", List.of(1, 2), 1, 2),
                values("1e-3\t1.\t.5\t1E5", List.of(1, 4), 1e-3, 1, 0.5, 1e5),
                values("nan\tinf\t-inf\tNaN", List.of(1, 4), NAN, INF, -INF, NAN),
                values("[1, 2, 3]", List.of(3), 1, 2, 3),
                values("[[0.1, 0.2], [0.3, 0.4],]", List.of(2, 2), 0.1, 0.2, 0.3, 0.4),
                values("((1, 2), (3, 4))", List.of(2, 2), 1, 2, 3, 4),
                values("[[0.1 0.2]\n [0.3 0.4]]", List.of(2, 2), 0.1, 0.2, 0.3, 0.4),
                values("[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]", List.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8),
                values("[[1. 2.\n  3.]]", List.of(1, 3), 1, 2, 3),
                values("tensor([[1, 2], [3, 4]])", List.of(2, 2), 1, 2, 3, 4),
                values(
                        "tensor([[ 1.0000e+00, -2.5000],\n        [    nan,     inf]], dtype=torch.float64)",
                        List.of(2, 2),
                        1,
                        -2.5,
                        NAN,
                        INF),
                values("tensor([0.25], device='cuda:0', grad_fn=<SoftmaxBackward0>)", List.of(1), 0.25),
                values("Parameter containing:\ntensor([[3.]], requires_grad=True)", List.of(1, 1), 3),
                values("x = torch.tensor([[[[1.5]]]], dtype=torch.float32);", List.of(1, 1, 1, 1), 1.5),
                values("np.array([[1, 2]], dtype=np.int64)", List.of(1, 2), 1, 2),
                values("array([[ True, False]])", List.of(1, 2), 1, 0),
                values("torch.FloatTensor([1])", List.of(1), 1),
                values("tensor(2.5)", List.of(1), 2.5));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readsWhatPeopleCopy(String text, List<Integer> shape, double[] expected) {
        assertThat(PastedArray.parse(text)).isInstanceOf(PastedArray.Values.class);
        LabelArray array = ((PastedArray.Values) PastedArray.parse(text)).array();
        assertThat(array.shape().toArray())
                .containsExactly(shape.stream().mapToInt(i -> i).toArray());
        for (int i = 0; i < expected.length; i++) {
            assertThat(Double.valueOf(array.doubleAt(i))).isEqualTo(Double.valueOf(expected[i]));
        }
    }

    @Test
    void wholeNumbersStayExact() {
        String text = "[9007199254740993, -5]";
        assertThat(PastedArray.parse(text))
                .isEqualTo(new PastedArray.Values(LabelArray.ofLongs(DType.INT64, Shape.of(2), 9007199254740993L, -5)));
    }

    @Test
    void aNegativeZeroStaysOne() {
        LabelArray array = ((PastedArray.Values) PastedArray.parse("-0\t1")).array();
        assertThat(1 / array.doubleAt(0)).isEqualTo(-INF);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("", PastedArray.Reason.EMPTY, 1, 1, ""),
                Arguments.of(" \n ", PastedArray.Reason.EMPTY, 1, 1, ""),
                Arguments.of("[[]]", PastedArray.Reason.EMPTY, 1, 2, ""),
                Arguments.of("1\t2\r\n3\tfoo", PastedArray.Reason.NOT_A_NUMBER, 2, 3, "foo"),
                Arguments.of("hello world", PastedArray.Reason.NOT_A_NUMBER, 1, 1, "hello"),
                Arguments.of("1\t\t3", PastedArray.Reason.EMPTY_CELL, 1, 3, ""),
                Arguments.of("1,234\t5", PastedArray.Reason.AMBIGUOUS_COMMA, 1, 1, "1,234"),
                Arguments.of("1,234.5\t5", PastedArray.Reason.NOT_A_NUMBER, 1, 1, "1,234.5"),
                Arguments.of("1\t2\n3", PastedArray.Reason.RAGGED, 2, 1, "3"),
                Arguments.of("1\t2\n\n3\t4\n5\t6", PastedArray.Reason.RAGGED, 4, 1, "5"),
                Arguments.of("[[1, 2], [3]]", PastedArray.Reason.RAGGED, 1, 12, "]"),
                Arguments.of("[[1, 2],\n 3]", PastedArray.Reason.RAGGED, 2, 2, "3"),
                Arguments.of("[1, [2]]", PastedArray.Reason.RAGGED, 1, 5, "["),
                Arguments.of("tensor([[1, ..., 2]])", PastedArray.Reason.TRUNCATED, 1, 13, "..."),
                Arguments.of("[[1 2]\n ...\n [3 4]]", PastedArray.Reason.TRUNCATED, 2, 2, "..."),
                Arguments.of("1\t2\n...\n", PastedArray.Reason.TRUNCATED, 2, 1, "..."),
                Arguments.of("[[1, 2]", PastedArray.Reason.UNBALANCED, 1, 1, "["),
                Arguments.of("[[1, 2)]", PastedArray.Reason.UNBALANCED, 1, 7, ")"),
                Arguments.of("tensor([1]", PastedArray.Reason.UNBALANCED, 1, 11, ""),
                Arguments.of("[[[[[1]]]]]", PastedArray.Reason.TOO_DEEP, 1, 5, "["),
                Arguments.of("[1, 2] 3", PastedArray.Reason.UNEXPECTED, 1, 8, "3"),
                Arguments.of("[1,, 2]", PastedArray.Reason.UNEXPECTED, 1, 4, ","),
                Arguments.of("sin([1])", PastedArray.Reason.UNEXPECTED, 1, 1, "sin"),
                Arguments.of("[1, two]", PastedArray.Reason.NOT_A_NUMBER, 1, 5, "two"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysWhereItStopped(String text, PastedArray.Reason reason, int line, int column, String found) {
        assertThat(PastedArray.parse(text)).isEqualTo(new PastedArray.Unreadable(reason, line, column, found));
    }

    @Test
    void aTextThatIsTooLargeIsRefusedUnread() {
        PastedArray result = PastedArray.parse("1 ".repeat(PastedArray.MAX_CHARACTERS));
        assertThat(result).isEqualTo(new PastedArray.Unreadable(PastedArray.Reason.TOO_LARGE, 1, 1, ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyTextIsReadOrRefusedInTime(long seed) {
        String[] pieces = {
            "[",
            "]",
            "(",
            ")",
            ",",
            ";",
            "\t",
            " ",
            "\n",
            "\r\n",
            "1",
            "-2.5",
            "1e9",
            "1e999999999",
            "nan",
            "...",
            "tensor(",
            "x = ",
            "dtype=int64",
            "'",
            "\"",
            "True",
            "é",
            "—",
            "0,5",
            "1,234",
            "\u0000",
            "99999999999999999999"
        };
        Random random = new Random(seed);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int round = 0; round < 3_000; round++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(24); i >= 0; i--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                check(text.toString());
            }
        });
    }

    private static void check(String text) {
        switch (PastedArray.parse(text)) {
            case PastedArray.Values(LabelArray array) ->
                assertThat(array.shape().rank()).as(text).isBetween(1, 4);
            case PastedArray.Unreadable problem -> {
                assertThat(problem.line()).as(text).isPositive();
                assertThat(problem.column()).as(text).isBetween(1, text.length() + 1);
            }
        }
    }

    @Test
    void largeTextsAreReadInTime() {
        String tabs = ("0.5\t".repeat(999) + "1\n").repeat(1000);
        String commas = ("1,5 ".repeat(999) + "2\n").repeat(1000);
        String open = "[".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(((PastedArray.Values) PastedArray.parse(tabs)).array().shape())
                    .isEqualTo(Shape.of(1000, 1000));
            assertThat(((PastedArray.Values) PastedArray.parse(commas)).array().doubleAt(0))
                    .isEqualTo(1.5);
            assertThat(PastedArray.parse(open)).isInstanceOf(PastedArray.Unreadable.class);
        });
    }
}
