package lossgrid.paint.overview;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.ValidLabels;

/**
 * Small numbers for the different labels of an array: first those that are not classes, then the rarest, so that the
 * smallest code of several labels is that of the most unusual one.
 */
public final class LabelCodes {
    private static final int LARGEST_TABLE = 1 << 16;
    /** The code of all labels that are not classes, where there are too many different labels. */
    private static final char NO_CLASS = 1;

    /** The code of ignored labels in that case. */
    private static final char IGNORED = 2;

    /** The label of each code. */
    private final double[] labels;

    /** The different labels, rising, and their codes. NaN has code 0 where it occurs. */
    private final double[] sorted;

    /** Whether {@link #sorted} has all labels. */
    private final boolean complete;

    private final ValidLabels rule;
    private final char[] codeOf;
    /** Codes by label − {@link #least}, where labels are whole and close together; else empty. */
    private final char[] table;

    private final double least;

    private LabelCodes(
            double[] labels, double[] sorted, char[] codeOf, boolean complete, ValidLabels rule, boolean whole) {
        this.complete = complete;
        this.rule = rule;
        this.labels = labels;
        this.sorted = sorted;
        this.codeOf = codeOf;
        least = sorted.length == 0 ? 0 : sorted[0];
        boolean near = whole && complete && sorted.length > 0 && sorted[sorted.length - 1] - least < LARGEST_TABLE;
        table = new char[near ? (int) (sorted[sorted.length - 1] - least) + 1 : 0];
        for (int i = 0; i < sorted.length && near; i++) {
            table[(int) (sorted[i] - least)] = codeOf[i];
        }
    }

    static LabelCodes of(DType dtype, Histogram histogram, ValidLabels rule) {
        double[] sorted = IntStream.range(0, histogram.size())
                .mapToDouble(histogram::value)
                .toArray();
        int[] order = IntStream.range(0, sorted.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> rank(rule.look(sorted[i])))
                        .thenComparingLong(histogram::count))
                .mapToInt(i -> i)
                .toArray();
        boolean complete = histogram.isComplete();
        int offset = complete ? (histogram.nans() > 0 ? 1 : 0) : IGNORED + 1;
        double[] labels = new double[order.length + offset];
        Arrays.fill(labels, Double.NaN);
        if (!complete) {
            labels[NO_CLASS] = rule.look(-1) == CellLook.NO_CLASS ? -1 : -2;
            labels[IGNORED] = rule.ignored().orElse(0);
        }
        char[] codeOf = new char[sorted.length];
        for (int rank = 0; rank < order.length; rank++) {
            labels[rank + offset] = sorted[order[rank]];
            codeOf[order[rank]] = (char) (rank + offset);
        }
        return new LabelCodes(labels, sorted, codeOf, complete, rule, !dtype.isFloatingPoint());
    }

    /** The rank of a look; ignored labels rank by their rarity. */
    private static int rank(CellLook look) {
        return switch (look) {
            case NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY, NO_CLASS -> 0;
            case IGNORED, ORDINARY -> 1;
        };
    }

    public int size() {
        return labels.length;
    }

    public double label(int code) {
        return labels[code];
    }

    /** Writes the codes of labels. A label that the histogram does not count gets the code of a near one. */
    void encode(double[] row, char[] out) {
        if (table.length > 0) {
            for (int i = 0; i < out.length; i++) {
                out[i] = table[(int) (row[i] - least)];
            }
            return;
        }
        double previous = Double.NaN;
        char code = 0;
        for (int i = 0; i < out.length; i++) {
            double label = row[i];
            if (label != previous) {
                code = find(label);
                previous = label;
            }
            out[i] = code;
        }
    }

    private char find(double label) {
        if (Double.isNaN(label) || sorted.length == 0) {
            return 0;
        }
        if (!complete) {
            switch (rule.look(label)) {
                case NO_CLASS, POSITIVE_INFINITY, NEGATIVE_INFINITY -> {
                    return NO_CLASS;
                }
                case IGNORED -> {
                    return IGNORED;
                }
                case ORDINARY, NAN -> {}
            }
        }
        int at = Arrays.binarySearch(sorted, label + 0.0);
        return codeOf[at >= 0 ? at : Math.min(-at - 1, sorted.length - 1)];
    }
}
