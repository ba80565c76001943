package lossgrid.core.loss;

import java.util.Arrays;
import lossgrid.core.math.FloatSum;
import lossgrid.core.math.RowMath;

/** The loss of a block of pixels, from the maxima and logarithms of {@link ClassWorker}. */
final class ClassLosses {
    /** For more classes, looking up each pixel's number is faster than a loop over all of them. */
    private static final int FEW_CLASSES = 4;

    private static final int LEVELS = 4;
    private static final int LEVEL_POWER = 4;

    private final float[] row;
    private final float[][] levels;

    ClassLosses(ClassPlanes planes, int width) {
        row = new float[width];
        levels = new float[LEVELS][planes.isSmoothed() ? width : 0];
    }

    /** The number of each pixel's class; where a number is infinite or NaN, that of its pixel may be NaN instead. */
    static void gather(float[][] rows, int[] label, float[] out, int count) {
        if (rows.length <= FEW_CLASSES) {
            Arrays.fill(out, 0f);
            for (int c = 0; c < rows.length; c++) {
                addWhere(out, rows[c], label, c);
            }
        } else {
            for (int j = 0; j < count; j++) {
                out[j] = rows[Math.max(label[j], 0)][j];
            }
        }
    }

    /** Adds numbers where the label is c, without a branch. */
    private static void addWhere(float[] out, float[] x, int[] label, int c) {
        for (int j = 0; j < out.length; j++) {
            out[j] += x[j] * Math.max(0, 1 - Math.abs(label[j] - c));
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
}
