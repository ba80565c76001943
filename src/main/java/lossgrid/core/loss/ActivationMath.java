package lossgrid.core.loss;

import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.math.DimLines;
import lossgrid.core.math.FloatMath;
import lossgrid.core.math.FloatSum;

/**
 * PyTorch's activations on float32 tensors of any rank, and their gradients. Results have the shape of the input.
 * Definitions: the pages of {@code torch.sigmoid}, {@code torch.nn.functional.logsigmoid}, {@code torch.softmax} and
 * {@code torch.nn.functional.log_softmax} in PyTorch's documentation.
 *
 * <p>Steps and their rounding to float32 are PyTorch's, down to the order of sums, because both are visible: {@code
 * sigmoid(17f) == 1f}, and near 0 a loss consists of nothing but the rounding of a sum.
 */
public final class ActivationMath {
    /** The number of elements that PyTorch's vectorized loop processes at a time; the rest follow one by one. */
    private static final int SIGMOID_STEP = 2 * FloatSum.LANES;

    private ActivationMath() {}

    /**
     * {@code 1 / (1 + e^-x)}, with the denominator rounded to float32 as PyTorch does: exactly 1 from x = 16.64 on,
     * exactly 0 below −88.7. NaN gives NaN.
     */
    public static float sigmoid(float x) {
        return 1f / (1f + (float) Math.exp(-x));
    }

    /** {@link #sigmoid(float)} of every element, except that the exponential is that of PyTorch's vectorized loop. */
    public static Tensor sigmoid(Tensor input) {
        return sigmoid(input, ComputeMode.of(input.shape()));
    }

    public static Tensor sigmoid(Tensor input, ComputeMode compute) {
        if (compute == ComputeMode.FUSED && FusedBinary.fits(input.shape())) {
            return FusedBinary.sigmoid(input);
        }
        int vectorized = input.size() - input.size() % SIGMOID_STEP;
        return Tensor.generate(input.shape(), i -> sigmoid(input.at(i), i < vectorized));
    }

    /** One element of {@link #sigmoid(Tensor)}. */
    static float sigmoid(float x, boolean vectorized) {
        return vectorized ? 1f / (1f + FloatMath.exp(-x)) : sigmoid(x);
    }

    /** {@code e^x} of every element, as {@code torch.exp} computes it: all in the vectorized loop. */
    public static Tensor exp(Tensor input) {
        return exp(input, ComputeMode.of(input.shape()));
    }

    public static Tensor exp(Tensor input, ComputeMode compute) {
        return compute == ComputeMode.FUSED && FusedBinary.fits(input.shape())
                ? FusedExp.exp(input)
                : Tensor.generate(input.shape(), i -> FloatMath.exp(input.at(i)));
    }

    /** The gradient with respect to x from that with respect to {@code e^x}: {@code grad · e^x}. */
    public static Tensor expBackward(Tensor grad, Tensor input) {
        return ComputeMode.of(input.shape()) == ComputeMode.FUSED && FusedBinary.fits(input.shape())
                ? FusedBackward.exp(grad, input)
                : Tensor.generate(input.shape(), i -> throughExp(grad.at(i), input.at(i)));
    }

    static float throughExp(float grad, float x) {
        return grad * (float) Math.exp(x);
    }

    /**
     * {@code e^x / Σ e^x} along {@code dim}.
     *
     * @param dim the dimension that is normalized; negative ones count from the end
     * @throws TorchException {@code IndexError} when {@code dim} is out of range
     */
    public static Tensor softmax(Tensor input, int dim) {
        return softmax(input, dim, ComputeMode.of(input.shape()));
    }

    public static Tensor softmax(Tensor input, int dim, ComputeMode compute) {
        if (compute == ComputeMode.FUSED && FusedClasses.fits(input.shape(), dim)) {
            return FusedClasses.softmax(input);
        }
        return DimLines.map(input, input, dim, (line, same, loop) -> softmaxLine(line, loop));
    }

    /**
     * {@code x − log Σ e^x} along {@code dim}.
     *
     * @param dim the dimension that is normalized; negative ones count from the end
     * @throws TorchException {@code IndexError} when {@code dim} is out of range
     */
    public static Tensor logSoftmax(Tensor input, int dim) {
        return logSoftmax(input, dim, ComputeMode.of(input.shape()));
    }

    public static Tensor logSoftmax(Tensor input, int dim, ComputeMode compute) {
        if (compute == ComputeMode.FUSED && FusedClasses.fits(input.shape(), dim)) {
            return FusedClasses.logSoftmax(input);
        }
        return DimLines.map(input, input, dim, (line, same, loop) -> logSoftmaxLine(line, loop));
    }

    /** The gradient with respect to x from that with respect to {@code sigmoid(x)}: {@code grad · (1 − y) · y}. */
    public static Tensor sigmoidBackward(Tensor grad, Tensor output) {
        return sigmoidBackward(grad, output, ComputeMode.of(output.shape()));
    }

    public static Tensor sigmoidBackward(Tensor grad, Tensor output, ComputeMode compute) {
        if (compute == ComputeMode.FUSED && FusedBinary.fits(output.shape())) {
            return FusedBackward.sigmoid(grad, output);
        }
        return Tensor.generate(output.shape(), i -> throughSigmoid(grad.at(i), output.at(i)));
    }

    static float throughSigmoid(float grad, float output) {
        return grad * (1f - output) * output;
    }

    /**
     * The gradient with respect to x from that with respect to {@code softmax(x, dim)}: {@code y · (grad − Σ grad ·
     * y)}.
     */
    public static Tensor softmaxBackward(Tensor grad, Tensor output, int dim) {
        return softmaxBackward(grad, output, dim, ComputeMode.of(output.shape()));
    }

    public static Tensor softmaxBackward(Tensor grad, Tensor output, int dim, ComputeMode compute) {
        if (compute == ComputeMode.FUSED && FusedClasses.fits(output.shape(), dim)) {
            return FusedBackward.softmax(grad, output);
        }
        return DimLines.map(grad, output, dim, ActivationMath::softmaxBackwardLine);
    }

    /** Writes the result over the gradients in {@code line}. */
    static void softmaxBackwardLine(float[] line, float[] y, DimLines.Loop loop) {
        float dot = loop == DimLines.Loop.LAST ? FloatSum.ofLine(products(line, y)) : fusedDot(line, y);
        for (int c = 0; c < line.length; c++) {
            line[c] = y[c] * (line[c] - dot);
        }
    }

    private static float[] products(float[] a, float[] b) {
        float[] out = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] * b[i];
        }
        return out;
    }

    private static float fusedDot(float[] a, float[] b) {
        float dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot = Math.fma(a[i], b[i], dot);
        }
        return dot;
    }

    /**
     * The gradient with respect to x from that with respect to {@code log_softmax(x, dim)}: {@code grad − e^y · Σ
     * grad}.
     */
    public static Tensor logSoftmaxBackward(Tensor grad, Tensor output, int dim) {
        return logSoftmaxBackward(grad, output, dim, ComputeMode.of(output.shape()));
    }

    public static Tensor logSoftmaxBackward(Tensor grad, Tensor output, int dim, ComputeMode compute) {
        if (compute == ComputeMode.FUSED && FusedClasses.fits(output.shape(), dim)) {
            return FusedBackward.logSoftmax(grad, output);
        }
        return DimLines.map(grad, output, dim, ActivationMath::logSoftmaxBackwardLine);
    }

    /** Writes the result over the gradients in {@code line}. */
    static void logSoftmaxBackwardLine(float[] line, float[] y, DimLines.Loop loop) {
        float sum = sum(line, loop);
        for (int c = 0; c < line.length; c++) {
            line[c] = Math.fma(-loop.exp(y[c]), sum, line[c]);
        }
    }

    /**
     * The logit of one class against all others together: {@code x_c − log Σ_{k≠c} e^{x_k}}, whose sigmoid is the
     * class's softmax probability. For two classes the difference of the two logits.
     *
     * @param input {@code [N, C, H, W]}, C at least 2
     * @return {@code [N, 1, H, W]}
     */
    public static Tensor oneAgainstRest(Tensor input, int c) {
        Shape shape = input.shape();
        Nchw layout = Nchw.of(shape);
        int classes = layout.classes();
        return Tensor.generate(shape.with(Nchw.CLASS_DIM, 1), pixel -> {
            int first = layout.planeAt(pixel, 0);
            int cell = layout.cellOf(pixel);
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                max = k == c ? max : Math.max(max, input.inPlane(first + k, cell));
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += k == c ? 0 : Math.exp(input.inPlane(first + k, cell) - max);
            }
            return (float) (input.inPlane(first + c, cell) - max - Math.log(sum));
        });
    }

    /** Softmax in place; an infinite maximum gives NaN, as {@code ∞ − ∞} does. */
    static void softmaxLine(float[] line, DimLines.Loop loop) {
        exponentials(line, max(line), line, loop);
        float sum = sum(line, loop);
        for (int c = 0; c < line.length; c++) {
            line[c] = loop == DimLines.Loop.LAST ? line[c] * (1f / sum) : line[c] / sum;
        }
    }

    /** Log-softmax in place; an infinite maximum gives NaN. */
    static void logSoftmaxLine(float[] line, DimLines.Loop loop) {
        float max = max(line);
        float log = logOfSum(line, max, loop);
        for (int c = 0; c < line.length; c++) {
            line[c] = line[c] - max - log;
        }
    }

    /** The maximum; NaN when there is one. */
    static float max(float[] line) {
        float max = Float.NEGATIVE_INFINITY;
        for (float x : line) {
            max = Math.max(max, x);
        }
        return max;
    }

    /** {@code log Σ e^(line − max)}. */
    static float logOfSum(float[] line, float max, DimLines.Loop loop) {
        return FloatMath.log(sumOfPowers(line, max, loop));
    }

    /** {@code Σ e^(line − max)}, the denominator in {@link #softmaxLine}. */
    static float sumOfPowers(float[] line, float max, DimLines.Loop loop) {
        float[] powers = new float[line.length];
        exponentials(line, max, powers, loop);
        return sum(powers, loop);
    }

    /** Sets {@code out} to {@code e^(line − max)}. */
    private static void exponentials(float[] line, float max, float[] out, DimLines.Loop loop) {
        for (int c = 0; c < line.length; c++) {
            out[c] = loop.exp(line[c] - max);
        }
    }

    private static float sum(float[] line, DimLines.Loop loop) {
        if (loop == DimLines.Loop.LAST) {
            return FloatSum.ofLine(line);
        }
        float sum = 0;
        for (float x : line) {
            sum += x;
        }
        return sum;
    }
}
