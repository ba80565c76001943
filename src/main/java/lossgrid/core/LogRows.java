package lossgrid.core;

/** Logarithms of rows: the steps of {@link FloatMath#log} are loops of their own, since C2 leaves a loop of very many operations as it is. */
final class LogRows {
    private final float[] mantissa;
    private final float[] ratio;
    private final float[] rest;
    private final float[] cubic;
    private final int[] power;

    LogRows(int width) {
        mantissa = new float[width];
        ratio = new float[width];
        rest = new float[width];
        cubic = new float[width];
        power = new int[width];
    }

    /** {@code log(1 + x)} for x in 0…1. */
    void ofOnePlus(float[] out, float[] x) {
        splitOnePlus(mantissa, power, x);
        ofProducts(out, mantissa, power);
    }

    /** {@code log(m 2^n)} for m in 0.75…1.5. */
    void ofProducts(float[] out, float[] m, int[] n) {
        ratios(ratio, rest, m);
        cubics(cubic, ratio);
        logs(out, ratio, rest, cubic, n);
    }

    /** Where the power of two is only 0 or 1. */
    private static void splitOnePlus(float[] mantissa, int[] power, float[] x) {
        for (int j = 0; j < mantissa.length; j++) {
            float whole = 1f + x[j];
            int n = (int) (FloatMath.scaledForLog(whole) * 0.5f);
            power[j] = n;
            mantissa[j] = whole * (1f - 0.5f * n);
        }
    }

    private static void ratios(float[] ratio, float[] rest, float[] mantissa) {
        for (int j = 0; j < ratio.length; j++) {
            ratio[j] = FloatMath.logRatio(mantissa[j]);
            rest[j] = FloatMath.logRest(mantissa[j]);
        }
    }

    private static void cubics(float[] cubic, float[] ratio) {
        for (int j = 0; j < cubic.length; j++) {
            cubic[j] = FloatMath.logCubic(ratio[j]);
        }
    }

    private static void logs(float[] out, float[] ratio, float[] rest, float[] cubic, int[] power) {
        for (int j = 0; j < out.length; j++) {
            out[j] = FloatMath.logOf(ratio[j], rest[j], cubic[j], power[j]);
        }
    }
}
