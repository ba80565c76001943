package lossgrid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.fixtures.LogSigmoid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected numbers are PyTorch's. */
class ActivationMathTest {
    private static final float INF = Float.POSITIVE_INFINITY;

    private static float number(int i) {
        return (i * 7919 % 1009 - 500) / 7f;
    }

    private static Tensor row(float... x) {
        return Tensor.of(Shape.of(1, x.length, 1, 1), x);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "-0.0, 0.5",
        "16.63, 0.9999999",
        "16.64, 1",
        "17, 1",
        "88, 1",
        "-88, 6.054601e-39",
        "-88.7, 3.006636e-39",
        "-88.8, 0",
        "-104, 0",
        "Infinity, 1",
        "-Infinity, 0",
        "NaN, NaN"
    })
    void sigmoidSaturates(float x, Float expected) {
        assertThat(ActivationMath.sigmoid(x)).isEqualTo(expected);
        assertThat(ActivationMath.sigmoid(Tensor.full(Shape.of(17), x)).toArray())
                .containsOnly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "17, -4.1399375e-8",
        "-17, -17",
        "-88, -88",
        "-1e4, -1e4",
        "1e4, 0",
        "Infinity, 0",
        "-Infinity, -Infinity",
        "NaN, NaN"
    })
    void logSigmoidDoesNotSaturate(float x, Float expected) {
        assertThat(LogSigmoid.of(x)).isEqualTo(expected);
    }

    /** PyTorch computes sixteen of these twenty elements together and four one by one, with different exponentials. */
    @Test
    void sigmoidRoundsAsTheLoopThatVisitsTheElement() {
        Tensor x = Tensor.generate(Shape.of(20), i -> number(i) / 10);
        assertThat(ActivationMath.sigmoid(x)).isEqualTo(vector("""
            0.0007898657 0.99385357 0.9478465 0.67134744 0.18672557 0.025156928 0.0028921554 0.99831736
            0.985226 0.8822888 0.45724753 0.08649968 0.010530874 0.0011948114 0.9959299 0.96491563
            0.7555752 0.25785583 0.037584413 0.0043701804
            """));
    }

    /** The nineteen exponentials are added in eight lanes, which are then folded. */
    @Test
    void alongTheLastDimensionSumsAreAddedInLanes() {
        Tensor x = Tensor.generate(Shape.of(19), i -> number(i) / 20);
        assertThat(ActivationMath.logSoftmax(x, 0)).isEqualTo(vector("""
            -7.943247 -1.8289609 -2.921818 -4.014675 -5.1075325 -6.20039 -7.2932463 -1.1789608 -2.2718182
            -3.3646753 -4.4575324 -5.5503893 -6.6432467 -7.736104 -1.6218181 -2.7146752 -3.8075323
            -4.9003897 -5.9932466
            """));
        assertThat(ActivationMath.softmax(x, -1)).isEqualTo(vector("""
            0.0003550518 0.16058035 0.053835727 0.018048817 0.0060509956 0.0020286397 0.00068011665
            0.30759823 0.103124514 0.034573242 0.01159093 0.0038859441 0.0013027906 0.0004367699
            0.19753924 0.06622646 0.022202902 0.0074436837 0.002495549
            """));
    }

    private static Tensor vector(String numbers) {
        String[] words = numbers.strip().split("\\s+", -1);
        return Tensor.generate(Shape.of(words.length), i -> Float.parseFloat(words[i]));
    }

    /**
     * Eight of the eleven lines are computed side by side, three one by one: equal logits then give different last
     * digits.
     */
    @Test
    void alongAnotherDimensionLinesLieSideBySide() {
        Tensor x = Tensor.generate(Shape.of(1, 3, 11), i -> number(i) / 20);
        assertThat(ActivationMath.softmax(x, 1).toArray())
                .startsWith(0.0075911894f, 0.9116537f, 0.9116537f, 0.08310124f, 0.08310124f, 0.007591193f)
                .endsWith(0.9093253f, 0.9093253f, 0.080949984f, 0.08095001f, 0.007378948f, 0.0073789502f);
        assertThat(ActivationMath.logSoftmax(x, 1).toArray())
                .startsWith(-4.880767f, -0.09249507f, -0.09249507f, -2.4876957f, -2.4876957f, -4.8807664f)
                .endsWith(-0.095052354f, -0.095052354f, -2.5139236f, -2.5139234f, -4.9091244f, -4.909124f);
    }

    @Test
    void notANumberAndPositiveInfinitySpoilTheirPixelAlone() {
        for (float x : new float[] {Float.NaN, INF}) {
            Tensor input = Tensor.of(Shape.of(1, 2, 1, 2), x, 0, 1, 0);
            assertThat(ActivationMath.softmax(input, 1).toArray()).containsExactly(Float.NaN, 0.5f, Float.NaN, 0.5f);
            assertThat(ActivationMath.logSoftmax(input, 1).at(2)).isNaN();
        }
        assertThat(ActivationMath.softmax(row(-INF, -INF), 1).toArray()).containsOnly(Float.NaN);
    }

    @Test
    void negativeInfinityIsAProbabilityOfZero() {
        Tensor input = row(-INF, 0, 1);
        assertThat(ActivationMath.softmax(input, 1).toArray()).containsExactly(0, 0.26894143f, 0.7310586f);
        assertThat(ActivationMath.logSoftmax(input, 1).toArray()).containsExactly(-INF, -1.3132616f, -0.31326166f);
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertThat(ActivationMath.softmax(row(1e4f, -1e4f, 0), 1).toArray()).containsExactly(1, 0, 0);
        assertThat(ActivationMath.logSoftmax(row(1e4f, -1e4f, 0), 1).toArray()).containsExactly(0, -20000, -10000);
        assertThat(ActivationMath.logSoftmax(row(3e38f, -3e38f, 0), 1).toArray())
                .containsExactly(0, -INF, -3e38f);
        assertThat(ActivationMath.softmax(row(88, -104, 0), 1).toArray()).containsExactly(1, 0, 6.054601e-39f);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, -5, 7})
    void refusesADimensionOutOfRange(int dim) {
        Tensor input = row(1, 2);
        String words = "Dimension out of range (expected to be in range of [-4, 3], but got " + dim + ")";
        assertThatThrownBy(() -> ActivationMath.softmax(input, dim)).hasMessage(words);
        assertThatThrownBy(() -> ActivationMath.logSoftmax(input, dim))
                .isInstanceOfSatisfying(
                        TorchException.class, e -> assertThat(e.type()).isEqualTo(TorchException.Type.INDEX_ERROR))
                .hasMessage(words);
    }

    @Test
    void aScalarHasOneDimension() {
        assertThat(ActivationMath.softmax(Tensor.scalar(3), -1)).isEqualTo(Tensor.scalar(1));
        assertThat(ActivationMath.logSoftmax(Tensor.scalar(3), 0)).isEqualTo(Tensor.scalar(0));
        assertThatThrownBy(() -> ActivationMath.softmax(Tensor.scalar(3), 1))
                .hasMessage("Dimension out of range (expected to be in range of [-1, 0], but got 1)");
    }

    @Test
    void anEmptyTensorStaysEmpty() {
        Tensor empty = Tensor.zeros(Shape.of(2, 0, 3, 3));
        assertThat(ActivationMath.softmax(empty, 1)).isEqualTo(empty);
        assertThat(ActivationMath.logSoftmax(empty, 3)).isEqualTo(empty);
        assertThat(ActivationMath.sigmoid(empty)).isEqualTo(empty);
    }

    @Test
    void oneAgainstTheRestOfTwoIsTheirDifference() {
        assertThat(ActivationMath.oneAgainstRest(row(0.25f, 1.5f), 1).toArray()).containsExactly(1.25f);
        assertThat(ActivationMath.oneAgainstRest(row(0.25f, 1.5f), 0).toArray()).containsExactly(-1.25f);
    }
}
