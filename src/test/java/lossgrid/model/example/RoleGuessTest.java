package lossgrid.model.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.fixtures.Draw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays that could be logits or labels, and the guess for each. */
class RoleGuessTest {
    private static final Shape IMAGE = Shape.of(1, 3, 4, 5);

    private static LabelArray cycle(DType dtype, Shape shape, double... values) {
        return LabelArray.ofDoubles(dtype, shape, i -> values[i % values.length]);
    }

    private static LabelArray floats(double... values) {
        return cycle(DType.FLOAT32, IMAGE, values);
    }

    static Stream<Arguments> arrays() {
        LabelArray real = new Draw(1).normal(IMAGE, 3).toLabels();
        return Stream.of(
                Arguments.of("a network's output", real, RoleGuess.REAL),
                Arguments.of("in double", real.to(DType.FLOAT64), RoleGuess.REAL),
                Arguments.of("without a batch", real.reshape(Shape.of(3, 4, 5)), RoleGuess.REAL),
                Arguments.of("all positive", floats(0.25, 1.5, 2.25), RoleGuess.REAL),
                Arguments.of("of a network that has diverged", floats(Double.NaN), RoleGuess.REAL),
                Arguments.of("whole logits", floats(2, -3, 1, 0), RoleGuess.NEGATIVE),
                Arguments.of("no channels", real.reshape(Shape.of(12, 5)), RoleGuess.NO_LOGITS),
                Arguments.of("whole by type", cycle(DType.INT16, IMAGE, -7, 3), RoleGuess.NO_LOGITS),
                Arguments.of("bytes", cycle(DType.UINT8, IMAGE, 0, 255), RoleGuess.NO_LOGITS),
                Arguments.of("empty", LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1, 0, 4)), RoleGuess.NO_LOGITS),
                Arguments.of("classes in floats", floats(0, 1, 2, 18), RoleGuess.WHOLE),
                Arguments.of("with void", floats(0, 1, -1, -100), RoleGuess.WHOLE),
                Arguments.of("0 and 1", floats(0, 1), RoleGuess.WHOLE),
                Arguments.of("0 and 255", floats(0, 255), RoleGuess.WHOLE),
                Arguments.of("a soft mask", floats(0, 0.25, 0.75, 1), RoleGuess.UNIT),
                Arguments.of("0 and 255 divided", floats(0, 1 / 255.0, 18 / 255.0), RoleGuess.UNIT),
                Arguments.of("resized classes", floats(0, 3, 3, 1.5), RoleGuess.MOSTLY_WHOLE),
                Arguments.of("a soft mask up to 255", floats(0, 0, 255, 63.75), RoleGuess.MOSTLY_WHOLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrays")
    void tellsByTypeShapeAndValues(String name, LabelArray array, RoleGuess guess) {
        assertThat(RoleGuess.of(array)).isEqualTo(guess);
        assertThat(RoleGuess.canBeLogits(array)).isEqualTo(guess != RoleGuess.NO_LOGITS);
    }

    static LongStream seeds() {
        return Draw.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsLogitsFromTheProbabilitiesMadeOfThem(long seed) {
        Draw draw = new Draw(seed);
        Tensor logits = draw.normal(Shape.of(1, draw.between(2, 9), 8, 9), draw.between(0.5f, 20));
        assertThat(RoleGuess.of(logits.toLabels()).isLogits()).isTrue();
        assertThat(RoleGuess.of(ActivationMath.logSoftmax(logits, 1).toLabels()).isLogits())
                .isTrue();
        assertThat(RoleGuess.of(ActivationMath.softmax(logits, 1).toLabels())).isEqualTo(RoleGuess.UNIT);
        assertThat(RoleGuess.of(draw.distributions(logits.shape())).isLogits()).isFalse();
        assertThat(RoleGuess.of(draw.classes(logits.shape()).to(DType.FLOAT32)).isLogits())
                .isFalse();
    }

    /** Half of a large array is sampled, whichever half differs: rows, columns or channels. */
    @Test
    void seesAllPartsOfALargeArray() {
        Shape shape = Shape.of(1, 4, 512, 512);
        Tensor noise = new Draw(3).normal(shape, 2);
        for (int length : new int[] {1 << 8, 1 << 17, 1 << 18, 1 << 19}) {
            LabelArray half = LabelArray.ofDoubles(
                    DType.FLOAT32, shape, i -> i / length % 2 == 0 ? 0 : Math.rint(noise.at(i)) * 4 - 1);
            assertThat(RoleGuess.of(half)).as("runs of %s", length).isEqualTo(RoleGuess.NEGATIVE);
        }
    }
}
