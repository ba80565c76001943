package lossgrid.paint.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The different values of a mask as a table of bounded length: frequent values have a row each, runs of rare neighbours
 * share one.
 */
public final class ValueRows {
    /** Up to this many values have a row each, however rare they are. */
    private static final int FEW = 6;

    /** The most values with a row each otherwise. */
    private static final int MOST = 16;

    /** The share below which a value is rare. */
    private static final double RARE = 0.01;

    /**
     * A row.
     *
     * @param codes those of {@link MaskCodes}, rising; two or more where values share the row
     */
    public record Row(List<Integer> codes, MaskGroup group) {
        public Row {
            codes = List.copyOf(codes);
        }

        public boolean isTogether() {
            return codes.size() > 1;
        }
    }

    private ValueRows() {}

    /** The rows of a mask, single values in rising order before shared rows; colours by frequency. */
    public static List<Row> of(List<MaskGroup> groups) {
        List<Integer> there = IntStream.range(0, groups.size())
                .filter(code -> groups.get(code).count() > 0)
                .boxed()
                .toList();
        boolean isColors = there.stream().anyMatch(code -> groups.get(code).isColor());
        List<Integer> frequent = frequent(groups, there);
        List<Row> singles = new ArrayList<>();
        List<Row> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int code : there) {
            if (!frequent.contains(code)) {
                run.add(code);
                continue;
            }
            // Colours in a shared row need not be neighbours.
            if (!isColors) {
                endRun(groups, run, singles, runs);
            }
            singles.add(single(groups, code));
        }
        endRun(groups, run, singles, runs);
        if (isColors) {
            singles.sort(
                    Comparator.comparingLong((Row row) -> row.group().count()).reversed());
        }
        singles.addAll(runs);
        return List.copyOf(singles);
    }

    /** The single values of a shared row, the most frequent first, at most {@code most}. */
    public static List<Row> members(List<MaskGroup> groups, Row row, int most) {
        return row.codes().stream()
                .sorted(Comparator.comparingLong(
                                (Integer code) -> groups.get(code).count())
                        .reversed())
                .limit(most)
                .map(code -> single(groups, code))
                .toList();
    }

    private static List<Integer> frequent(List<MaskGroup> groups, List<Integer> there) {
        if (there.size() <= FEW) {
            return there;
        }
        long total = there.stream().mapToLong(code -> groups.get(code).count()).sum();
        return there.stream()
                .filter(code -> isSpecial(groups.get(code)) || groups.get(code).count() >= RARE * total)
                .sorted(Comparator.comparing((Integer code) -> isSpecial(groups.get(code)))
                        .thenComparingLong(code -> groups.get(code).count())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    /** NaN and infinities, which do not belong to a range of numbers. */
    private static boolean isSpecial(MaskGroup group) {
        return !Double.isFinite(group.low());
    }

    private static void endRun(List<MaskGroup> groups, List<Integer> run, List<Row> singles, List<Row> runs) {
        if (run.size() == 1) {
            singles.add(single(groups, run.getFirst()));
        } else if (run.size() > 1) {
            MaskGroup first = groups.get(run.getFirst());
            MaskGroup last = groups.get(run.getLast());
            long count =
                    run.stream().mapToLong(code -> groups.get(code).count()).sum();
            MaskGroup.Kind kind = first.isColor() ? first.kind() : MaskGroup.Kind.RANGE;
            runs.add(new Row(run, new MaskGroup(kind, first.low(), last.high(), count)));
        }
        run.clear();
    }

    private static Row single(List<MaskGroup> groups, int code) {
        return new Row(List.of(code), groups.get(code));
    }
}
