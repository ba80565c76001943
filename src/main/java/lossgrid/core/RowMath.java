package lossgrid.core;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Loops over rows of numbers that C2 turns into vector instructions, each step that of {@link FloatMath} and of {@link Activations}, so that the bits are the same.
 *
 * <p>C2 does so while one index serves every array of a loop, and the loop stands in a small method. It does not for a float's bits, which is why these are
 * copied between a row of floats and one of ints.
 */
final class RowMath {
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.69314575f;
    private static final float LN2_LOW = 1.4286068e-6f;
    private static final float LN2 = 0.6931472f;
    private static final float LN2_REST = -1.9046542e-9f;
    /** 1.5 · 2^23: a number of up to 2^22 plus this one is rounded to a whole one. */
    private static final float ROUNDER = 12582912f;

    private static final int BIAS = 127;
    private static final int MANTISSA = 23;
    private static final int WITHOUT_SIGN = 0x7fffffff;
    private static final int LARGEST = 0x7f7fffff;

    private RowMath() {}

    static void max(float[] max, float[] x) {
        for (int j = 0; j < max.length; j++) {
            max[j] = Math.max(max[j], x[j]);
        }
    }

    /** The bits of {@code 2^n}, n the power of two nearest to {@code e^(x - shift)}, and the least n met in each place. */
    static void powers(float[] x, float[] shift, int[] bits, int[] least) {
        for (int j = 0; j < bits.length; j++) {
            int n = (int) ((x[j] - shift[j]) * LOG2_E + ROUNDER - ROUNDER);
            least[j] = Math.min(least[j], n);
            bits[j] = (n + BIAS) << MANTISSA;
        }
    }

    /** {@code e^(x − shift)} into out, added to sum; out may be x. */
    static void exponentials(float[] out, float[] x, float[] shift, float[] power, float[] sum) {
        for (int j = 0; j < power.length; j++) {
            float d = x[j] - shift[j];
            float n = d * LOG2_E + ROUNDER - ROUNDER;
            float s = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, d));
            float u = 1.9852762e-4f;
            u = Math.fma(u, s, 1.3930436e-3f);
            u = Math.fma(u, s, 8.333361e-3f);
            u = Math.fma(u, s, 4.1666485e-2f);
            u = Math.fma(u, s, 0.16666667f);
            u = Math.fma(u, s, 0.5f);
            float e = (1f + Math.fma(s * s, u, s)) * power[j];
            out[j] = e;
            sum[j] += e;
        }
    }

    static void quotients(float[] out, float[] x, float[] by) {
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j] / by[j];
        }
    }

    /** {@code x − a − b}. */
    static void minus(float[] out, float[] x, float[] a, float[] b) {
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j] - a[j] - b[j];
        }
    }

    /** Where a number is an infinity or NaN, {@code least} falls to the least of all ints. */
    static void requireFinite(int[] bits, int[] least) {
        for (int j = 0; j < bits.length; j++) {
            int excess = (LARGEST - (bits[j] & WITHOUT_SIGN)) & Integer.MIN_VALUE;
            least[j] = Math.min(least[j], excess);
        }
    }

    static int least(int[] numbers) {
        int least = 0;
        for (int number : numbers) {
            least = Math.min(least, number);
        }
        return least;
    }

    private static void scale(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j] * (1 / 0.75f);
        }
    }

    /** Takes the power of two out of the bits of a number, so that 0.75…1.5 is left. */
    private static void split(int[] bits, int[] scaled) {
        for (int j = 0; j < bits.length; j++) {
            int n = (scaled[j] >> MANTISSA) - BIAS;
            scaled[j] = n;
            bits[j] = bits[j] - (n << MANTISSA);
        }
    }

    /** The first step of {@link FloatMath#log}: {@code (m − 1) / (m + 1)} and what it lacks. Three steps, since C2 gives up on a loop of many operations. */
    private static void ratios(float[] ratio, float[] rest, float[] mantissa) {
        for (int j = 0; j < ratio.length; j++) {
            float m = mantissa[j];
            float up = m - 1f;
            float down = m + 1f;
            float downRest = 1f - (down - (down - 1f)) + (m - (down - 1f));
            float inverse = 1f / down;
            float x = up * inverse;
            float error = Math.fma(-downRest, inverse, Math.fma(-down, inverse, 1f));
            ratio[j] = x;
            rest[j] = Math.fma(x, error, Math.fma(inverse, up, -x));
        }
    }

    private static void cubics(float[] cubic, float[] ratio) {
        for (int j = 0; j < cubic.length; j++) {
            float x = ratio[j];
            float x2 = x * x;
            float t = Math.fma(Math.fma(0.3027295f, x2, 0.39961082f), x2, 0.6666695f);
            cubic[j] = x2 * x * t;
        }
    }

    private static void logsOfProducts(float[] out, float[] ratio, float[] rest, float[] cubic, int[] power) {
        for (int j = 0; j < out.length; j++) {
            float n = power[j];
            float twice = 2f * ratio[j];
            float scaled = LN2 * n;
            float scaledRest = Math.fma(LN2_REST, n, Math.fma(LN2, n, -scaled));
            float sum = scaled + twice;
            float sumRest = scaled - sum + twice + scaledRest + 2f * rest[j];
            float result = sum + cubic[j];
            out[j] = result + (sum - result + cubic[j] + sumRest);
        }
    }

    /** Rows for one thread through which exponentials and logarithms pass. */
    static final class Pipe {
        private final float[] power;
        private final float[] sum;
        private final float[] ratio;
        private final float[] rest;
        private final int[] bits;
        private final int[] scaled;
        private final int[] least;
        private final MemorySegment powerBytes;
        private final MemorySegment bitsBytes;
        private final MemorySegment scaledBytes;

        Pipe(int width) {
            power = new float[width];
            sum = new float[width];
            ratio = new float[width];
            rest = new float[width];
            bits = new int[width];
            scaled = new int[width];
            least = new int[width];
            powerBytes = MemorySegment.ofArray(power);
            bitsBytes = MemorySegment.ofArray(bits);
            scaledBytes = MemorySegment.ofArray(scaled);
        }

        /** Forgets what the powers of earlier exponentials were. */
        void clear() {
            Arrays.fill(least, 0);
        }

        /** The least power of two since {@link #clear}, very small where a number was not finite. */
        int leastPower() {
            return least(least);
        }

        /** {@code e^(x − shift)} into out, added to sum; correct for results from {@code 2^-126} to {@code 2^126}. */
        void exp(float[] out, float[] x, float[] shift, float[] total) {
            powers(x, shift, bits, least);
            powerBytes.copyFrom(bitsBytes);
            exponentials(out, x, shift, power, total);
        }

        void exp(float[] out, float[] x, float[] shift) {
            Arrays.fill(sum, 0f);
            exp(out, x, shift, sum);
        }

        /** {@code log x} of positive normal numbers; others are noted in {@link #leastPower}. */
        void log(float[] out, float[] numbers) {
            scale(power, numbers);
            scaledBytes.copyFrom(powerBytes);
            bitsBytes.copyFrom(MemorySegment.ofArray(numbers));
            requireFinite(bits, least);
            split(bits, scaled);
            powerBytes.copyFrom(bitsBytes);
            ratios(ratio, rest, power);
            cubics(power, ratio);
            logsOfProducts(out, ratio, rest, power, scaled);
        }
    }
}
