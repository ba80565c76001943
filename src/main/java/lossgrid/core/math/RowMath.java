package lossgrid.core.math;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Loops over rows of numbers that C2 turns into vector instructions, each step that of {@link FloatMath} or of {@code ActivationMath}, so that the bits are the same.
 *
 * <p>C2 does so while one index serves every array of a loop, and the loop stands in a small method. It does not for a float's bits, which is why these are
 * copied between a row of floats and one of ints.
 */
public final class RowMath {
    /** Greater than any power of two in a sum over classes, of which a label of 16 bits counts. */
    private static final int MOST_POWER = 17;

    /** A sum of so many numbers from 0 to 1 has a power of two that is its half, cut off. */
    private static final int FEW = 4;

    private RowMath() {}

    public static void max(float[] max, float[] x) {
        for (int j = 0; j < max.length; j++) {
            max[j] = Math.max(max[j], x[j]);
        }
    }

    /**
     * The bits of {@code 2^n}, n the power of two nearest to {@code e^(x - shift)}.
     *
     * @return negative if an n is less than {@code least}; C2 makes vectors of an or, but not of a minimum
     */
    static int powers(float[] x, float[] shift, int[] bits, int least) {
        int signs = 0;
        for (int j = 0; j < bits.length; j++) {
            int n = (int) FloatMath.powerOf(x[j] - shift[j]);
            signs |= n - least;
            bits[j] = FloatMath.bitsOfPower(n);
        }
        return signs;
    }

    /** The same for {@code e^(x − a − b)}. */
    static int powers(float[] x, float[] a, float[] b, int[] bits, int least) {
        int signs = 0;
        for (int j = 0; j < bits.length; j++) {
            int n = (int) FloatMath.powerOf(x[j] - a[j] - b[j]);
            signs |= n - least;
            bits[j] = FloatMath.bitsOfPower(n);
        }
        return signs;
    }

    /** {@code e^(x − a − b)} in place of x. */
    static void exponentials(float[] x, float[] a, float[] b, float[] power) {
        for (int j = 0; j < power.length; j++) {
            float d = x[j] - a[j] - b[j];
            x[j] = FloatMath.withoutPower(d, FloatMath.powerOf(d)) * power[j];
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

    public static void quotients(float[] out, float[] x, float[] by) {
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j] / by[j];
        }
    }

    /** {@code x − a − b}. */
    public static void minus(float[] out, float[] x, float[] a, float[] b) {
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j] - a[j] - b[j];
        }
    }

    /**
     * The power of two in each of the sums of up to 65,536 numbers of which one is 1, so that 0.75…1.5 is left, and the bits of its inverse.
     *
     * @return negative if a sum is no such number
     */
    private static int powersOfSums(float[] sum, float[] power, int[] bitsOfInverse) {
        int signs = 0;
        for (int j = 0; j < power.length; j++) {
            int n = Integer.SIZE - 1 - Integer.numberOfLeadingZeros((int) FloatMath.scaledForLog(sum[j]));
            signs |= n | (MOST_POWER - n);
            power[j] = n;
            bitsOfInverse[j] = FloatMath.bitsOfPower(-n);
        }
        return signs;
    }

    /** The same for sums of up to {@link #FEW} numbers, whose mantissas are found without bits. */
    private static int splitFew(float[] mantissa, float[] power, float[] sum) {
        int signs = 0;
        for (int j = 0; j < power.length; j++) {
            signs |= ((int) sum[j] - 1) | (FEW - (int) sum[j]);
            int n = (int) (FloatMath.scaledForLog(sum[j]) * 0.5f);
            power[j] = n;
            // 1, 1/2 or 1/4.
            mantissa[j] = sum[j] * (1f - n * (0.625f - 0.125f * n));
        }
        return signs;
    }

    private static void multiply(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] *= x[j];
        }
    }

    private static void scale(float[] out, float[] x) {
        for (int j = 0; j < out.length; j++) {
            out[j] = FloatMath.scaledForLog(x[j]);
        }
    }

    /** Takes the power of two out of the bits of a number, so that 0.75…1.5 is left. */
    private static void split(int[] bits, float[] power, int[] scaled) {
        for (int j = 0; j < bits.length; j++) {
            int n = FloatMath.logPower(scaled[j]);
            power[j] = n;
            bits[j] = FloatMath.withoutPower(bits[j], n);
        }
    }

    /** Rows for one thread through which exponentials and logarithms pass. */
    public static final class Pipe {
        private final int leastPower;
        private final float[] power;
        private final float[] sum;
        private final float[] powerOfSum;
        private final LogRows logs;
        private final int[] bits;
        private final int[] scaled;
        private final MemorySegment powerBytes;
        private final MemorySegment bitsBytes;
        private final MemorySegment scaledBytes;
        private int signs;

        /** @param leastPower the least power of two that an exponential may have */
        public Pipe(int width, int leastPower) {
            this.leastPower = leastPower;
            power = new float[width];
            sum = new float[width];
            powerOfSum = new float[width];
            logs = new LogRows(width);
            bits = new int[width];
            scaled = new int[width];
            powerBytes = MemorySegment.ofArray(power);
            bitsBytes = MemorySegment.ofArray(bits);
            scaledBytes = MemorySegment.ofArray(scaled);
        }

        /** Forgets what the powers of earlier exponentials were. */
        public void clear() {
            signs = 0;
        }

        /** Whether since {@link #clear} all exponentials had powers of two that are not too small, and all sums were sums. */
        public boolean isOrdinary() {
            return signs >= 0;
        }

        /** {@code e^(x − shift)} into out, added to sum; correct for results from {@code 2^-126} to {@code 2^126}. */
        public void exp(float[] out, float[] x, float[] shift, float[] total) {
            signs |= powers(x, shift, bits, leastPower);
            powerBytes.copyFrom(bitsBytes);
            exponentials(out, x, shift, power, total);
        }

        public void exp(float[] out, float[] x, float[] shift) {
            Arrays.fill(sum, 0f);
            exp(out, x, shift, sum);
        }

        /** {@code e^(x − a − b)} in place of x; correct as above. */
        public void expOfDifferences(float[] x, float[] a, float[] b) {
            signs |= powers(x, a, b, bits, leastPower);
            powerBytes.copyFrom(bitsBytes);
            exponentials(x, a, b, power);
        }

        /** {@code log x} of sums of {@code count} numbers from 0 to 1, of which one is 1; others are noted for {@link #isOrdinary}. */
        public void logOfSums(float[] out, float[] sums, int count) {
            if (count <= FEW) {
                signs |= splitFew(power, powerOfSum, sums);
            } else {
                signs |= powersOfSums(sums, powerOfSum, bits);
                powerBytes.copyFrom(bitsBytes);
                multiply(power, sums);
            }
            logs.ofProducts(out, power, powerOfSum);
        }

        /** {@code log x} of positive normal numbers. */
        public void log(float[] out, float[] numbers) {
            scale(power, numbers);
            scaledBytes.copyFrom(powerBytes);
            bitsBytes.copyFrom(MemorySegment.ofArray(numbers));
            split(bits, powerOfSum, scaled);
            powerBytes.copyFrom(bitsBytes);
            logs.ofProducts(out, power, powerOfSum);
        }
    }
}
