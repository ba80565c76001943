package lossgrid.core;

/** The steps of {@link BinaryLosses} over rows, in loops that C2 vectorizes: see {@link RowMath}. */
final class BinaryRows {
    private BinaryRows() {}

    static void negate(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = -x[j];
        }
    }

    static void negativeMagnitude(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = -Math.abs(x[j]);
        }
    }

    static void plusOne(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = 1f + x[j];
        }
    }

    static void inverseOfOnePlus(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = 1f / (1f + x[j]);
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
