package lossgrid.core.loss;

import java.util.Arrays;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.FloatMath;
import lossgrid.core.math.RowMath;
import lossgrid.core.math.RowSum;

/** One thread of the pass over probabilities: {@code binary_cross_entropy} and its gradient. */
final class ProbabilityWorker implements Blocks.Worker {
    private final Tensor input;
    private final BinaryPlanes.Targets targets;
    private final RowMath.Pipe pipe;
    private final RowSum total;
    private final float[] x;
    private final float[] rest;
    private final float[] y;
    private final float[] w;
    private final float[] logOfRest;
    private final float[] log;
    private final float[] out;

    ProbabilityWorker(Tensor input, BinaryPlanes.Targets targets, int width) {
        this.input = input;
        this.targets = targets;
        pipe = new RowMath.Pipe(width, Integer.MIN_VALUE);
        total = new RowSum(width);
        x = new float[width];
        rest = new float[width];
        y = new float[width];
        w = new float[width];
        logOfRest = new float[width];
        log = new float[width];
        out = new float[width];
        Arrays.fill(w, 1f);
    }

    @Override
    public void work(int block, int plane, int start, int count) {
        input.copy(plane, start, x, count);
        Arrays.fill(x, count, x.length, 1f);
        int first = input.shape().element(plane, start);
        if (!(least(x) >= 0 && greatest(x) <= 1)) {
            targets.ledger().offender(block, first);
            return;
        }
        targets.target().copy(first, count, y);
        if (!targets.weights().isOnes()) {
            targets.weights().copy(plane, start, count, w);
        }
        oneMinus(rest, x);
        clampedLogs(log, x);
        clampedLogs(logOfRest, rest);
        loss(out, y, w, log, logOfRest);
        System.arraycopy(out, 0, targets.loss()[plane], start, count);
        targets.ledger().numerator(block, total.of(out, count));
        slope(out, x, y, w, targets.denominator());
        System.arraycopy(out, 0, targets.gradient()[plane], start, count);
    }

    /**
     * Logarithms clamped at PyTorch's least; a number too small for the vectorized loop gets that or its exact
     * logarithm.
     */
    private void clampedLogs(float[] logs, float[] numbers) {
        atLeastNormal(out, numbers);
        pipe.log(logs, out);
        if (least(numbers) < Float.MIN_NORMAL) {
            for (int j = 0; j < numbers.length; j++) {
                logs[j] = numbers[j] < Float.MIN_NORMAL ? BinaryLosses.clampedLog(numbers[j]) : logs[j];
            }
        }
    }

    /** One element of {@link #clampedLogs}. */
    static float clampedLog(float x) {
        return x < Float.MIN_NORMAL ? BinaryLosses.clampedLog(x) : FloatMath.log(x);
    }

    /** The least number; NaN if there is one. */
    private static float least(float[] numbers) {
        float least = Float.POSITIVE_INFINITY;
        for (float number : numbers) {
            least = Math.min(least, number);
        }
        return least;
    }

    private static float greatest(float[] numbers) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float number : numbers) {
            greatest = Math.max(greatest, number);
        }
        return greatest;
    }

    private static void oneMinus(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = 1f - x[j];
        }
    }

    private static void atLeastNormal(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = Math.max(x[j], Float.MIN_NORMAL);
        }
    }

    private static void loss(float[] out, float[] y, float[] w, float[] log, float[] logOfRest) {
        for (int j = 0; j < out.length; j++) {
            out[j] = ((y[j] - 1f) * logOfRest[j] - y[j] * log[j]) * w[j];
        }
    }

    private static void slope(float[] out, float[] x, float[] y, float[] w, float denominator) {
        for (int j = 0; j < out.length; j++) {
            float variance = Math.max((1f - x[j]) * x[j], BinaryLosses.EPSILON);
            out[j] = (x[j] - y[j]) / variance * w[j] / denominator;
        }
    }
}
