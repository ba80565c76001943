package lossgrid.core;

/**
 * PyTorch's activations on float32 tensors of any rank, and their gradients. Results have the shape of the input. Definitions: the pages of {@code
 * torch.sigmoid}, {@code torch.nn.functional.logsigmoid}, {@code torch.softmax} and {@code torch.nn.functional.log_softmax} in PyTorch's
 * documentation.
 *
 * <p>Computed in double and rounded once, except where PyTorch's float32 saturates and users meet it: {@code sigmoid(17f) == 1f}.
 */
public final class Activations {
    private Activations() {}

    /**
     * {@code 1 / (1 + e^-x)}, with the denominator rounded to float32 as PyTorch does: exactly 1 from x = 16.64 on, exactly 0 below −88.7. NaN gives NaN.
     */
    public static float sigmoid(float x) {
        return 1f / (float) (1.0 + (float) Math.exp(-x));
    }

    /** {@code log(sigmoid(x))} without its saturation: {@code min(x, 0) − log1p(e^-|x|)}. NaN gives NaN, −∞ gives −∞. */
    public static float logSigmoid(float x) {
        return (float) (Math.min(x, 0.0) - Math.log1p(Math.exp(-Math.abs((double) x))));
    }

    /** {@link #sigmoid(float)} of every element. */
    public static Tensor sigmoid(Tensor input) {
        return map(input, Activations::sigmoid);
    }

    /** {@link #logSigmoid(float)} of every element. */
    public static Tensor logSigmoid(Tensor input) {
        return map(input, Activations::logSigmoid);
    }

    /**
     * {@code e^x / Σ e^x} along {@code dim}.
     *
     * @param dim the dimension that is normalized; negative ones count from the end
     * @throws TorchException {@code IndexError} when {@code dim} is out of range
     */
    public static Tensor softmax(Tensor input, int dim) {
        return alongDim(input, dim, Activations::softmaxRow);
    }

    /**
     * {@code x − log Σ e^x} along {@code dim}.
     *
     * @param dim the dimension that is normalized; negative ones count from the end
     * @throws TorchException {@code IndexError} when {@code dim} is out of range
     */
    public static Tensor logSoftmax(Tensor input, int dim) {
        return alongDim(input, dim, Activations::logSoftmaxRow);
    }

    /** The gradient with respect to x from that with respect to {@code sigmoid(x)}: {@code grad · (1 − y) · y}. */
    public static Tensor sigmoidBackward(Tensor grad, Tensor output) {
        return Tensor.generate(output.shape(), i -> grad.at(i) * (1f - output.at(i)) * output.at(i));
    }

    /** The gradient with respect to x from that with respect to {@code logsigmoid(x)}: {@code grad · sigmoid(−x)}. */
    public static Tensor logSigmoidBackward(Tensor grad, Tensor input) {
        return Tensor.generate(input.shape(), i -> (float) (grad.at(i) / (1.0 + Math.exp(input.at(i)))));
    }

    /** The gradient with respect to x from that with respect to {@code softmax(x, dim)}: {@code y · (grad − Σ grad · y)}. */
    public static Tensor softmaxBackward(Tensor grad, Tensor output, int dim) {
        return alongDim(grad, output, dim, (row, y) -> {
            double dot = 0;
            for (int c = 0; c < row.length; c++) {
                dot += row[c] * y[c];
            }
            for (int c = 0; c < row.length; c++) {
                row[c] = y[c] * (row[c] - dot);
            }
        });
    }

    /** The gradient with respect to x from that with respect to {@code log_softmax(x, dim)}: {@code grad − e^y · Σ grad}. */
    public static Tensor logSoftmaxBackward(Tensor grad, Tensor output, int dim) {
        return alongDim(grad, output, dim, (row, y) -> {
            double sum = 0;
            for (double g : row) {
                sum += g;
            }
            for (int c = 0; c < row.length; c++) {
                row[c] -= Math.exp(y[c]) * sum;
            }
        });
    }

    /**
     * The logit of one class against all others together: {@code x_c − log Σ_{k≠c} e^{x_k}}, whose sigmoid is the class's softmax probability. For two
     * classes the difference of the two logits.
     *
     * @param input {@code [N, C, H, W]}, C at least 2
     * @return {@code [N, 1, H, W]}
     */
    public static Tensor oneAgainstRest(Tensor input, int c) {
        Shape shape = input.shape();
        int classes = shape.dim(1);
        int planeSize = shape.planeSize();
        return Tensor.generate(shape.with(1, 1), pixel -> {
            int first = pixel / planeSize * classes;
            int cell = pixel % planeSize;
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

    /** In place; an infinite maximum gives NaN, as {@code ∞ − ∞} does. */
    static void softmaxRow(double[] row) {
        double max = max(row);
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            row[c] = Math.exp(row[c] - max);
            sum += row[c];
        }
        for (int c = 0; c < row.length; c++) {
            row[c] /= sum;
        }
    }

    /** In place; see {@link #softmaxRow}. */
    static void logSoftmaxRow(double[] row) {
        double max = max(row);
        double sum = 0;
        for (double x : row) {
            sum += Math.exp(x - max);
        }
        double log = Math.log(sum);
        for (int c = 0; c < row.length; c++) {
            row[c] = row[c] - max - log;
        }
    }

    /** The largest element; NaN when there is one. */
    private static double max(double[] row) {
        double max = Double.NEGATIVE_INFINITY;
        for (double x : row) {
            max = Math.max(max, x);
        }
        return max;
    }

    @FunctionalInterface
    private interface FloatFunction {
        float apply(float x);
    }

    private static Tensor map(Tensor input, FloatFunction f) {
        float[][] out = Tensor.allocatePlanes(input.shape());
        for (int p = 0; p < out.length; p++) {
            float[] in = input.plane(p);
            for (int j = 0; j < in.length; j++) {
                out[p][j] = f.apply(in[j]);
            }
        }
        return new Tensor(input.shape(), out);
    }

    @FunctionalInterface
    private interface RowFunction {
        void apply(double[] row);
    }

    @FunctionalInterface
    private interface RowPairFunction {
        void apply(double[] row, double[] other);
    }

    private static Tensor alongDim(Tensor input, int dim, RowFunction f) {
        return alongDim(input, input, dim, (row, same) -> f.apply(row));
    }

    /** Applies {@code f} to every line of {@code input} along {@code dim}, beside the same line of {@code other}; rounds what it leaves in the first. */
    private static Tensor alongDim(Tensor input, Tensor other, int dim, RowPairFunction f) {
        Shape shape = input.shape();
        int d = shape.wrap(dim);
        int length = shape.rank() == 0 ? 1 : shape.dim(d);
        int stride = shape.rank() == 0 ? 1 : shape.stride(d);
        int planeSize = Math.max(shape.planeSize(), 1);
        float[][] out = Tensor.allocatePlanes(shape);
        double[] row = new double[length];
        double[] beside = new double[length];
        for (int start = 0; start < shape.size(); start++) {
            if (start / stride % length != 0) {
                continue;
            }
            for (int c = 0; c < length; c++) {
                row[c] = input.at(start + c * stride);
                beside[c] = other.at(start + c * stride);
            }
            f.apply(row, beside);
            for (int c = 0; c < length; c++) {
                int i = start + c * stride;
                out[i / planeSize][i % planeSize] = (float) row[c];
            }
        }
        return new Tensor(shape, out);
    }
}
