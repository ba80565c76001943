package lossgrid.model.example;

import java.util.HashSet;
import java.util.Set;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.model.document.Experiment;

/** The probable number of classes of a mask, for which example logits are to be made. */
public final class ClassGuess {
    private static final int FEWEST = 2;
    /** More classes than a mask of indices is expected to have. */
    private static final int MOST = 256;

    private static final int MOST_SMALL = 64;

    private ClassGuess() {}

    /**
     * Guesses at least 2: the number of colours, or the largest index plus 1, unless most of the different values are
     * not indices.
     */
    public static int of(Experiment experiment) {
        LabelArray labels = experiment.labels();
        int rank = labels.shape().rank();
        boolean isChannelsLast = SpatialDims.of(experiment)
                .filter(axes -> axes.columns() + 1 < rank)
                .isPresent();
        int guess = isChannelsLast && !labels.dtype().isFloatingPoint()
                ? colors(labels, labels.shape().dim(rank - 1))
                : indices(Histogram.of(labels));
        return Math.clamp(guess, FEWEST, MOST);
    }

    private static int colors(LabelArray labels, int samples) {
        Set<Long> colors = new HashSet<>();
        for (int i = 0; i + samples <= labels.size() && colors.size() <= MOST_SMALL; i += samples) {
            long color = 0;
            for (int s = 0; s < Math.min(samples, 3); s++) {
                color = color << Byte.SIZE | (labels.longAt(i + s) & 0xff);
            }
            colors.add(color);
        }
        // A photograph is not a mask of classes.
        return colors.size() > MOST_SMALL ? FEWEST : colors.size();
    }

    private static int indices(Histogram values) {
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
        return areIndices ? (int) largest + 1 : FEWEST;
    }
}
