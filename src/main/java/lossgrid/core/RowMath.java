package lossgrid.core;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Loops over rows of numbers that C2 turns into vector instructions, each step that of {@link FloatMath} or of {@link Activations}, so that the bits are the same.
 *
 * <p>C2 does so while one index serves every array of a loop, and the loop stands in a small method. It does not for a float's bits, which is why these are
 * copied between a row of floats and one of ints.
 */
final class RowMath {
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
            int n = (int) FloatMath.powerOf(x[j] - shift[j]);
            least[j] = Math.min(least[j], n);
            bits[j] = FloatMath.bitsOfPower(n);
        }
    }

    /** {@code e^(x − shift)} into out, added to sum; out may be x. */
    static void exponentials(float[] out, float[] x, float[] shift, float[] power, float[] sum) {
        for (int j = 0; j < power.length; j++) {
            float d = x[j] - shift[j];
            float e = FloatMath.withoutPower(d, FloatMath.powerOf(d)) * power[j];
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

    /** Whether no number is less than {@code bound}, where none of them is positive. C2 makes vectors of an or, but not of a minimum. */
    static boolean isAtLeast(int bound, int[] numbers) {
        int signs = 0;
        for (int number : numbers) {
            signs |= number - bound;
        }
        return signs >= 0;
    }

    private static void scale(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = FloatMath.scaledForLog(x[j]);
        }
    }

    /** Takes the power of two out of the bits of a number, so that 0.75…1.5 is left. */
    private static void split(int[] bits, int[] scaled) {
        for (int j = 0; j < bits.length; j++) {
            int n = FloatMath.logPower(scaled[j]);
            scaled[j] = n;
            bits[j] = FloatMath.withoutPower(bits[j], n);
        }
    }

    /** Rows for one thread through which exponentials and logarithms pass. */
    static final class Pipe {
        private final float[] power;
        private final float[] sum;
        private final LogRows logs;
        private final int[] bits;
        private final int[] scaled;
        private final int[] least;
        private final MemorySegment powerBytes;
        private final MemorySegment bitsBytes;
        private final MemorySegment scaledBytes;

        Pipe(int width) {
            power = new float[width];
            sum = new float[width];
            logs = new LogRows(width);
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

        /** Whether all powers of two since {@link #clear} were at least {@code least}, and all numbers finite. */
        boolean hasPowersFrom(int leastPower) {
            return isAtLeast(leastPower, least);
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

        /** {@code log x} of positive normal numbers; others are noted for {@link #hasPowersFrom}. */
        void log(float[] out, float[] numbers) {
            scale(power, numbers);
            scaledBytes.copyFrom(powerBytes);
            bitsBytes.copyFrom(MemorySegment.ofArray(numbers));
            requireFinite(bits, least);
            split(bits, scaled);
            powerBytes.copyFrom(bitsBytes);
            logs.ofProducts(out, power, scaled);
        }
    }
}
