package lossgrid.model.finding.evidence;

import java.util.ArrayList;
import java.util.List;
import lossgrid.model.encoding.Remap;

/** Tables from label to label, for whole values. */
public final class RemapTables {
    private RemapTables() {}

    /** {@code values[i]} becomes {@code values[i] + by}. */
    public static Remap shift(double[] values, long by) {
        List<Remap.Entry> table = new ArrayList<>();
        for (double value : values) {
            table.add(new Remap.Entry((long) value, (long) value + by));
        }
        return new Remap(table, null);
    }

    /** {@code values[i]} becomes i. */
    public static Remap number(double... values) {
        List<Remap.Entry> table = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            table.add(new Remap.Entry((long) values[i], i));
        }
        return new Remap(table, null);
    }
}
