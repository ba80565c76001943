package lossgrid.model.encoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.label.Pointwise;
import org.jspecify.annotations.Nullable;

/**
 * Replaces values: see {@link Pointwise#replace}.
 *
 * @param table sorted by {@code from}, which are all different
 * @param others the new value of those missing from the table; null keeps them
 */
public record Remap(
        List<Entry> table, @Argument(usual = "") @Nullable Long others) implements PointwiseStep {
    /** Longer tables are passed to a function instead of being written as a chain. */
    private static final int LONGEST_CHAIN = 4;

    /** One value and its replacement. */
    public record Entry(long from, long to) {}

    public Remap {
        table = table.stream().sorted(Comparator.comparingLong(Entry::from)).toList();
        Set<Long> seen = new HashSet<>();
        for (Entry entry : table) {
            if (!seen.add(entry.from())) {
                throw new IllegalArgumentException(entry.from() + " stands twice in a table");
            }
        }
    }

    /** Every value in its order to 0, 1, 2 …; one that is ignore_index stays. */
    static Remap begin(LabelsBefore labels) {
        Histogram histogram = labels.histogram();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(histogram.size(), LabelsBefore.MOST_ENTRIES); i++) {
            double value = histogram.value(i);
            if (LabelsBefore.isWhole(value) && (long) value != labels.ignoreIndex()) {
                entries.add(new Entry((long) value, entries.size()));
            }
        }
        return new Remap(entries, null);
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return Pointwise.replace(
                labels,
                table.stream().mapToLong(Entry::from).toArray(),
                table.stream().mapToLong(Entry::to).toArray(),
                others);
    }

    private boolean isLong() {
        return table.size() > LONGEST_CHAIN;
    }

    @Override
    public String torchCode(String y) {
        if (isLong()) {
            return "remap(" + y + ", {"
                    + table.stream()
                            .map(entry -> entry.from() + ": " + entry.to())
                            .collect(Collectors.joining(", "))
                    + "}" + (others == null ? "" : ", others=" + others) + ")";
        }
        return (others == null ? y : "torch.full_like(" + y + ", " + others + ")")
                + table.stream()
                        .map(entry -> ".masked_fill(" + y + " == " + entry.from() + ", " + entry.to() + ")")
                        .collect(Collectors.joining());
    }

    @Override
    public List<String> torchDefinition() {
        return isLong() ? """
            def remap(y, table, others=None):
                out = y if others is None else torch.full_like(y, others)
                for value, to in table.items():
                    out = out.masked_fill(y == value, to)
                return out
            """.lines().toList() : List.of();
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        DType dtype = before.dtype();
        DType compared = Pointwise.common(dtype, true);
        return table.stream()
                .map(entry -> "(" + NumpyScalar.number(compared, entry.from()) + ", "
                        + NumpyScalar.number(dtype, entry.to()) + ")")
                .collect(Collectors.joining(
                        ", ", "remap(y, [", others == null ? "])" : "], " + NumpyScalar.number(dtype, others) + ")"));
    }

    @Override
    public List<String> numpyDefinition() {
        return """
            def remap(y, table, others=None):
                out = y.copy() if others is None else np.full_like(y, others)
                for value, to in table:
                    out[y == value] = to
                return out
            """.lines().toList();
    }
}
