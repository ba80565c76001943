package lossgrid.core;

import java.util.Arrays;

/** Sums of rows of floats in double: halves are added to halves, in loops that C2 vectorizes, until few numbers are left. */
final class RowSum {
    private static final int FEW = 16;

    private final int width;
    /** Each half as long as the one before, rounded down; the odd number is added by itself. */
    private final double[][] halves;

    RowSum(int width) {
        this.width = width;
        int levels = 0;
        while (width >> (levels + 1) > FEW) {
            levels++;
        }
        halves = new double[levels][];
        Arrays.setAll(halves, level -> new double[width >> (level + 1)]);
    }

    /** The sum of the first {@code count} numbers of a row, which end with zeros afterwards. */
    double of(float[] numbers, int count) {
        Arrays.fill(numbers, count, width, 0f);
        if (halves.length == 0) {
            return addAll(numbers);
        }
        addHalves(halves[0], numbers, halves[0].length);
        double odd = width % 2 == 0 ? 0 : numbers[width - 1];
        for (int level = 1; level < halves.length; level++) {
            double[] longer = halves[level - 1];
            addHalves(halves[level], longer, halves[level].length);
            odd += longer.length % 2 == 0 ? 0 : longer[longer.length - 1];
        }
        return odd + addAll(halves[halves.length - 1]);
    }

    private static void addHalves(double[] out, float[] numbers, int half) {
        for (int j = 0; j < out.length; j++) {
            out[j] = (double) numbers[j] + numbers[half + j];
        }
    }

    private static void addHalves(double[] out, double[] numbers, int half) {
        for (int j = 0; j < out.length; j++) {
            out[j] = numbers[j] + numbers[half + j];
        }
    }

    private static double addAll(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** One after the other. */
    static double addAll(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
