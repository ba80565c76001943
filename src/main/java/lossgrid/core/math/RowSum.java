package lossgrid.core.math;

import java.util.Arrays;

/**
 * Sums of rows of floats in double: quarters are added up, then halves, in loops that C2 vectorizes, until few numbers
 * are left.
 */
public final class RowSum {
    private static final int FEW = 16;

    private final int width;
    /**
     * A quarter as long as a row, then each half as long as the one before, rounded down; left-over numbers are added
     * by themselves.
     */
    private final double[][] parts;

    public RowSum(int width) {
        this.width = width;
        int levels = 1;
        while (width >> (levels + 1) > FEW) {
            levels++;
        }
        parts = new double[levels][];
        Arrays.setAll(parts, level -> new double[width >> (level + 2)]);
    }

    /** The sum of the first {@code count} numbers of a row, which end with zeros afterwards. */
    public double of(float[] numbers, int count) {
        Arrays.fill(numbers, count, width, 0f);
        addQuarters(parts[0], numbers, parts[0].length);
        double odd = 0;
        for (int j = 4 * parts[0].length; j < width; j++) {
            odd += numbers[j];
        }
        for (int level = 1; level < parts.length; level++) {
            double[] longer = parts[level - 1];
            addHalves(parts[level], longer, parts[level].length);
            odd += longer.length % 2 == 0 ? 0 : longer[longer.length - 1];
        }
        return odd + addAll(parts[parts.length - 1]);
    }

    private static void addQuarters(double[] out, float[] numbers, int quarter) {
        for (int j = 0; j < out.length; j++) {
            out[j] = ((double) numbers[j] + numbers[quarter + j])
                    + ((double) numbers[2 * quarter + j] + numbers[3 * quarter + j]);
        }
    }

    private static void addHalves(double[] out, double[] numbers, int half) {
        for (int j = 0; j < out.length; j++) {
            out[j] = numbers[j] + numbers[half + j];
        }
    }

    /** The sum of numbers added one after the other. */
    public static double addAll(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
