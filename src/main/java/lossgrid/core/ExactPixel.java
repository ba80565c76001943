package lossgrid.core;

/** One pixel of a fused pass the stepwise way: for NaN, infinities, extreme spreads, and the last pixels of a plane. */
final class ExactPixel {
    private final ClassPlanes planes;
    private final float own;
    private final float even;
    private final float[] line;
    private final float[] slope;

    ExactPixel(ClassPlanes planes, float own, float even) {
        this.planes = planes;
        this.own = own;
        this.even = even;
        this.line = new float[planes.classes()];
        this.slope = new float[planes.classes()];
    }

    private Lines.Loop loop(int cell) {
        int size = planes.planeSize();
        return cell < size - size % FloatSum.LANES ? Lines.Loop.VECTOR : Lines.Loop.TAIL;
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

    /** The activations of a pixel. Leaves the log-probabilities in the line. */
    void activate(int n, int cell) {
        float[][] probabilities = planes.probabilities();
        if (probabilities != null) {
            softmax(n, cell);
            store(line, probabilities, n, cell);
        }
        logSoftmax(n, cell);
        float[][] logProbabilities = planes.logProbabilities();
        if (logProbabilities != null) {
            store(line, logProbabilities, n, cell);
        }
    }

    /** The probabilities of a pixel, in an array that the next call writes over. */
    float[] softmax(int n, int cell) {
        load(n, cell);
        Activations.softmaxLine(line, loop(cell));
        return line;
    }

    /** Leaves the log-probabilities of a pixel in the line. */
    void logSoftmax(int n, int cell) {
        load(n, cell);
        Activations.logSoftmaxLine(line, loop(cell));
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
    void gradient(ClassTargets targets, float[][] out, int label, int n, int cell) {
        store(gradient(targets, label, cell), out, n, cell);
    }

    /** As above, in an array that the next call writes over. */
    float[] gradient(ClassTargets targets, int label, int cell) {
        float sum = 0;
        for (int c = 0; c < line.length; c++) {
            slope[c] = c == label ? -targets.weightOf(c) * own : 0f;
            slope[c] += targets.isSmoothed() ? -(label == ClassTargets.IGNORED ? 0f : even) * targets.weightOf(c) : 0f;
            sum += slope[c];
        }
        for (int c = 0; c < line.length; c++) {
            slope[c] = Math.fma(-loop(cell).exp(line[c]), sum, slope[c]);
        }
        return slope;
    }
}
