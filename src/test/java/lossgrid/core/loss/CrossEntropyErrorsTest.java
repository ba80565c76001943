package lossgrid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of {@code cross_entropy} and {@code nll_loss}: PyTorch's messages, and the mistake that is named first. */
class CrossEntropyErrorsTest {
    private static final Shape LOGITS = Shape.of(2, 3, 2, 2);
    private static final Shape PIXELS = Shape.of(2, 2, 2);
    private static final Tensor X = Tensor.zeros(LOGITS);

    private static LabelArray labels(DType dtype, Shape shape, long label) {
        return LabelArray.ofLongs(dtype, shape, i -> i == 0 ? label : 0);
    }

    private static LabelArray labels(Shape shape) {
        return labels(DType.INT64, shape, 0);
    }

    private static ThrowingCallable loss(LabelArray target) {
        return loss(target, null, -100, 0, Reduction.MEAN);
    }

    private static ThrowingCallable loss(
            LabelArray target, @Nullable Tensor weight, long ignoreIndex, double smoothing, Reduction reduction) {
        return () -> Losses.crossEntropy(X, target, weight, ignoreIndex, smoothing, reduction);
    }

    private static void refuses(ThrowingCallable call, TorchException.Type type, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TorchException.class, e -> {
            assertThat(e.type()).isEqualTo(type);
            assertThat(e.words()).isEqualTo(words);
        });
    }

    private static void runtimeError(ThrowingCallable call, String words) {
        refuses(call, TorchException.Type.RUNTIME_ERROR, words);
    }

    @ParameterizedTest
    @CsvSource({"3", "255", "-1", "1099511627776"})
    void aLabelThatIsNoClass(long label) {
        String words = "Target " + label + " is out of bounds.";
        LabelArray target = labels(DType.INT64, PIXELS, label);
        refuses(loss(target), TorchException.Type.INDEX_ERROR, words);
        refuses(() -> Losses.nllLoss(X, target, null, -100, Reduction.NONE), TorchException.Type.INDEX_ERROR, words);
        assertThat(Losses.crossEntropy(X, target, null, label, 0, Reduction.MEAN)
                        .counted())
                .as("unless it is ignored")
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"BOOL, Bool", "UINT8, Byte", "INT16, Short", "INT32, Int", "FLOAT32, Float", "FLOAT64, Double"})
    void indicesOfAnotherType(DType dtype, String name) {
        runtimeError(loss(labels(dtype, PIXELS, 0)), "expected scalar type Long but found " + name);
    }

    @ParameterizedTest
    @CsvSource({"BOOL, Bool", "UINT8, Byte", "INT16, Short", "INT32, Int", "INT64, Long"})
    void probabilitiesOfAnotherType(DType dtype, String name) {
        runtimeError(
                loss(labels(dtype, LOGITS, 0)),
                "Expected floating point type for target with class probabilities, got " + name);
    }

    @Test
    void anotherRank() {
        String words = "only batches of spatial targets supported (3D tensors) but got targets of dimension: ";
        runtimeError(loss(labels(Shape.of(2, 1, 2, 2))), words + 4);
        runtimeError(loss(labels(Shape.of(2, 2))), words + 2);
        runtimeError(loss(labels(Shape.of(2))), words + 1);
    }

    @Test
    void anotherBatchSize() {
        String words = "Expected input batch_size (2) to match target batch_size (%d).";
        refuses(loss(labels(Shape.of(1, 2, 2))), TorchException.Type.VALUE_ERROR, words.formatted(1));
        refuses(loss(labels(Shape.of(3))), TorchException.Type.VALUE_ERROR, words.formatted(3));
        refuses(loss(labels(Shape.SCALAR)), TorchException.Type.VALUE_ERROR, words.formatted(0));
    }

    @Test
    void anotherSize() {
        runtimeError(loss(labels(Shape.of(2, 3, 2))), "size mismatch (got input: [2, 3, 2, 2] , target: [2, 3, 2]");
    }

    @Test
    void aWeightOfAnotherLength() {
        String words = "weight tensor should be defined either for all or no classes";
        runtimeError(loss(labels(PIXELS), Tensor.vector(1, 1), -100, 0, Reduction.MEAN), words);
        runtimeError(loss(labels(PIXELS), Tensor.scalar(1), -100, 0.1, Reduction.MEAN), words);
        runtimeError(
                loss(labels(DType.FLOAT32, LOGITS, 0), Tensor.vector(1, 1), -100, 0, Reduction.MEAN),
                "cross_entropy: weight tensor should be defined either for all 3 classes or no classes "
                        + "but got weight tensor of shape: [2]");
    }

    @Test
    void aWeightOfAnotherRankMattersWithSmoothingAlone() {
        Tensor weight = Tensor.full(Shape.of(1, 3), 2);
        assertThat(Losses.crossEntropy(X, labels(PIXELS), weight, -100, 0, Reduction.MEAN)
                        .denominator())
                .isEqualTo(16);
        runtimeError(
                loss(labels(PIXELS), weight, -100, 0.1, Reduction.SUM),
                "shape '[1, 1, 1, 1]' is invalid for input of size 3");
        Tensor column = Tensor.full(Shape.of(3, 1), 2);
        assertThat(Losses.crossEntropy(X, labels(PIXELS), column, -100, 0.1, Reduction.SUM)
                        .value())
                .isPositive();
        runtimeError(
                loss(labels(PIXELS), column, -100, 0.1, Reduction.MEAN),
                "Index tensor must have the same number of dimensions as input tensor");
        LabelArray ignored = LabelArray.ofLongs(DType.INT64, PIXELS, i -> -100);
        assertThat(Losses.crossEntropy(X, ignored, column, -100, 0.1, Reduction.MEAN)
                        .value())
                .as("there is nothing to look up")
                .isNaN();
    }

    @Test
    void aSmoothingAboveOne() {
        String words = "label_smoothing must be between 0.0 and 1.0. Got: ";
        runtimeError(loss(labels(PIXELS), null, -100, 1.5, Reduction.MEAN), words + "1.5");
        runtimeError(loss(labels(PIXELS), null, -100, 2, Reduction.MEAN), words + "2");
        runtimeError(loss(labels(DType.FLOAT32, LOGITS, 0), null, -100, 1e6, Reduction.MEAN), words + "1e+06");
        assertThat(Losses.crossEntropy(X, labels(PIXELS), null, -100, -1, Reduction.MEAN)
                        .value())
                .as("a negative one is none")
                .isEqualTo(Losses.crossEntropy(X, labels(PIXELS), null, -100, 0, Reduction.MEAN)
                        .value());
    }

    @Test
    void anIgnoreIndexWithProbabilities() {
        runtimeError(
                loss(labels(DType.FLOAT32, LOGITS, 0), null, 255, 0, Reduction.MEAN),
                "ignore_index is not supported for floating point target");
    }

    @Test
    void theFirstMistakeIsTheOneThatPyTorchNames() {
        Tensor wrongWeight = Tensor.vector(1, 1);
        runtimeError(
                loss(labels(DType.INT32, Shape.of(2, 3, 3), 9), wrongWeight, -100, 0, Reduction.MEAN),
                "weight tensor should be defined either for all or no classes");
        runtimeError(
                loss(labels(DType.INT32, Shape.of(2, 3, 3), 9)),
                "size mismatch (got input: [2, 3, 2, 2] , target: [2, 3, 3]");
        runtimeError(loss(labels(DType.INT32, PIXELS, 9)), "expected scalar type Long but found Int");
        runtimeError(
                loss(labels(DType.INT64, LOGITS, 0), wrongWeight, 255, 1.5, Reduction.MEAN),
                "Expected floating point type for target with class probabilities, got Long");
    }
}
