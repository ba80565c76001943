package lossgrid.model.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingStepTest {
    private static LabelArray labels(Shape shape) {
        return LabelArray.ofLongs(DType.INT64, shape, i -> i);
    }

    private static Shape squeezed(@Nullable Integer dim, int... dims) {
        return new Squeeze(dim).apply(labels(Shape.of(dims))).shape();
    }

    private static Shape unsqueezed(int dim, int... dims) {
        return new Unsqueeze(dim).apply(labels(Shape.of(dims))).shape();
    }

    @Test
    void squeezeRemovesADimensionOfOne() {
        assertThat(squeezed(1, 2, 1, 3, 3)).isEqualTo(Shape.of(2, 3, 3));
        assertThat(squeezed(-3, 2, 1, 3, 3)).isEqualTo(Shape.of(2, 3, 3));
        assertThat(squeezed(0, 2, 1, 3, 3)).as("of two").isEqualTo(Shape.of(2, 1, 3, 3));
        assertThat(squeezed(null, 1, 1, 3, 1)).isEqualTo(Shape.of(3));
        assertThat(squeezed(null, 1, 1)).isEqualTo(Shape.SCALAR);
        assertThat(squeezed(0)).as("of a scalar").isEqualTo(Shape.SCALAR);
    }

    @Test
    void unsqueezeInsertsADimensionOfOne() {
        assertThat(unsqueezed(1, 2, 3, 3)).isEqualTo(Shape.of(2, 1, 3, 3));
        assertThat(unsqueezed(-1, 2, 3)).isEqualTo(Shape.of(2, 3, 1));
        assertThat(unsqueezed(0)).isEqualTo(Shape.of(1));
    }

    @ParameterizedTest
    @CsvSource({"3, -3, 2", "-4, -3, 2"})
    void squeezeRefusesADimensionOutOfRange(int dim, int least, int most) {
        assertThatThrownBy(() -> squeezed(dim, 2, 3, 3))
                .isInstanceOf(TorchException.class)
                .hasMessage("Dimension out of range (expected to be in range of [%d, %d], but got %d)"
                        .formatted(least, most, dim));
    }

    @ParameterizedTest
    @CsvSource({"4, -4, 3", "-5, -4, 3"})
    void unsqueezeRefusesADimensionOutOfRange(int dim, int least, int most) {
        assertThatThrownBy(() -> unsqueezed(dim, 2, 3, 3))
                .isInstanceOf(TorchException.class)
                .hasMessage("Dimension out of range (expected to be in range of [%d, %d], but got %d)"
                        .formatted(least, most, dim));
    }

    @Test
    void unsqueezeThenSqueezeIsNothing() {
        LabelArray labels = labels(Shape.of(2, 3, 3));
        for (int dim = -4; dim < 4; dim++) {
            LabelArray unsqueezed = new Unsqueeze(dim).apply(labels);
            assertThat(new Squeeze(dim).apply(unsqueezed).sameStorage(labels)).isTrue();
        }
    }

    @Test
    void castIsThatOfTheLabels() {
        LabelArray labels = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(3), 0, 254.9, -1);
        assertThat(new Cast(DType.UINT8).apply(labels))
                .isEqualTo(LabelArray.ofLongs(DType.UINT8, Shape.of(3), 0, 254, 255));
    }

    @Test
    void oneHotIsThatOfPyTorch() {
        LabelArray out = new OneHot(3).apply(labels(Shape.of(2)));
        assertThat(out).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(2, 3), 1, 0, 0, 0, 1, 0));
        assertThat(new OneHot(-1).apply(labels(Shape.of(5))).shape()).isEqualTo(Shape.of(5, 5));
        assertThatThrownBy(() -> new OneHot(2).apply(labels(Shape.of(3))))
                .hasMessage("Class values must be smaller than num_classes.");
    }

    @Test
    void eachPrintsItselfAsPyTorch() {
        assertThat(new Squeeze(1).torchCode("y")).isEqualTo("y.squeeze(1)");
        assertThat(new Squeeze(null).torchCode("y")).isEqualTo("y.squeeze()");
        assertThat(new Unsqueeze(-1).torchCode("y")).isEqualTo("y.unsqueeze(-1)");
        assertThat(new Cast(DType.INT64).torchCode("y")).isEqualTo("y.to(torch.int64)");
        assertThat(new OneHot(3).torchCode("y")).isEqualTo("F.one_hot(y, 3)");
        assertThat(new OneHot(-1).torchCode("y.squeeze(1)")).isEqualTo("F.one_hot(y.squeeze(1))");
    }

    private static LabelArray bytes(long... values) {
        return LabelArray.ofLongs(DType.UINT8, Shape.of(values.length), values);
    }

    private static void assertLongs(EncodingStep step, LabelArray labels, DType dtype, long... expected) {
        assertThat(step.apply(labels)).isEqualTo(LabelArray.ofLongs(dtype, Shape.of(expected.length), expected));
    }

    private static void assertDoubles(EncodingStep step, LabelArray labels, DType dtype, double... expected) {
        assertThat(step.apply(labels)).isEqualTo(LabelArray.ofDoubles(dtype, Shape.of(expected.length), expected));
    }

    private static void assertRaises(EncodingStep step, LabelArray labels, TorchException.Type type, String words) {
        assertThatThrownBy(() -> step.apply(labels)).isInstanceOfSatisfying(TorchException.class, exception -> {
            assertThat(exception.type()).isEqualTo(type);
            assertThat(exception.words()).isEqualTo(words);
        });
    }

    @Test
    void thresholdComparesInTheTypeOfTheLabels() {
        assertLongs(new Threshold(127), bytes(0, 127, 128, 255), DType.BOOL, 0, 0, 1, 1);
        assertLongs(new Threshold(-1), bytes(0, 255), DType.BOOL, 0, 0);
        assertLongs(new Threshold(300), bytes(43, 44, 45), DType.BOOL, 0, 0, 1);
        assertLongs(new Threshold(-0.5), bytes(0, 255), DType.BOOL, 1, 1);
    }

    @Test
    void divisionIsTrueOrFloored() {
        LabelArray shorts = LabelArray.ofLongs(DType.INT16, Shape.of(4), -7, -1, 7, 255);
        assertDoubles(new Divide(255, false), bytes(0, 255), DType.FLOAT32, 0, 1);
        assertLongs(new Divide(2, true), shorts, DType.INT16, -4, -1, 3, 127);
        assertDoubles(new Divide(2.5, true), shorts, DType.FLOAT32, -3, -1, 2, 102);
        assertDoubles(
                new Divide(0, false),
                shorts,
                DType.FLOAT32,
                Double.NEGATIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        assertLongs(new Divide(2, true), bools(), DType.INT64, 0, 0);
        assertRaises(new Divide(256, true), bytes(1), TorchException.Type.RUNTIME_ERROR, "ZeroDivisionError");
    }

    private static LabelArray bools() {
        return LabelArray.ofLongs(DType.BOOL, Shape.of(2), 0, 1);
    }

    @Test
    void shiftsWrapAround() {
        assertLongs(new Shift(-1), bytes(0, 1, 255), DType.UINT8, 255, 0, 254);
        assertLongs(new Shift(300), bytes(0, 255), DType.UINT8, 44, 43);
        assertLongs(new Shift(1), LabelArray.ofLongs(DType.INT16, Shape.of(1), 32767), DType.INT16, -32768);
        assertLongs(new Shift(1), bools(), DType.INT64, 1, 2);
        assertRaises(
                new Shift(-1),
                bools(),
                TorchException.Type.RUNTIME_ERROR,
                "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a"
                        + " mask, use the `~` or `logical_not()` operator instead.");
    }

    private static Remap remap(@Nullable Long others, long... pairs) {
        return new Remap(
                IntStream.range(0, pairs.length / 2)
                        .mapToObj(i -> new Remap.Entry(pairs[2 * i], pairs[2 * i + 1]))
                        .toList(),
                others);
    }

    @Test
    void remapSwapsWithoutMixingUp() {
        assertLongs(remap(null, 0, 1, 1, 0), bytes(0, 1, 7), DType.UINT8, 1, 0, 7);
        assertLongs(remap(255L, 0, 1, 1, 0), bytes(0, 1, 7), DType.UINT8, 1, 0, 255);
        assertLongs(remap(null, 0, -100), bytes(0, 1), DType.UINT8, 156, 1);
        assertRaises(
                remap(null, 0, 300),
                bytes(0),
                TorchException.Type.RUNTIME_ERROR,
                "value cannot be converted to type uint8_t without overflow");
        assertThatThrownBy(() -> remap(null, 0, 1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void colorsBecomeIndicesWhateverTheirAlpha() {
        Palette palette =
                new Palette("p", List.of(new Palette.Entry(0, 0, 0, "", 0), new Palette.Entry(255, 0, 0, "", 7)));
        EncodingStep step = new ColorsToIndices(palette, 255);
        LabelArray rgba = LabelArray.ofLongs(DType.UINT8, Shape.of(1, 3, 4), 255, 0, 0, 9, 0, 0, 0, 0, 254, 0, 0, 255);
        assertThat(step.apply(rgba)).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(1, 3), 7, 0, 255));
        assertRaises(
                step,
                labels(Shape.of(3, 4, 5)),
                TorchException.Type.VALUE_ERROR,
                "colours are expected in the last dimension, [..., H, W, 3] or [..., H, W, 4], but got [3, 4, 5]");
    }

    @Test
    void dimensionsAreTakenAndTurned() {
        LabelArray y = labels(Shape.of(2, 3));
        assertThat(new Select(1, -1).apply(y)).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(2), 2, 5));
        assertThat(new Permute(List.of(1, 0)).apply(y))
                .isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(3, 2), 0, 3, 1, 4, 2, 5));
        assertRaises(
                new Select(0, 2),
                y,
                TorchException.Type.INDEX_ERROR,
                "select(): index 2 out of range for tensor of size [2, 3] at dimension 0");
        assertRaises(
                new Permute(List.of(0, 0)),
                y,
                TorchException.Type.RUNTIME_ERROR,
                "permute(): duplicate dims are not allowed.");
    }

    @Test
    void argmaxTakesTheFirstLargestAndNaNAboveAll() {
        LabelArray y = LabelArray.ofDoubles(
                DType.FLOAT32, Shape.of(2, 4), 1, 3, 3, 2, 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN);
        assertThat(new ArgMax(-1).apply(y)).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(2), 1, 1));
        assertRaises(
                new ArgMax(0), bools(), TorchException.Type.RUNTIME_ERROR, "\"argmax_cpu\" not implemented for 'Bool'");
    }

    @Test
    void resizeTakesNearestNeighbours() {
        assertThat(new Resize(4, 4).apply(labels(Shape.of(2, 3))))
                .isEqualTo(LabelArray.ofLongs(
                        DType.INT64, Shape.of(4, 4), 0, 0, 1, 2, 0, 0, 1, 2, 3, 3, 4, 5, 3, 3, 4, 5));
    }

    @Test
    void aStepThatIsOffChangesNothing() {
        LabelArray y = labels(Shape.of(2, 3));
        assertThat(new Skipped(new Squeeze(9)).apply(y)).isSameAs(y);
        assertThatThrownBy(() -> new Skipped(new Skipped(new Shift(1)))).isInstanceOf(IllegalArgumentException.class);
    }
}
