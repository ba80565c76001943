package lossgrid.core.math;

/**
 * {@code e^x} and {@code log x} in float32, bit for bit as in PyTorch's vectorized CPU kernels: the polynomials and
 * reductions of the SLEEF library's {@code expf_u10} and {@code logf_u10} (N. Shibata and F. Petrogalli, Boost Software
 * License 1.0), with an error of up to one unit in the last place. One exponential in ten differs from the correctly
 * rounded one, and near 0 a loss consists of nothing but that difference.
 */
public final class FloatMath {
    private static final float LOG2_E = 1.442695f;
    /** {@code LN2_HIGH + LN2_LOW = log 2}; the product of the first with a small whole number is exact. */
    private static final float LN2_HIGH = 0.69314575f;

    private static final float LN2_LOW = 1.4286068e-6f;
    /** {@code LN2 + LN2_REST = log 2}, the first as near as a float can be. */
    private static final float LN2 = 0.6931472f;

    private static final float LN2_REST = -1.9046542e-9f;
    /** 1.5 · 2^23: adding it to a number of up to 2^22 rounds that to a whole one. */
    private static final float ROUNDER = 12582912f;
    /** The inverse of 0.75: the logarithm's argument is scaled to 0.75…1.5. */
    private static final float LOG_SCALE = 1 / 0.75f;

    private static final float EXP_UNDERFLOW = -104f;
    private static final float EXP_OVERFLOW = 100f;
    private static final float TWO_64 = 0x1p64f;
    private static final int EXPONENT_BIAS = 127;
    private static final int MANTISSA_BITS = 23;

    private FloatMath() {}

    /** {@code e^x}: 0 below −104, ∞ where the result is out of range, NaN for NaN. */
    public static float exp(float x) {
        if (x < EXP_UNDERFLOW) {
            return 0f;
        }
        if (x > EXP_OVERFLOW) {
            return Float.POSITIVE_INFINITY;
        }
        float power = powerOf(x);
        return timesPowerOfTwo(withoutPower(x, power), (int) power);
    }

    /** The power of two nearest to {@code e^x}. */
    public static float powerOf(float x) {
        return x * LOG2_E + ROUNDER - ROUNDER;
    }

    /** {@code e^x} without its power of two. */
    public static float withoutPower(float x, float power) {
        float s = Math.fma(power, -LN2_LOW, Math.fma(power, -LN2_HIGH, x));
        float u = 1.9852762e-4f;
        u = Math.fma(u, s, 1.3930436e-3f);
        u = Math.fma(u, s, 8.333361e-3f);
        u = Math.fma(u, s, 4.1666485e-2f);
        u = Math.fma(u, s, 0.16666667f);
        u = Math.fma(u, s, 0.5f);
        return 1f + Math.fma(s * s, u, s);
    }

    /** Multiplies by {@code 2^power} in two steps, since the power alone may be out of range. */
    private static float timesPowerOfTwo(float x, int power) {
        int half = power >> 1;
        return x * powerOfTwo(half) * powerOfTwo(power - half);
    }

    private static float powerOfTwo(int power) {
        return Float.intBitsToFloat(bitsOfPower(power));
    }

    /** The bits of {@code 2^power}. */
    public static int bitsOfPower(int power) {
        return (power + EXPONENT_BIAS) << MANTISSA_BITS;
    }

    /** {@code log x}: −∞ for 0, NaN for NaN and negative numbers. */
    public static float log(float x) {
        if (Float.isNaN(x) || x < 0) {
            return Float.NaN;
        }
        if (x == 0 || Float.isInfinite(x)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        float normal = subnormal ? x * TWO_64 : x;
        int power = logPower(Float.floatToRawIntBits(scaledForLog(normal)));
        float mantissa = Float.intBitsToFloat(withoutPower(Float.floatToRawIntBits(normal), power));
        float ratio = logRatio(mantissa);
        float rest = logRest(mantissa);
        return logOf(ratio, rest, logCubic(ratio), subnormal ? power - 64 : power);
    }

    static float scaledForLog(float x) {
        return x * LOG_SCALE;
    }

    /** The power of two in a number that is positive and normal, from the bits of {@link #scaledForLog}. */
    static int logPower(int scaledBits) {
        return (scaledBits >> MANTISSA_BITS) - EXPONENT_BIAS;
    }

    /** The bits of a number divided by a power of two. */
    static int withoutPower(int bits, int power) {
        return bits - (power << MANTISSA_BITS);
    }

    /**
     * The first step to {@code log(m 2^power) = 2 artanh((m − 1) / (m + 1)) + power log 2} for m in 0.75…1.5.
     * Intermediate numbers are pairs of floats; the second is the rounding error of the first.
     */
    static float logRatio(float m) {
        return (m - 1f) * (1f / (m + 1f));
    }

    /** The rounding error of {@link #logRatio}. */
    static float logRest(float m) {
        float up = m - 1f;
        float down = m + 1f;
        // Down − 1 is exact, so this is the whole rounding error of down.
        float downRest = m - (down - 1f);
        float inverse = 1f / down;
        float x = up * inverse;
        float error = Math.fma(-downRest, inverse, Math.fma(-down, inverse, 1f));
        return Math.fma(x, error, Math.fma(inverse, up, -x));
    }

    /** {@code 2 artanh x − 2 x}. */
    static float logCubic(float x) {
        float x2 = x * x;
        float t = Math.fma(Math.fma(0.3027295f, x2, 0.39961082f), x2, 0.6666695f);
        return x2 * x * t;
    }

    static float logOf(float ratio, float rest, float cubic, float power) {
        float scaled = LN2 * power;
        float scaledRest = Math.fma(LN2_REST, power, Math.fma(LN2, power, -scaled));
        float twice = 2f * ratio;
        float sum = scaled + twice;
        float sumRest = scaled - sum + twice + scaledRest + 2f * rest;
        float result = sum + cubic;
        return result + (sum - result + cubic + sumRest);
    }
}
