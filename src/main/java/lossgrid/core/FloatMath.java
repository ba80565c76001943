package lossgrid.core;

/**
 * {@code e^x} and {@code log x} in float32, bit for bit as in PyTorch's vectorized CPU kernels: the polynomials and reductions of the SLEEF library's {@code expf_u10} and
 * {@code logf_u10} (N. Shibata and F. Petrogalli, Boost Software License 1.0), which err by up to one unit in the last place. One exponential in ten differs from the correctly rounded one, and where a loss is
 * near 0, that difference is all that is left of it.
 */
final class FloatMath {
    private static final float LOG2_E = 1.442695f;
    /** {@code LN2_HIGH + LN2_LOW = log 2}; the product of the first with a small whole number is exact. */
    private static final float LN2_HIGH = 0.69314575f;

    private static final float LN2_LOW = 1.4286068e-6f;
    /** {@code LN2 + LN2_REST = log 2}, the first as near as a float can be. */
    private static final float LN2 = 0.6931472f;

    private static final float LN2_REST = -1.9046542e-9f;
    private static final float EXP_UNDERFLOW = -104f;
    private static final float EXP_OVERFLOW = 100f;
    private static final float TWO_64 = 0x1p64f;
    private static final int EXPONENT_BIAS = 127;
    private static final int MANTISSA_BITS = 23;

    private FloatMath() {}

    /** 0 below −104, ∞ where the result is out of range, NaN for NaN. */
    static float exp(float x) {
        if (x < EXP_UNDERFLOW) {
            return 0f;
        }
        if (x > EXP_OVERFLOW) {
            return Float.POSITIVE_INFINITY;
        }
        float power = (float) Math.rint(x * LOG2_E);
        float s = Math.fma(power, -LN2_LOW, Math.fma(power, -LN2_HIGH, x));
        float u = 1.9852762e-4f;
        u = Math.fma(u, s, 1.3930436e-3f);
        u = Math.fma(u, s, 8.333361e-3f);
        u = Math.fma(u, s, 4.1666485e-2f);
        u = Math.fma(u, s, 0.16666667f);
        u = Math.fma(u, s, 0.5f);
        return timesPowerOfTwo(1f + Math.fma(s * s, u, s), (int) power);
    }

    /** In two steps, since the power alone may be out of range. */
    private static float timesPowerOfTwo(float x, int power) {
        int half = power >> 1;
        return x * powerOfTwo(half) * powerOfTwo(power - half);
    }

    private static float powerOfTwo(int power) {
        return Float.intBitsToFloat((power + EXPONENT_BIAS) << MANTISSA_BITS);
    }

    /** −∞ for 0, NaN for NaN and negative numbers. */
    static float log(float x) {
        if (Float.isNaN(x) || x < 0) {
            return Float.NaN;
        }
        if (x == 0 || Float.isInfinite(x)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        float normal = subnormal ? x * TWO_64 : x;
        int power = Math.getExponent(normal * (1 / 0.75f));
        float mantissa = Float.intBitsToFloat(Float.floatToRawIntBits(normal) - (power << MANTISSA_BITS));
        return logOfProduct(mantissa, subnormal ? power - 64 : power);
    }

    /**
     * {@code log(m 2^power)} for m in 0.75…1.5: {@code 2 artanh((m − 1) / (m + 1)) + power log 2}. Each number is a pair of floats, of which the
     * second is what the first lacks.
     */
    private static float logOfProduct(float m, float power) {
        float up = m - 1f;
        float down = m + 1f;
        float downRest = 1f - (down - (down - 1f)) + (m - (down - 1f));

        float inverse = 1f / down;
        float x = up * inverse;
        float error = Math.fma(-downRest, inverse, Math.fma(-down, inverse, 1f));
        float xRest = Math.fma(x, error, Math.fma(inverse, up, -x));

        float x2 = x * x;
        float t = Math.fma(Math.fma(0.3027295f, x2, 0.39961082f), x2, 0.6666695f);
        float cubic = x2 * x * t;

        float scaled = LN2 * power;
        float scaledRest = Math.fma(LN2_REST, power, Math.fma(LN2, power, -scaled));
        float sum = scaled + 2f * x;
        float sumRest = scaled - sum + 2f * x + scaledRest + 2f * xRest;
        float result = sum + cubic;
        return result + (sum - result + cubic + sumRest);
    }
}
