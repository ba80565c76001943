package lossgrid.model.example;

import java.util.Set;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;

/**
 * A guess whether an array of a file is labels or a network's logits, named by its evidence. Each can look like the
 * other.
 */
public enum RoleGuess {
    /** Labels, because of an integer type, or too few dimensions for pixels and channels. */
    NO_LOGITS(false),
    /** Whole numbers in a floating type, none of them negative except those that mark void. */
    WHOLE(false),
    /** Whole for the most part, as of classes that were resized. */
    MOSTLY_WHOLE(false),
    /** All in 0…1, as of soft masks and of shares of the classes. */
    UNIT(false),
    /** Fractions, and not all of the numbers in 0…1. */
    REAL(true),
    /** Whole numbers, some of them negative. */
    NEGATIVE(true);

    private static final int LEAST_LOGITS_RANK = 3;
    /** The values that data sets use for void. */
    private static final Set<Double> VOIDS = Set.of(-1.0, -2.0, -100.0);
    /**
     * The most runs that are sampled: runs of neighbours all over the array, so that every row, column and channel can
     * be among them.
     */
    private static final int RUNS = 512;

    private static final int RUN = 128;

    private final boolean logits;

    RoleGuess(boolean logits) {
        this.logits = logits;
    }

    public boolean isLogits() {
        return logits;
    }

    /** Whether the array could be logits; if not, it is labels. */
    public static boolean canBeLogits(LabelArray array) {
        return array.dtype().isFloatingPoint() && array.shape().rank() >= LEAST_LOGITS_RANK && array.size() > 0;
    }

    /** By dtype, shape and a sample of the values, which takes no longer for a large array. */
    public static RoleGuess of(LabelArray array) {
        return canBeLogits(array) ? of(Histogram.of(sample(array))) : NO_LOGITS;
    }

    private static LabelArray sample(LabelArray array) {
        int size = array.size();
        if (size <= RUNS * RUN) {
            return array;
        }
        double[] values = new double[RUNS * RUN];
        double[] run = new double[RUN];
        for (int i = 0; i < RUNS; i++) {
            int start = (int) ((long) i * (size - RUN) / (RUNS - 1));
            array.copy(start, run, RUN);
            System.arraycopy(run, 0, values, i * RUN, RUN);
        }
        return LabelArray.ofDoubles(array.dtype(), Shape.of(RUNS, RUN), values);
    }

    /** Guesses by the values alone, those that the histogram counts. NaN counts as a fraction. */
    public static RoleGuess of(Histogram values) {
        long whole = 0;
        long fractions = values.nans();
        boolean isNegative = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.value(i);
            boolean isWhole = value == Math.rint(value);
            whole += isWhole ? values.count(i) : 0;
            fractions += isWhole ? 0 : values.count(i);
            isNegative |= value < 0 && !VOIDS.contains(value);
        }
        if (fractions == 0) {
            return isNegative ? NEGATIVE : WHOLE;
        }
        if (values.least() >= 0 && values.greatest() <= 1) {
            return UNIT;
        }
        return fractions > whole ? REAL : MOSTLY_WHOLE;
    }
}
