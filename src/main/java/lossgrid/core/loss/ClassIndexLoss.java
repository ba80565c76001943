package lossgrid.core.loss;

import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.math.FloatSum;
import org.jspecify.annotations.Nullable;

/** {@code nll_loss} and {@code cross_entropy} for targets that are class indices. */
final class ClassIndexLoss {
    private final Tensor logProbabilities;
    private final LabelArray target;
    private final @Nullable Tensor weight;
    private final long ignoreIndex;
    private final double labelSmoothing;
    private final Reduction reduction;
    private final Nchw layout;

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
        this.layout = Nchw.of(logProbabilities.shape());
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
        Tensor logProbabilities = ActivationMath.logSoftmax(input, Nchw.CLASS_DIM, ComputeMode.STEPWISE);
        LossResult result =
                new ClassIndexLoss(logProbabilities, target, weight, ignoreIndex, labelSmoothing, reduction).compute();
        return throughLogSoftmax(result, logProbabilities);
    }

    /** {@code result} of a loss on {@code log_softmax(x)}, with the gradient with respect to x. */
    static LossResult throughLogSoftmax(LossResult result, Tensor logProbabilities) {
        Tensor gradient = ActivationMath.logSoftmaxBackward(
                result.gradient(), logProbabilities, Nchw.CLASS_DIM, ComputeMode.STEPWISE);
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
        Tensor nll = Tensor.generate(target.shape(), i -> isIgnored(i) ? 0f : nllAt(i));
        Tensor smooth = labelSmoothing > 0 ? Tensor.generate(target.shape(), this::smoothAt) : nll;
        Tensor loss = Tensor.generate(target.shape(), i -> smoothed(nll.at(i), smooth.at(i)));
        float total = totalWeight(weights);
        float smoothTotal = labelSmoothing > 0 ? smoothTotal(weights) : total;
        return new LossResult(
                DType.FLOAT32,
                reduction,
                loss,
                weights,
                counted(),
                LossResult.sum(loss),
                reduction == Reduction.MEAN ? LossResult.sum(weights) : 1,
                value(nll, smooth, total, smoothTotal),
                gradient(total, smoothTotal));
    }

    /** The denominator of the mean, as {@code nll_loss} adds it up. */
    private float totalWeight(Tensor weights) {
        return weight == null ? counted() : FloatSum.ofLosses(weights.size(), this::isIgnored, weights::at);
    }

    private float value(Tensor nll, Tensor smooth, float total, float smoothTotal) {
        float value = reduced(FloatSum.ofLosses(nll.size(), this::isIgnored, nll::at), total);
        if (!(labelSmoothing > 0)) {
            return value;
        }
        boolean selects = reduction == Reduction.MEAN && weight == null;
        float sum = selects ? sumOfCounted(smooth) : FloatSum.of(smooth);
        return smoothed(value, reduced(sum, smoothTotal));
    }

    private float reduced(float sum, float total) {
        return reduction == Reduction.MEAN ? sum / total : sum;
    }

    /**
     * The denominator of the mean of the smooth part: the weights of {@link #totalWeight}, added up in another order.
     */
    private float smoothTotal(Tensor weights) {
        return weight == null ? counted() : sumOfCounted(weights);
    }

    private float sumOfCounted(Tensor perPixel) {
        int[] pixels =
                IntStream.range(0, target.size()).filter(i -> !isIgnored(i)).toArray();
        return FloatSum.of(pixels.length, i -> perPixel.at(pixels[i]));
    }

    private float smoothed(float nll, float smooth) {
        return labelSmoothing > 0
                ? (float) (1 - labelSmoothing) * nll + smooth * (float) (labelSmoothing / layout.classes())
                : nll;
    }

    /** Checks the shapes in the order of {@code nll_loss_nd} and {@code check_inputs_nll_loss2d}. */
    private void requireShapes() {
        Shape input = logProbabilities.shape();
        Shape labels = target.shape();
        // For a scalar, PyTorch reads a batch size that is not stored.
        int batches = labels.rank() == 0 ? 0 : labels.dim(0);
        if (input.dim(0) != batches) {
            throw TorchException.valueError(
                    "Expected input batch_size (%s) to match target batch_size (%s).".formatted(input.dim(0), batches));
        }
        if (labels.rank() != Nchw.PIXELS_RANK) {
            throw TorchException.runtimeError(
                    "only batches of spatial targets supported (3D tensors) but got targets of dimension: "
                            + labels.rank());
        }
        if (weight != null && weight.size() != layout.classes()) {
            throw TorchException.runtimeError("weight tensor should be defined either for all or no classes");
        }
        if (!input.remove(Nchw.CLASS_DIM).equals(labels)) {
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
            if (label != ignoreIndex && (label < 0 || label >= layout.classes())) {
                throw TorchException.indexError("Target %s is out of bounds.".formatted(label));
            }
        }
    }

    /** Label smoothing views the weight along the class axis and gathers from it; only a vector survives both. */
    private void requireSmoothable(Tensor weights) {
        Shape shape = weights.shape();
        if (shape.rank() == 0) {
            throw TorchException.indexError("Dimension specified as 0 but tensor has no dimensions");
        }
        if (shape.dim(0) != layout.classes()) {
            throw TorchException.runtimeError(
                    "shape '[1, %s, 1, 1]' is invalid for input of size %s".formatted(shape.dim(0), shape.size()));
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
        return logProbabilities.inPlane(layout.planeAt(pixel, c), layout.cellOf(pixel));
    }

    private float nllAt(int pixel) {
        int label = (int) target.longAt(pixel);
        return -logProbability(pixel, label) * weightOf(label);
    }

    /** The loss with respect to a target that is spread evenly over all classes, times the number of classes. */
    private float smoothAt(int pixel) {
        if (isIgnored(pixel)) {
            return 0f;
        }
        return -FloatSum.ofColumn(
                layout.classes(),
                layout.cellOf(pixel),
                layout.planeSize(),
                c -> logProbability(pixel, c) * weightOf(c));
    }

    private int counted() {
        int counted = 0;
        for (int i = 0; i < target.size(); i++) {
            counted += isIgnored(i) ? 0 : 1;
        }
        return counted;
    }

    /** The gradient with respect to the log-probabilities: 0 where the target is ignored, even if all are. */
    private Tensor gradient(float total, float smoothTotal) {
        float[][] out = Tensor.allocatePlanes(logProbabilities.shape());
        float nll = reduced(labelSmoothing > 0 ? (float) (1 - labelSmoothing) : 1f, total);
        float smooth = reduced((float) (labelSmoothing / layout.classes()), smoothTotal);
        for (int pixel = 0; pixel < target.size(); pixel++) {
            for (int c = 0; c < layout.classes(); c++) {
                float share = !isIgnored(pixel) && c == target.longAt(pixel) ? -weightOf(c) * nll : 0f;
                share += labelSmoothing > 0 ? -(isIgnored(pixel) ? 0f : smooth) * weightOf(c) : 0f;
                out[layout.planeAt(pixel, c)][layout.cellOf(pixel)] = share;
            }
        }
        return new Tensor(logProbabilities.shape(), out);
    }
}
