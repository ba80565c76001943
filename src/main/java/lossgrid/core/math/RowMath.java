package lossgrid.core.math;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Loops over rows of numbers that C2 turns into vector instructions. Each step is one of {@link FloatMath} or {@code
 * ActivationMath}, so that the results are equal bit for bit.
 *
 * <p>C2 vectorizes a loop in a small method whose arrays all use the same index. It does not vectorize the conversion
 * of a float to its bits, so the bits are copied between a row of floats and one of ints.
 */
public final class RowMath {
    /** A power of two greater than that of any sum over classes, since a label has 16 bits. */
    private static final int MOST_POWER = 17;

    /** For sums of up to this many numbers from 0 to 1, the power of two is half the sum, rounded down. */
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
     * @return negative if an n is less than {@code least}; C2 vectorizes an or, but not a minimum
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
     * The power of two in each of the sums of up to 65,536 numbers of which one is 1, so that 0.75…1.5 is left, and the
     * bits of its inverse.
     *
     * @return negative if a sum is not such a number
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

    /** Splits off the power of two from the bits of a number, which leaves 0.75…1.5. */
    private static void split(int[] bits, float[] power, int[] scaled) {
        for (int j = 0; j < bits.length; j++) {
            int n = FloatMath.logPower(scaled[j]);
            power[j] = n;
            bits[j] = FloatMath.withoutPower(bits[j], n);
        }
    }

    /** One thread's scratch rows for exponentials and logarithms. */
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

        /** Forgets the powers of earlier exponentials. */
        public void clear() {
            signs = 0;
        }

        /**
         * Whether since {@link #clear} no exponential had too small a power of two, and every sum was one of numbers
         * from 0 to 1, of which one is 1.
         */
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

        /**
         * {@code log x} of sums of {@code count} numbers from 0 to 1, of which one is 1; any other makes {@link
         * #isOrdinary} false.
         */
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
