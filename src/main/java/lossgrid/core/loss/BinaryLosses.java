package lossgrid.core.loss;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.label.Broadcast;
import lossgrid.core.math.FloatMath;
import lossgrid.core.math.FloatSum;
import org.jspecify.annotations.Nullable;

/**
 * {@code binary_cross_entropy} and {@code binary_cross_entropy_with_logits}, step by step. Steps and their rounding to
 * float32 are PyTorch's, since differences would be visible: the clamp at −100, and what cancellation leaves.
 */
public final class BinaryLosses {
    /** The least value of a logarithm in {@code binary_cross_entropy}. */
    private static final float MIN_LOG = -100f;
    /** The least denominator of the gradient of {@code binary_cross_entropy}. */
    static final float EPSILON = 1e-12f;

    private BinaryLosses() {}

    static LossResult binaryCrossEntropy(
            Tensor input, LabelArray target, @Nullable Tensor weight, Reduction reduction) {
        Shape shape = input.shape();
        if (!target.shape().equals(shape)) {
            throw TorchException.valueError(
                    ("Using a target size (%s) that is different to the input size (%s) is deprecated. "
                                    + "Please ensure they have the same size.")
                            .formatted(target.shape().torchSize(), shape.torchSize()));
        }
        Shape weightShape = weight == null ? shape : Broadcast.shape(shape, weight.shape());
        if (target.dtype() != DType.FLOAT32) {
            throw TorchException.runtimeError(
                    "Found dtype %s but expected Float".formatted(target.dtype().scalarType()));
        }
        requireProbabilities(input);
        Broadcast.requireOutput(shape, weightShape);
        Tensor y = target.toTensor();
        Tensor w = weight == null ? Tensor.full(shape, 1f) : Broadcast.expand(weight, shape);
        Tensor loss = Tensor.generate(shape, i -> term(input.at(i), y.at(i)) * w.at(i));
        double denominator = denominator(reduction, shape);
        Tensor gradient = Tensor.generate(shape, i -> slope(input.at(i), y.at(i)) * w.at(i) / (float) denominator);
        return result(DType.FLOAT32, reduction, loss, w, gradient);
    }

    private static void requireProbabilities(Tensor input) {
        for (int i = 0; i < input.size(); i++) {
            if (!(input.at(i) >= 0 && input.at(i) <= 1)) {
                throw notProbabilities();
            }
        }
    }

    static TorchException notProbabilities() {
        return TorchException.runtimeError("all elements of input should be between 0 and 1");
    }

    private static float term(float x, float y) {
        return (y - 1f) * clampedLog(1f - x) - y * clampedLog(x);
    }

    static float clampedLog(float x) {
        return Math.max((float) Math.log(x), MIN_LOG);
    }

    static float slope(float x, float y) {
        return (x - y) / Math.max((1f - x) * x, EPSILON);
    }

    public static LossResult withLogits(
            Tensor input, LabelArray target, @Nullable Tensor weight, @Nullable Tensor posWeight, Reduction reduction) {
        Shape shape = input.shape();
        if (!target.shape().equals(shape)) {
            throw TorchException.valueError("Target size (%s) must be the same as input size (%s)"
                    .formatted(target.shape().torchSize(), shape.torchSize()));
        }
        if (target.dtype() == DType.BOOL) {
            requireNoBool(posWeight, shape);
        }
        Shape posShape = posWeight == null ? shape : Broadcast.shape(posWeight.shape(), shape);
        if (!target.dtype().isFloatingPoint()) {
            throw TorchException.runtimeError("result type Float can't be cast to the desired output type "
                    + target.dtype().scalarType());
        }
        Broadcast.requireOutput(shape, posShape);
        Shape weightShape = weight == null ? shape : Broadcast.shape(shape, weight.shape());
        Broadcast.requireOutput(shape, weightShape);
        boolean wide = target.dtype() == DType.FLOAT64;
        Tensor w = weight == null ? Tensor.full(shape, 1f) : Broadcast.expand(weight, shape);
        Tensor pw = posWeight == null ? Tensor.full(shape, 1f) : Broadcast.expand(posWeight, shape);
        Tensor loss = Tensor.generate(shape, i -> {
            float x = input.at(i);
            double y = target.doubleAt(i);
            double value = posWeight == null ? logitTerm(x, y, wide) : positiveTerm(x, y, pw.at(i), wide);
            return (float) (value * w.at(i));
        });
        Tensor sigmoid = ActivationMath.sigmoid(input, ComputeMode.STEPWISE);
        double denominator = denominator(reduction, shape);
        Tensor gradient = Tensor.generate(shape, i -> {
            float s = sigmoid.at(i);
            double y = target.doubleAt(i);
            double slope = posWeight == null ? round(s - y, wide) : positiveSlope(s, y, pw.at(i), wide);
            return (float) (round(slope * w.at(i), wide) / denominator);
        });
        return result(wide ? DType.FLOAT64 : DType.FLOAT32, reduction, loss, w, gradient);
    }

    private static void requireNoBool(@Nullable Tensor posWeight, Shape shape) {
        if (posWeight != null) {
            Broadcast.shape(posWeight.shape(), shape);
        }
        throw TorchException.runtimeError("Subtraction, the `-` operator, with two bool tensors is not supported. "
                + "Use the `^` or `logical_xor()` operator instead.");
    }

    /**
     * {@code (1 − y) x + max(−x, 0) + log(e^−max + e^(−x−max))}, step by step in float32 unless the target is float64.
     */
    static double logitTerm(float x, double y, boolean wide) {
        float max = Math.max(-x, 0f);
        double head = round(round(1 - y, wide) * x, wide);
        return round(round(head + max, wide) + logOfExponentials(x, max), wide);
    }

    /** The same with {@code 1 + (pos_weight − 1) y} before the last two terms. */
    static double positiveTerm(float x, double y, float posWeight, boolean wide) {
        float max = Math.max(-x, 0f);
        double head = round(round(1 - y, wide) * x, wide);
        double factor = round(round((posWeight - 1f) * y, wide) + 1, wide);
        return round(head + round(factor * (logOfExponentials(x, max) + max), wide), wide);
    }

    static float logOfExponentials(float x, float max) {
        return FloatMath.log(FloatMath.exp(-max) + FloatMath.exp(-x - max));
    }

    private static double round(double value, boolean wide) {
        return wide ? value : (float) value;
    }

    /** {@code (pw y + 1 − y) σ − pw y}. */
    static double positiveSlope(float sigmoid, double y, float posWeight, boolean wide) {
        double positive = round(posWeight * y, wide);
        double all = round(round(positive + 1, wide) - y, wide);
        return round(round(all * sigmoid, wide) - positive, wide);
    }

    private static double denominator(Reduction reduction, Shape shape) {
        return switch (reduction) {
            case MEAN -> shape.size();
            case SUM, NONE -> 1;
        };
    }

    private static LossResult result(
            DType dtype, Reduction reduction, Tensor loss, Tensor weightPerPixel, Tensor gradient) {
        double numerator = LossResult.sum(loss);
        double denominator = denominator(reduction, loss.shape());
        return new LossResult(
                dtype,
                reduction,
                loss,
                weightPerPixel,
                loss.size(),
                numerator,
                denominator,
                dtype == DType.FLOAT32 ? FloatSum.of(loss) / (float) denominator : (float) (numerator / denominator),
                gradient);
    }
}
