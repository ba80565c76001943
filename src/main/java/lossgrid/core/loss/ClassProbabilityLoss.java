package lossgrid.core.loss;

import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.math.FloatSum;
import org.jspecify.annotations.Nullable;

/**
 * {@code cross_entropy} for targets of the input's shape: a probability for each class. Computed step by step in
 * float32, unless the target is float64 and promotes the rest.
 */
final class ClassProbabilityLoss {
    private final Tensor logProbabilities;
    private final LabelArray target;
    private final @Nullable Tensor weight;
    private final double labelSmoothing;
    private final boolean wide;
    private final Nchw layout;

    private ClassProbabilityLoss(
            Tensor logProbabilities, LabelArray target, @Nullable Tensor weight, double labelSmoothing) {
        this.logProbabilities = logProbabilities;
        this.target = target;
        this.weight = weight;
        this.labelSmoothing = labelSmoothing;
        this.wide = target.dtype() == DType.FLOAT64;
        this.layout = Nchw.of(target.shape());
    }

    static LossResult crossEntropy(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction) {
        requireTarget(target, ignoreIndex);
        requireWeight(weight, input.shape().dim(Nchw.CLASS_DIM));
        if (labelSmoothing > 0) {
            Losses.requireSmoothing(labelSmoothing);
        }
        Tensor logProbabilities = ActivationMath.logSoftmax(input, Nchw.CLASS_DIM);
        LossResult result =
                new ClassProbabilityLoss(logProbabilities, target, weight, labelSmoothing).compute(reduction);
        return ClassIndexLoss.throughLogSoftmax(result, logProbabilities);
    }

    private LossResult compute(Reduction reduction) {
        Tensor loss = Tensor.generate(target.shape().remove(Nchw.CLASS_DIM), this::lossAt);
        double denominator = reduction == Reduction.MEAN ? loss.size() : 1;
        double value = round(-sum() / denominator);
        Tensor gradient = Tensor.generate(target.shape(), i -> slope(round(-1 / denominator), i));
        return new LossResult(
                target.dtype(),
                reduction,
                loss,
                Tensor.full(loss.shape(), 1f),
                loss.size(),
                LossResult.sum(loss),
                denominator,
                (float) value,
                gradient);
    }

    private double round(double value) {
        return wide ? value : (float) value;
    }

    /** The smoothed target probability of element {@code i}. */
    private double share(int i) {
        double share = target.doubleAt(i);
        return labelSmoothing > 0
                ? round(round(share * round(1 - labelSmoothing)) + round(labelSmoothing / layout.classes()))
                : share;
    }

    private double weighted(double value, int i) {
        return weight == null ? value : round(value * weight.at(layout.classOf(i)));
    }

    private double term(int i) {
        return weighted(round(logProbabilities.at(i) * share(i)), i);
    }

    private float lossAt(int pixel) {
        int planeSize = layout.planeSize();
        int first = layout.element(pixel, 0);
        if (wide) {
            return (float) -IntStream.range(0, layout.classes())
                    .mapToDouble(c -> term(first + c * planeSize))
                    .sum();
        }
        return -FloatSum.ofColumn(
                layout.classes(), layout.cellOf(pixel), planeSize, c -> (float) term(first + c * planeSize));
    }

    private double sum() {
        return wide
                ? IntStream.range(0, target.size()).mapToDouble(this::term).sum()
                : FloatSum.of(target.size(), i -> (float) term(i));
    }

    /** The gradient of element {@code i} from that of its term. */
    private float slope(double gradient, int i) {
        return (float) (weighted(gradient, i) * share(i));
    }

    private static void requireTarget(LabelArray target, long ignoreIndex) {
        if (!target.dtype().isFloatingPoint()) {
            throw TorchException.runtimeError("Expected floating point type for target with class probabilities, got "
                    + target.dtype().scalarType());
        }
        if (ignoreIndex >= 0) {
            throw TorchException.runtimeError("ignore_index is not supported for floating point target");
        }
    }

    private static void requireWeight(@Nullable Tensor weight, int classes) {
        if (weight != null && (weight.shape().rank() != 1 || weight.size() != classes)) {
            throw TorchException.runtimeError(
                    ("cross_entropy: weight tensor should be defined either for all %s classes "
                                    + "or no classes but got weight tensor of shape: %s")
                            .formatted(classes, weight.shape()));
        }
    }
}
