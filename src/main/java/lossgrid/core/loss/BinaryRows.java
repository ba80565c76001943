package lossgrid.core.loss;

import lossgrid.core.math.FloatMath;
import lossgrid.core.math.RowMath;

/** The steps of {@link BinaryLosses} on rows, in loops that C2 vectorizes: see {@link RowMath}. */
final class BinaryRows {
    private BinaryRows() {}

    /**
     * The bits of the powers of two nearest to {@code e^-x} and to {@code e^-|x|}.
     *
     * @return negative if one of the latter is less than {@code least}
     */
    static int powers(float[] x, int[] bits, int[] bitsOfMagnitude, int least) {
        int signs = 0;
        for (int j = 0; j < bits.length; j++) {
            int n = (int) FloatMath.powerOf(-x[j]);
            int ofMagnitude = -Math.abs(n);
            signs |= ofMagnitude - least;
            bits[j] = FloatMath.bitsOfPower(n);
            bitsOfMagnitude[j] = FloatMath.bitsOfPower(ofMagnitude);
        }
        return signs;
    }

    static void sigmoids(float[] out, float[] x, float[] power) {
        for (int j = 0; j < out.length; j++) {
            float d = -x[j];
            out[j] = 1f / (1f + FloatMath.withoutPower(d, FloatMath.powerOf(d)) * power[j]);
        }
    }

    static void exponentialsOfMagnitude(float[] out, float[] x, float[] power) {
        for (int j = 0; j < out.length; j++) {
            float d = -Math.abs(x[j]);
            out[j] = FloatMath.withoutPower(d, FloatMath.powerOf(d)) * power[j];
        }
    }

    /** @param log of {@code 1 + e^-|x|} */
    static void loss(float[] out, float[] x, float[] y, float[] w, float[] log) {
        for (int j = 0; j < out.length; j++) {
            float max = Math.max(-x[j], 0f);
            out[j] = ((1f - y[j]) * x[j] + max + log[j]) * w[j];
        }
    }

    /** With {@code pos_weight}. */
    static void loss(float[] out, float[] x, float[] y, float[] w, float[] pw, float[] log) {
        for (int j = 0; j < out.length; j++) {
            float max = Math.max(-x[j], 0f);
            float factor = (pw[j] - 1f) * y[j] + 1f;
            out[j] = ((1f - y[j]) * x[j] + factor * (log[j] + max)) * w[j];
        }
    }

    static void slope(float[] out, float[] sigmoid, float[] y, float[] w, float denominator) {
        for (int j = 0; j < out.length; j++) {
            out[j] = (sigmoid[j] - y[j]) * w[j] / denominator;
        }
    }

    /** With {@code pos_weight}. */
    static void slope(float[] out, float[] sigmoid, float[] y, float[] w, float[] pw, float denominator) {
        for (int j = 0; j < out.length; j++) {
            float positive = pw[j] * y[j];
            out[j] = ((positive + 1f - y[j]) * sigmoid[j] - positive) * w[j] / denominator;
        }
    }
}
