package lossgrid.model.example;

import lossgrid.core.array.Histogram;

/** The probable number of classes of a mask that no known data set explains. */
final class ClassGuess {
    private static final int FEWEST = 2;
    private static final int MOST_SMALL = 64;
    private static final int LEAST_SPREAD = 3;

    private ClassGuess() {}

    /** The number of colours; a photograph is not a mask of classes. */
    static ClassCount ofColors(ColorCounts colors) {
        boolean areClasses = colors.complete() && colors.size() >= FEWEST && colors.size() <= MOST_SMALL;
        return areClasses ? ClassCount.guessed(colors.size(), ClassCount.Origin.COLORS) : two();
    }

    /** The largest index plus 1, unless most of the different values are not indices. */
    static ClassCount ofIndices(Histogram values) {
        if (isSpread(values)) {
            return ClassCount.guessed(values.size(), ClassCount.Origin.DIFFERENT_LABELS);
        }
        int small = 0;
        double largest = 1;
        for (int i = 0; i < values.size(); i++) {
            double value = values.value(i);
            boolean isIndex = value >= 0 && value < MOST_SMALL * 3 && value == Math.rint(value);
            if (isIndex && (value < MOST_SMALL || small >= MOST_SMALL)) {
                small++;
                largest = value;
            }
        }
        boolean areIndices = values.isComplete() && small > values.size() - small;
        return areIndices && largest >= 1
                ? ClassCount.guessed((int) largest + 1, ClassCount.Origin.LARGEST_LABEL)
                : two();
    }

    /** Whether the values run from 0 in equal steps of more than 1, made to be seen in an image. */
    private static boolean isSpread(Histogram values) {
        double step = values.size() < LEAST_SPREAD ? 0 : values.value(1) - values.value(0);
        boolean isSpread = values.isComplete() && step >= 2 && step == Math.rint(step) && values.nans() == 0;
        for (int i = 0; i < values.size() && isSpread; i++) {
            isSpread = values.value(i) == i * step;
        }
        return isSpread;
    }

    private static ClassCount two() {
        return ClassCount.guessed(FEWEST, ClassCount.Origin.TWO);
    }
}
