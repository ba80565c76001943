package lossgrid.core.math;

/** Logarithms of rows, in two loops each: a single loop is slower. */
public final class LogRows {
    private final float[] ratio;
    private final float[] rest;
    private final float[] power;

    public LogRows(int width) {
        ratio = new float[width];
        rest = new float[width];
        power = new float[width];
    }

    /** {@code log(1 + x)} for x in 0…1. */
    public void ofOnePlus(float[] out, float[] x) {
        ratiosOfOnePlus(ratio, rest, power, x);
        logs(out, ratio, rest, power);
    }

    /** {@code log(m 2^n)} for m in 0.75…1.5. */
    void ofProducts(float[] out, float[] m, float[] n) {
        ratios(ratio, rest, m);
        logs(out, ratio, rest, n);
    }

    /** The ratios for {@link #ofOnePlus}, where the power of two is 0 or 1. */
    private static void ratiosOfOnePlus(float[] ratio, float[] rest, float[] power, float[] x) {
        for (int j = 0; j < power.length; j++) {
            float whole = 1f + x[j];
            float n = (int) (FloatMath.scaledForLog(whole) * 0.5f);
            float m = whole * (1f - 0.5f * n);
            power[j] = n;
            ratio[j] = FloatMath.logRatio(m);
            rest[j] = FloatMath.logRest(m);
        }
    }

    private static void ratios(float[] ratio, float[] rest, float[] mantissa) {
        for (int j = 0; j < ratio.length; j++) {
            ratio[j] = FloatMath.logRatio(mantissa[j]);
            rest[j] = FloatMath.logRest(mantissa[j]);
        }
    }

    private static void logs(float[] out, float[] ratio, float[] rest, float[] power) {
        for (int j = 0; j < out.length; j++) {
            out[j] = FloatMath.logOf(ratio[j], rest[j], FloatMath.logCubic(ratio[j]), power[j]);
        }
    }
}
