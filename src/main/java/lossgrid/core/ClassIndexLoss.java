package lossgrid.core;

import org.jspecify.annotations.Nullable;

/** {@code nll_loss} and {@code cross_entropy} for targets that are class indices. */
final class ClassIndexLoss {
    private static final int CLASS_DIM = 1;
    private static final int TARGET_RANK = 3;

    private final Tensor logProbabilities;
    private final LabelArray target;
    private final @Nullable Tensor weight;
    private final long ignoreIndex;
    private final double labelSmoothing;
    private final Reduction reduction;
    private final int classes;
    private final int planeSize;

    private ClassIndexLoss(
            Tensor logProbabilities,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction) {
        this.logProbabilities = logProbabilities;
        this.target = target;
        this.weight = weight;
        this.ignoreIndex = ignoreIndex;
        this.labelSmoothing = labelSmoothing;
        this.reduction = reduction;
        this.classes = logProbabilities.shape().dim(CLASS_DIM);
        this.planeSize = logProbabilities.shape().planeSize();
    }

    static LossResult nllLoss(
            Tensor input, LabelArray target, @Nullable Tensor weight, long ignoreIndex, Reduction reduction) {
        return new ClassIndexLoss(input, target, weight, ignoreIndex, 0, reduction).compute();
    }

    static LossResult crossEntropy(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction) {
        Tensor logProbabilities = Activations.logSoftmax(input, CLASS_DIM);
        LossResult result =
                new ClassIndexLoss(logProbabilities, target, weight, ignoreIndex, labelSmoothing, reduction).compute();
        return throughLogSoftmax(result, logProbabilities);
    }

    /** {@code result} of a loss on {@code log_softmax(x)}, with the gradient with respect to x. */
    static LossResult throughLogSoftmax(LossResult result, Tensor logProbabilities) {
        Tensor gradient = Activations.logSoftmaxBackward(result.gradient(), logProbabilities, CLASS_DIM);
        return new LossResult(
                result.dtype(),
                result.reduction(),
                result.lossPerPixel(),
                result.weightPerPixel(),
                result.counted(),
                result.numerator(),
                result.denominator(),
                result.value(),
                gradient);
    }

    private LossResult compute() {
        requireShapes();
        requireIndices();
        if (labelSmoothing > 0 && weight != null) {
            requireSmoothable(weight);
        }
        Tensor weights = Tensor.generate(target.shape(), i -> isIgnored(i) ? 0f : weightOf((int) target.longAt(i)));
        Tensor loss = Tensor.generate(target.shape(), i -> isIgnored(i) ? 0f : (float) lossAt(i));
        double numerator = LossResult.sum(loss);
        double denominator = reduction == Reduction.MEAN ? LossResult.sum(weights) : 1;
        return new LossResult(
                DType.FLOAT32,
                reduction,
                loss,
                weights,
                counted(),
                numerator,
                denominator,
                (float) (numerator / denominator),
                gradient(denominator));
    }

    /** In the order of {@code nll_loss_nd} and {@code check_inputs_nll_loss2d}. */
    private void requireShapes() {
        Shape input = logProbabilities.shape();
        Shape labels = target.shape();
        // Of a scalar, PyTorch reads the batch size where none is stored.
        int batches = labels.rank() == 0 ? 0 : labels.dim(0);
        if (input.dim(0) != batches) {
            throw TorchException.valueError(
                    "Expected input batch_size (%d) to match target batch_size (%d).".formatted(input.dim(0), batches));
        }
        if (labels.rank() != TARGET_RANK) {
            throw TorchException.runtimeError(
                    "only batches of spatial targets supported (3D tensors) but got targets of dimension: "
                            + labels.rank());
        }
        if (weight != null && weight.size() != classes) {
            throw TorchException.runtimeError("weight tensor should be defined either for all or no classes");
        }
        if (!input.remove(CLASS_DIM).equals(labels)) {
            throw TorchException.runtimeError("size mismatch (got input: %s , target: %s".formatted(input, labels));
        }
        if (target.dtype() != DType.INT64) {
            throw TorchException.runtimeError(
                    "expected scalar type Long but found " + target.dtype().scalarType());
        }
    }

    private void requireIndices() {
        for (int i = 0; i < target.size(); i++) {
            long label = target.longAt(i);
            if (label != ignoreIndex && (label < 0 || label >= classes)) {
                throw TorchException.indexError("Target %d is out of bounds.".formatted(label));
            }
        }
    }

    /** Label smoothing views the weight along the class axis and gathers from it; only a vector survives both. */
    private void requireSmoothable(Tensor weights) {
        Shape shape = weights.shape();
        if (shape.rank() == 0) {
            throw TorchException.indexError("Dimension specified as 0 but tensor has no dimensions");
        }
        if (shape.dim(0) != classes) {
            throw TorchException.runtimeError(
                    "shape '[1, %d, 1, 1]' is invalid for input of size %d".formatted(shape.dim(0), shape.size()));
        }
        if (reduction == Reduction.MEAN && shape.rank() != 1 && counted() > 0) {
            throw TorchException.runtimeError("Index tensor must have the same number of dimensions as input tensor");
        }
    }

    private boolean isIgnored(int pixel) {
        return target.longAt(pixel) == ignoreIndex;
    }

    private float weightOf(int c) {
        return weight == null ? 1f : weight.at(c);
    }

    private float logProbability(int pixel, int c) {
        return logProbabilities.inPlane(pixel / planeSize * classes + c, pixel % planeSize);
    }

    private double lossAt(int pixel) {
        int label = (int) target.longAt(pixel);
        double loss = -(double) weightOf(label) * logProbability(pixel, label);
        if (!(labelSmoothing > 0)) {
            return loss;
        }
        double spread = 0;
        for (int c = 0; c < classes; c++) {
            spread -= (double) weightOf(c) * logProbability(pixel, c);
        }
        return (1 - labelSmoothing) * loss + spread * (labelSmoothing / classes);
    }

    private int counted() {
        int counted = 0;
        for (int i = 0; i < target.size(); i++) {
            counted += isIgnored(i) ? 0 : 1;
        }
        return counted;
    }

    /** With respect to the log-probabilities: each pixel's share of the target, negated. 0 where the target is ignored, even if all are. */
    private Tensor gradient(double denominator) {
        float[][] out = Tensor.allocatePlanes(logProbabilities.shape());
        for (int pixel = 0; pixel < target.size(); pixel++) {
            if (isIgnored(pixel)) {
                continue;
            }
            int label = (int) target.longAt(pixel);
            for (int c = 0; c < classes; c++) {
                double share = labelSmoothing > 0 ? labelSmoothing / classes : 0;
                share += c == label ? 1 - Math.max(labelSmoothing, 0) : 0;
                if (share != 0) {
                    out[pixel / planeSize * classes + c][pixel % planeSize] =
                            (float) (-share * weightOf(c) / denominator);
                }
            }
        }
        return new Tensor(logProbabilities.shape(), out);
    }
}
