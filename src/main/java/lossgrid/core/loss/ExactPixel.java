package lossgrid.core.loss;

import lossgrid.core.math.DimLines;
import lossgrid.core.math.FloatMath;
import lossgrid.core.math.FloatSum;

/**
 * One pixel of a fused pass, computed stepwise: for NaN, infinities, extreme spreads, and the last pixels of a plane.
 */
final class ExactPixel {
    private final ClassPlanes planes;
    private final float[] line;
    private float max;
    private float sum;
    private float log;

    ExactPixel(ClassPlanes planes) {
        this.planes = planes;
        this.line = new float[planes.classes()];
    }

    private DimLines.Loop loop(int cell) {
        return DimLines.Loop.acrossPlanes(cell, planes.planeSize());
    }

    private void load(int n, int cell) {
        for (int c = 0; c < line.length; c++) {
            line[c] = planes.logits().inPlane(n * line.length + c, cell);
        }
    }

    private static void store(float[] column, float[][] out, int n, int cell) {
        for (int c = 0; c < column.length; c++) {
            out[n * column.length + c][cell] = column[c];
        }
    }

    /** Computes the activations of a pixel and leaves the log-probabilities in the line. */
    void activate(int n, int cell) {
        float[][] probabilities = planes.probabilities();
        if (probabilities != null) {
            softmax(n, cell);
            store(line, probabilities, n, cell);
        }
        logSoftmax(n, cell);
        SoftmaxView view = planes.view();
        if (view != null) {
            view.max()[n][cell] = max;
            view.sum()[n][cell] = sum;
        }
        float[][] logProbabilities = planes.logProbabilities();
        if (logProbabilities != null) {
            store(line, logProbabilities, n, cell);
        }
        LogSums sums = planes.sums();
        if (sums != null) {
            sums.max()[n][cell] = max;
            sums.log()[n][cell] = log;
        }
    }

    /** Leaves the probabilities of a pixel in the line. */
    private void softmax(int n, int cell) {
        load(n, cell);
        ActivationMath.softmaxLine(line, loop(cell));
    }

    /** Leaves the log-probabilities of a pixel in the line. */
    void logSoftmax(int n, int cell) {
        load(n, cell);
        max = ActivationMath.max(line);
        sum = ActivationMath.sumOfPowers(line, max, loop(cell));
        log = FloatMath.log(sum);
        for (int c = 0; c < line.length; c++) {
            line[c] = line[c] - max - log;
        }
    }

    /** The loss of the pixel just activated, of class {@code label}. */
    float loss(ClassTargets targets, int label, int cell) {
        if (label == ClassTargets.IGNORED) {
            return targets.smoothed(0f, 0f);
        }
        float nll = -line[label] * targets.weightOf(label);
        if (!targets.isSmoothed()) {
            return nll;
        }
        float smooth = -FloatSum.ofColumn(line.length, cell, planes.planeSize(), c -> line[c] * targets.weightOf(c));
        return targets.smoothed(nll, smooth);
    }

    /** The gradient of the pixel just activated, of class {@code label}. */
    void gradient(ClassSlopes slopes, int label, int cell, float[] out) {
        float total = slopes.total(label);
        for (int c = 0; c < out.length; c++) {
            out[c] = slopes.byLogit(loop(cell).exp(line[c]), total, label, c);
        }
    }
}
