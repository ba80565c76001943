package lossgrid.core;

import org.jspecify.annotations.Nullable;

/** {@code cross_entropy} for targets of the input's shape: a probability for each class. */
final class ClassProbabilityLoss {
    private static final int CLASS_DIM = 1;

    private ClassProbabilityLoss() {}

    static LossResult crossEntropy(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction) {
        int classes = input.shape().dim(CLASS_DIM);
        requireTarget(target, ignoreIndex);
        requireWeight(weight, classes);
        Tensor logProbabilities = Activations.logSoftmax(input, CLASS_DIM);
        Tensor share = shares(target, labelSmoothing, weight, classes);
        Shape perPixel = input.shape().remove(CLASS_DIM);
        int planeSize = input.shape().planeSize();
        Tensor loss = Tensor.generate(perPixel, pixel -> {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                int plane = pixel / planeSize * classes + c;
                int cell = pixel % planeSize;
                sum += (double) logProbabilities.inPlane(plane, cell) * share.inPlane(plane, cell);
            }
            return (float) -sum;
        });
        double numerator = LossResult.sum(loss);
        double denominator = reduction == Reduction.MEAN ? loss.size() : 1;
        Tensor gradient = Tensor.generate(input.shape(), i -> (float) (-share.at(i) / denominator));
        LossResult onLogProbabilities = new LossResult(
                target.dtype(),
                reduction,
                loss,
                Tensor.full(perPixel, 1f),
                loss.size(),
                numerator,
                denominator,
                (float) (numerator / denominator),
                gradient);
        return ClassIndexLoss.throughLogSoftmax(onLogProbabilities, logProbabilities);
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
                    ("cross_entropy: weight tensor should be defined either for all %d classes "
                                    + "or no classes but got weight tensor of shape: %s")
                            .formatted(classes, weight.shape()));
        }
    }

    /** The factor of each log-probability: the smoothed target times its class's weight. */
    private static Tensor shares(LabelArray target, double labelSmoothing, @Nullable Tensor weight, int classes) {
        if (labelSmoothing > 0) {
            Losses.requireSmoothing(labelSmoothing);
        }
        double kept = labelSmoothing > 0 ? 1 - labelSmoothing : 1;
        double spread = labelSmoothing > 0 ? labelSmoothing / classes : 0;
        int planeSize = target.shape().planeSize();
        return Tensor.generate(target.shape(), i -> {
            double factor = weight == null ? 1 : weight.at(i / planeSize % classes);
            return (float) ((target.doubleAt(i) * kept + spread) * factor);
        });
    }
}
