package lossgrid.paint.overview;

import java.util.Arrays;
import java.util.stream.IntStream;
import lossgrid.core.array.LabelArray;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.ValidLabels;

/**
 * The counts of looks and the extremes of labels with too many different values for a histogram, such as floating-point
 * numbers that are not labels at all.
 *
 * @param counts the number of labels of each look, by code
 * @param least the least finite label, or infinity
 * @param most the greatest finite label, or negative infinity
 */
@SuppressWarnings("ArrayRecordComponent") // Not handed out.
record LabelTally(int[] counts, double least, double most) {
    private static final int LEAST_IN_PARALLEL = 1 << 16;
    private static final int ROW = 1 << 12;

    static LabelTally of(LabelArray labels, ValidLabels rule) {
        IntStream rows = IntStream.range(0, Math.ceilDiv(labels.size(), ROW));
        return (labels.size() > LEAST_IN_PARALLEL ? rows.parallel() : rows)
                .mapToObj(row -> ofRow(labels, rule, row * ROW))
                .reduce(none(), LabelTally::plus);
    }

    private static LabelTally none() {
        return new LabelTally(new int[CellLook.values().length], Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    private static LabelTally ofRow(LabelArray labels, ValidLabels rule, int start) {
        double[] row = new double[Math.min(ROW, labels.size() - start)];
        labels.copy(start, row, row.length);
        int[] counts = new int[CellLook.values().length];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double label : row) {
            counts[rule.look(label).code()]++;
            if (Double.isFinite(label)) {
                least = Math.min(least, label);
                most = Math.max(most, label);
            }
        }
        return new LabelTally(counts, least, most);
    }

    private LabelTally plus(LabelTally other) {
        int[] sums = new int[counts.length];
        Arrays.setAll(sums, look -> counts[look] + other.counts[look]);
        return new LabelTally(sums, Math.min(least, other.least), Math.max(most, other.most));
    }

    int count(CellLook look) {
        return counts[look.code()];
    }
}
