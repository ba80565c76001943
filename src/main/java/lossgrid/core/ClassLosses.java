package lossgrid.core;

import java.util.Arrays;

/** The loss of a block of pixels and its gradient, from what {@link ClassWorker} has found for them. */
final class ClassSlopes {
    private static final int LEVELS = 4;
    private static final int LEVEL_POWER = 4;

    private final RowMath.Pipe pipe;
    private final float own;
    private final float even;
    private final float[] row;
    private final float[] zeros;
    private final float[] total;
    private final float[] share;
    private final float[][] levels;
    /** With label smoothing, the gradient with respect to the log-probabilities. */
    private final float[][] slope;

    ClassSlopes(ClassPlanes planes, RowMath.Pipe pipe, int width, float own, float even) {
        this.pipe = pipe;
        this.own = own;
        this.even = even;
        row = new float[width];
        zeros = new float[width];
        total = new float[width];
        share = new float[width];
        levels = new float[LEVELS][planes.isSmoothed() ? width : 0];
        slope = new float[planes.isSmoothed() && planes.hasGradient() ? planes.classes() : 0][width];
    }

    /** The number of each pixel's class. */
    static void gather(float[][] rows, int[] label, float[] out, int count) {
        for (int j = 0; j < count; j++) {
            out[j] = rows[Math.max(label[j], 0)][j];
        }
    }

    /** Turns the logit of each pixel's class into the pixel's loss. */
    void loss(
            ClassTargets targets,
            float[][] x,
            float[] max,
            float[] log,
            float[] loss,
            ClassTargets.Rows rows,
            int count) {
        negativeLog(loss, max, log, rows.weight);
        if (targets.isSmoothed()) {
            smooth(targets, x, max, log);
            mix(loss, levels[0], targets.ownShare(), targets.evenShare());
        }
        for (int j = 0; rows.hasIgnored && j < count; j++) {
            loss[j] = rows.label[j] == ClassTargets.IGNORED ? 0f : loss[j];
        }
    }

    private static void negativeLog(float[] z, float[] max, float[] log, float[] weight) {
        for (int j = 0; j < z.length; j++) {
            z[j] = -(z[j] - max[j] - log[j]) * weight[j];
        }
    }

    private static void mix(float[] nll, float[] sum, float own, float even) {
        for (int j = 0; j < nll.length; j++) {
            nll[j] = own * nll[j] + -sum[j] * even;
        }
    }

    /** The weighted log-probabilities of all classes, added in the cascades of {@link FloatSum}. */
    private void smooth(ClassTargets targets, float[][] x, float[] max, float[] log) {
        for (float[] level : levels) {
            Arrays.fill(level, 0f);
        }
        int whole = x.length - x.length % (1 << LEVEL_POWER);
        for (int c = 0; c < x.length; c++) {
            RowMath.minus(row, x[c], max, log);
            addProduct(levels[0], row, targets.weightOf(c));
            for (int level = 1; level < LEVELS && c < whole; level++) {
                if ((c + 1) % (1 << (level * LEVEL_POWER)) != 0) {
                    break;
                }
                add(levels[level], levels[level - 1]);
                Arrays.fill(levels[level - 1], 0f);
            }
        }
        for (int level = 1; level < LEVELS; level++) {
            add(levels[0], levels[level]);
        }
    }

    private static void addProduct(float[] sum, float[] x, float factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += x[j] * factor;
        }
    }

    private static void add(float[] sum, float[] x) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += x[j];
        }
    }

    void gradient(
            ClassTargets targets,
            float[][] x,
            float[][] e,
            float[] max,
            float[] log,
            ClassTargets.Rows rows,
            int n,
            int start,
            int count) {
        float[][] out = targets.gradient();
        if (out == null) {
            return;
        }
        for (int c = 0; c < x.length; c++) {
            RowMath.minus(row, x[c], max, log);
            pipe.exp(e[c], row, zeros);
        }
        if (targets.isSmoothed()) {
            smoothed(targets, rows, e, count);
        } else {
            plain(rows, e, count);
        }
        for (int c = 0; c < x.length; c++) {
            System.arraycopy(e[c], 0, out[n * x.length + c], start, count);
        }
    }

    private void plain(ClassTargets.Rows rows, float[][] e, int count) {
        gather(e, rows.label, share, count);
        times(total, rows.weight, -own);
        // If all are ignored, their share is infinite.
        for (int j = 0; rows.hasIgnored && j < count; j++) {
            total[j] = rows.label[j] == ClassTargets.IGNORED ? 0f : total[j];
        }
        for (float[] exponentials : e) {
            throughLog(exponentials, total, zeros);
        }
        for (int j = 0; j < count; j++) {
            if (rows.label[j] != ClassTargets.IGNORED) {
                e[rows.label[j]][j] = Math.fma(-share[j], total[j], total[j]);
            }
        }
    }

    private void smoothed(ClassTargets targets, ClassTargets.Rows rows, float[][] e, int count) {
        for (int j = 0; j < count; j++) {
            share[j] = rows.label[j] == ClassTargets.IGNORED ? 0f : -even;
        }
        for (int c = 0; c < e.length; c++) {
            times(slope[c], share, targets.weightOf(c));
        }
        for (int j = 0; j < count; j++) {
            int label = rows.label[j];
            if (label != ClassTargets.IGNORED) {
                slope[label][j] = -targets.weightOf(label) * own + -even * targets.weightOf(label);
            }
        }
        Arrays.fill(total, 0f);
        for (float[] one : slope) {
            add(total, one);
        }
        for (int c = 0; c < e.length; c++) {
            throughLog(e[c], total, slope[c]);
        }
    }

    /** Plus 0, so that no zero is negative. */
    private static void times(float[] out, float[] x, float factor) {
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j] * factor + 0f;
        }
    }

    private static void throughLog(float[] e, float[] sum, float[] slope) {
        for (int j = 0; j < e.length; j++) {
            e[j] = Math.fma(-e[j], sum[j], slope[j]);
        }
    }
}
