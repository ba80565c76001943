package lossgrid.core.math;

import java.util.Arrays;
import java.util.function.IntPredicate;
import lossgrid.core.array.Tensor;

/**
 * Sums of float32 numbers in the order in which PyTorch's CPU kernels (AVX2, one thread) add them, since each order
 * rounds differently. All but {@link #ofLine} add in cascades: the sums of 16 or more numbers are themselves summed,
 * level by level.
 */
public final class FloatSum {
    /** The number of floats in a vector register. */
    public static final int LANES = 8;

    private static final int UNROLLED = 4;
    private static final int LEVELS = 4;
    private static final int LOSS_LEVELS = 8;
    private static final int MIN_LEVEL_POWER = 4;

    private FloatSum() {}

    /** The sum of {@code n} adjacent numbers, as {@code Tensor.sum()} adds them. */
    public static float of(int n, Tensor.Generator numbers) {
        return n < LANES ? unrolled(n, numbers) : vectorized(n, numbers);
    }

    public static float of(Tensor tensor) {
        return of(tensor.size(), tensor::at);
    }

    private static float vectorized(int n, Tensor.Generator numbers) {
        int registers = n / LANES;
        int rowLength = UNROLLED * LANES;
        int rows = registers / UNROLLED;
        float[] sums = cascade(rows, rowLength, numbers);
        for (int i = rows * rowLength; i < registers * LANES; i++) {
            sums[i % LANES] += numbers.at(i);
        }
        for (int i = LANES; i < rowLength; i++) {
            sums[i % LANES] += sums[i];
        }
        float sum = 0;
        for (int i = registers * LANES; i < n; i++) {
            sum += numbers.at(i);
        }
        for (int lane = 0; lane < LANES; lane++) {
            sum += sums[lane];
        }
        return sum;
    }

    private static float unrolled(int n, Tensor.Generator numbers) {
        int rows = n / UNROLLED;
        float[] sums = cascade(rows, UNROLLED, numbers);
        for (int i = rows * UNROLLED; i < n; i++) {
            sums[0] += numbers.at(i);
        }
        return sums[0] + sums[1] + sums[2] + sums[3];
    }

    /**
     * The sum of the {@code n} numbers of column {@code column} of {@code columns}, as {@code Tensor.sum(dim)} adds
     * them.
     */
    public static float ofColumn(int n, int column, int columns, Tensor.Generator numbers) {
        if (columns == 1) {
            return of(n, numbers);
        }
        int together = columns < LANES ? UNROLLED : UNROLLED * LANES;
        return column < columns - columns % together ? cascade(n, 1, numbers)[0] : unrolled(n, numbers);
    }

    /** The sum of each column of a matrix whose rows are {@code width} numbers long. */
    private static float[] cascade(int rows, int width, Tensor.Generator numbers) {
        int power = Math.max(MIN_LEVEL_POWER, ceilLog2(rows) / LEVELS);
        float[][] sums = new float[LEVELS][width];
        int row = 0;
        while (row + (1 << power) <= rows) {
            for (int end = row + (1 << power); row < end; row++) {
                addRow(sums[0], row * width, numbers);
            }
            for (int level = 1; level < LEVELS; level++) {
                lift(sums[level - 1], sums[level]);
                if ((row >> (level * power) & (1 << power) - 1) != 0) {
                    break;
                }
            }
        }
        for (; row < rows; row++) {
            addRow(sums[0], row * width, numbers);
        }
        for (int level = 1; level < LEVELS; level++) {
            lift(sums[level], sums[0]);
        }
        return sums[0];
    }

    private static void addRow(float[] sums, int start, Tensor.Generator numbers) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += numbers.at(start + i);
        }
    }

    /** Moves the sums of one level to another. */
    private static void lift(float[] from, float[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += from[i];
        }
        Arrays.fill(from, 0);
    }

    /**
     * The sum over those of {@code n} targets that are not skipped, as {@code nll_loss} adds their losses and weights.
     */
    public static float ofLosses(int n, IntPredicate skipped, Tensor.Generator numbers) {
        int power = Math.max(MIN_LEVEL_POWER, ceilLog2(n) / LOSS_LEVELS);
        float[] sums = new float[LOSS_LEVELS];
        for (int i = 0; i < n; i++) {
            if (skipped.test(i)) {
                continue;
            }
            sums[0] += numbers.at(i);
            for (int level = 0; level + 1 < LOSS_LEVELS; level++) {
                if (((long) i >> (level * power) & (1 << power) - 1) != 0) {
                    break;
                }
                sums[level + 1] += sums[level];
                sums[level] = 0;
            }
        }
        float sum = 0;
        for (float level : sums) {
            sum += level;
        }
        return sum;
    }

    /**
     * The sum of a line, as softmax along the last dimension adds it: one number after another, or in eight lanes that
     * are then folded.
     */
    public static float ofLine(float[] line) {
        if (line.length < LANES) {
            float sum = 0;
            for (float x : line) {
                sum += x;
            }
            return sum;
        }
        float[] v = Arrays.copyOf(line, LANES);
        for (int i = LANES; i < line.length; i++) {
            v[i % LANES] += line[i];
        }
        return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
    }

    private static int ceilLog2(int x) {
        return x <= 2 ? 1 : Integer.SIZE - Integer.numberOfLeadingZeros(x - 1);
    }
}
