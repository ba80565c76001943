package lossgrid.core.loss;

import java.util.Arrays;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.DimLines;
import lossgrid.core.math.FloatSum;
import lossgrid.core.math.RowMath;

/** The gradients of activations in one pass over blocks of cells; bit for bit those of {@link ActivationMath}. */
final class FusedBackward {
    private static final int LEAST_POWER = -124;
    /** Rows of scratch beside those of the classes. */
    private static final int ROWS = 8;

    private FusedBackward() {}

    /** Through softmax over the classes: {@code y · (grad − Σ grad · y)}. */
    static Tensor softmax(Tensor grad, Tensor output) {
        float[][] out = FusedClasses.planes(output.shape());
        Blocks blocks = blocks(output.shape());
        blocks.run(() -> new SoftmaxWorker(grad, output, out, blocks.width()));
        return new Tensor(output.shape(), out);
    }

    /** Through log_softmax over the classes: {@code grad − e^y · Σ grad}. */
    static Tensor logSoftmax(Tensor grad, Tensor output) {
        float[][] out = FusedClasses.planes(output.shape());
        Blocks blocks = blocks(output.shape());
        blocks.run(() -> new LogSoftmaxWorker(grad, output, out, blocks.width()));
        return new Tensor(output.shape(), out);
    }

    /** Through the sigmoid: {@code grad · (1 − y) · y}. */
    static Tensor sigmoid(Tensor grad, Tensor output) {
        return byRows(grad, output, FusedBackward::throughSigmoid);
    }

    /** Through {@code e^y}, from y: {@code grad · e^y}. */
    static Tensor exp(Tensor grad, Tensor input) {
        return byRows(grad, input, FusedBackward::throughExp);
    }

    /** Works on a row of gradients in place, beside the same row of another tensor. */
    @FunctionalInterface
    private interface Row {
        void apply(float[] g, float[] beside);
    }

    private static Tensor byRows(Tensor grad, Tensor beside, Row row) {
        Shape shape = beside.shape();
        float[][] out = FusedClasses.planes(shape);
        Blocks blocks = Blocks.of(shape.size() / shape.planeSize(), shape.planeSize(), ROWS);
        blocks.run(() -> {
            float[] g = new float[blocks.width()];
            float[] y = new float[blocks.width()];
            return (_, plane, start, count) -> {
                grad.copy(plane, start, g, count);
                beside.copy(plane, start, y, count);
                row.apply(g, y);
                System.arraycopy(g, 0, out[plane], start, count);
            };
        });
        return new Tensor(shape, out);
    }

    private static Blocks blocks(Shape shape) {
        return Blocks.of(shape.dim(0), shape.planeSize(), 2 * shape.dim(Nchw.CLASS_DIM) + ROWS);
    }

    private static void throughExp(float[] g, float[] y) {
        for (int j = 0; j < g.length; j++) {
            g[j] = ActivationMath.throughExp(g[j], y[j]);
        }
    }

    private static void throughSigmoid(float[] g, float[] y) {
        for (int j = 0; j < g.length; j++) {
            g[j] = g[j] * (1f - y[j]) * y[j];
        }
    }

    private static void addProduct(float[] dot, float[] g, float[] y) {
        for (int j = 0; j < dot.length; j++) {
            dot[j] = Math.fma(g[j], y[j], dot[j]);
        }
    }

    private static void throughSoftmax(float[] g, float[] y, float[] dot) {
        for (int j = 0; j < g.length; j++) {
            g[j] = y[j] * (g[j] - dot[j]);
        }
    }

    private static void add(float[] sum, float[] g) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += g[j];
        }
    }

    private static void throughLog(float[] g, float[] e, float[] sum) {
        for (int j = 0; j < g.length; j++) {
            g[j] = Math.fma(-e[j], sum[j], g[j]);
        }
    }

    /** The rows of all classes of a block. */
    private static void load(Tensor from, int first, int start, int count, float[][] rows) {
        for (int c = 0; c < rows.length; c++) {
            from.copy(first + c, start, rows[c], count);
            Arrays.fill(rows[c], count, rows[c].length, 0f);
        }
    }

    private static void store(float[][] rows, float[][] out, int first, int start, int count) {
        for (int c = 0; c < rows.length; c++) {
            System.arraycopy(rows[c], 0, out[first + c], start, count);
        }
    }

    private static final class SoftmaxWorker implements Blocks.Worker {
        private final Tensor grad;
        private final Tensor output;
        private final float[][] out;
        private final float[][] g;
        private final float[][] y;
        private final float[] dot;

        SoftmaxWorker(Tensor grad, Tensor output, float[][] out, int width) {
            this.grad = grad;
            this.output = output;
            this.out = out;
            g = new float[output.shape().dim(Nchw.CLASS_DIM)][width];
            y = new float[g.length][width];
            dot = new float[width];
        }

        @Override
        public void work(int block, int n, int start, int count) {
            int first = n * g.length;
            load(grad, first, start, count, g);
            load(output, first, start, count, y);
            Arrays.fill(dot, 0f);
            for (int c = 0; c < g.length; c++) {
                addProduct(dot, g[c], y[c]);
            }
            for (int c = 0; c < g.length; c++) {
                throughSoftmax(g[c], y[c], dot);
            }
            store(g, out, first, start, count);
        }
    }

    private static final class LogSoftmaxWorker implements Blocks.Worker {
        private final Tensor grad;
        private final Tensor output;
        private final float[][] out;
        private final float[][] g;
        private final float[][] y;
        private final float[] sum;
        private final float[] zeros;
        private final RowMath.Pipe pipe;

        LogSoftmaxWorker(Tensor grad, Tensor output, float[][] out, int width) {
            this.grad = grad;
            this.output = output;
            this.out = out;
            g = new float[output.shape().dim(Nchw.CLASS_DIM)][width];
            y = new float[g.length][width];
            sum = new float[width];
            zeros = new float[width];
            pipe = new RowMath.Pipe(width, LEAST_POWER);
        }

        @Override
        public void work(int block, int n, int start, int count) {
            int first = n * g.length;
            load(grad, first, start, count, g);
            load(output, first, start, count, y);
            exponentials(first, start, count);
            Arrays.fill(sum, 0f);
            for (float[] row : g) {
                add(sum, row);
            }
            for (int c = 0; c < g.length; c++) {
                throughLog(g[c], y[c], sum);
            }
            store(g, out, first, start, count);
        }

        /**
         * Turns log-probabilities into probabilities, one by one where they are extreme or left over by PyTorch's
         * vectorized loop.
         */
        private void exponentials(int first, int start, int count) {
            pipe.clear();
            for (float[] row : y) {
                pipe.exp(row, row, zeros);
            }
            int planeSize = output.shape().planeSize();
            int vectorized = planeSize - planeSize % FloatSum.LANES;
            int from = pipe.isOrdinary() ? Math.max(0, vectorized - start) : 0;
            for (int j = from; j < count; j++) {
                DimLines.Loop loop = start + j < vectorized ? DimLines.Loop.VECTOR : DimLines.Loop.TAIL;
                for (int c = 0; c < y.length; c++) {
                    y[c][j] = loop.exp(output.inPlane(first + c, start + j));
                }
            }
        }
    }
}
