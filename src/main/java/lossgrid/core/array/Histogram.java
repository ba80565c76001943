package lossgrid.core.array;

import java.util.Arrays;

/**
 * The different values of an array with the number of times each occurs, in rising order. NaN is counted separately.
 * Values after the first {@link #MOST_VALUES} different ones are not counted one by one: {@link #isComplete} is then
 * false, though least, greatest and total stay exact.
 */
public final class Histogram {
    /** The number of different values that are counted one by one. */
    public static final int MOST_VALUES = 4096;

    private static final int BYTES = 256;
    private static final int BLOCK = 8;

    private final double[] values;
    private final long[] counts;
    private final boolean complete;
    private final long total;
    private final long nans;
    private final double least;
    private final double greatest;

    private Histogram(double[] values, long[] counts, boolean complete, long total, long nans, double[] range) {
        this.values = values;
        this.counts = counts;
        this.complete = complete;
        this.total = total;
        this.nans = nans;
        this.least = range[0];
        this.greatest = range[1];
    }

    /** The histogram of unsigned bytes: {@code counts[v]} elements hold v. */
    public static Histogram ofByteCounts(long[] counts) {
        if (counts.length != BYTES) {
            throw new IllegalArgumentException("a byte has 256 values, not " + counts.length);
        }
        double[] values = new double[BYTES];
        long[] found = new long[BYTES];
        int size = 0;
        long total = 0;
        for (int v = 0; v < BYTES; v++) {
            if (counts[v] > 0) {
                values[size] = v;
                found[size++] = counts[v];
                total += counts[v];
            }
        }
        double[] range = size == 0 ? new double[] {Double.NaN, Double.NaN} : new double[] {values[0], values[size - 1]};
        return new Histogram(Arrays.copyOf(values, size), Arrays.copyOf(found, size), true, total, 0, range);
    }

    /** The histogram of every element, in one pass. */
    public static Histogram of(LabelArray array) {
        Storage[] chunks = array.chunks();
        if (chunks.length > 0 && chunks[0] instanceof Storage.Bytes) {
            return ofByteCounts(countBytes(chunks));
        }
        Tally tally = new Tally();
        for (Storage chunk : chunks) {
            tally.add(chunk);
        }
        return tally.histogram();
    }

    /**
     * Counts whole runs where eight bytes are equal, as in most of a mask; else uses two tables in turn, since equal
     * neighbours would wait for each other on a single one.
     */
    private static long[] countBytes(Storage[] chunks) {
        int[] even = new int[BYTES];
        int[] odd = new int[BYTES];
        for (Storage chunk : chunks) {
            byte[] data = ((Storage.Bytes) chunk).data();
            int i = 0;
            while (i + BLOCK <= data.length) {
                if (isOneValue(data, i)) {
                    int run = run(data, i);
                    even[data[i] & 0xff] += run;
                    i += run;
                } else {
                    countPairs(data, i, even, odd);
                    i += BLOCK;
                }
            }
            for (; i < data.length; i++) {
                even[data[i] & 0xff]++;
            }
        }
        long[] out = new long[BYTES];
        Arrays.setAll(out, v -> (long) even[v] + odd[v]);
        return out;
    }

    /** Whether the block from {@code i} on holds one value; without a branch for each. */
    private static boolean isOneValue(byte[] data, int i) {
        byte v = data[i];
        return ((data[i + 1] ^ v)
                        | (data[i + 2] ^ v)
                        | (data[i + 3] ^ v)
                        | (data[i + 4] ^ v)
                        | (data[i + 5] ^ v)
                        | (data[i + 6] ^ v)
                        | (data[i + 7] ^ v))
                == 0;
    }

    /** The number of equal bytes from {@code i} on. */
    private static int run(byte[] data, int i) {
        int differs = Arrays.mismatch(data, i, data.length - 1, data, i + 1, data.length);
        return differs < 0 ? data.length - i : differs + 1;
    }

    private static void countPairs(byte[] data, int from, int[] even, int[] odd) {
        for (int i = from; i < from + BLOCK; i += 2) {
            even[data[i] & 0xff]++;
            odd[data[i + 1] & 0xff]++;
        }
    }

    /** The number of different values, NaN left out. */
    public int size() {
        return values.length;
    }

    /** The value of rank {@code i}, rising. */
    public double value(int i) {
        return values[i];
    }

    public long count(int i) {
        return counts[i];
    }

    /** The number of elements that are {@code value}. */
    public long countOf(double value) {
        int at = Arrays.binarySearch(values, value + 0.0);
        return at < 0 ? 0 : counts[at];
    }

    public boolean contains(double value) {
        return countOf(value) > 0;
    }

    /** Whether every different value has its count. */
    public boolean isComplete() {
        return complete;
    }

    /** The number of elements, NaN included. */
    public long total() {
        return total;
    }

    public long nans() {
        return nans;
    }

    /** The least value; NaN when there is none. */
    public double least() {
        return least;
    }

    /** The greatest value; NaN when there is none. */
    public double greatest() {
        return greatest;
    }

    /** Counts values of any type; −0.0 counts as 0.0. */
    private static final class Tally {
        private static final int SLOTS = 4 * MOST_VALUES;

        private final double[] keys = new double[SLOTS];
        private final long[] counts = new long[SLOTS];
        private int size;
        private boolean complete = true;
        private long total;
        private long nans;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void add(Storage chunk) {
            int run = 0;
            double present = Double.NaN;
            int length = chunk.length();
            for (int i = 0; i < length; i++) {
                double value = chunk.doubleAt(i) + 0.0;
                if (value != present) {
                    put(present, run);
                    present = value;
                    run = 0;
                }
                run++;
            }
            put(present, run);
            total += length;
        }

        private void put(double value, int times) {
            if (Double.isNaN(value)) {
                nans += times;
                return;
            }
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            int slot = slotOf(value);
            if (counts[slot] == 0) {
                if (size == MOST_VALUES) {
                    complete = false;
                    return;
                }
                keys[slot] = value;
                size++;
            }
            counts[slot] += times;
        }

        private int slotOf(double value) {
            long bits = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
            int slot = (int) (bits >>> 40) & (SLOTS - 1);
            while (counts[slot] > 0 && keys[slot] != value) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            return slot;
        }

        Histogram histogram() {
            double[] values = new double[size];
            int next = 0;
            for (int slot = 0; slot < SLOTS; slot++) {
                if (counts[slot] > 0) {
                    values[next++] = keys[slot];
                }
            }
            Arrays.sort(values);
            long[] sorted = new long[size];
            Arrays.setAll(sorted, i -> counts[slotOf(values[i])]);
            double[] range = size == 0 ? new double[] {Double.NaN, Double.NaN} : new double[] {least, greatest};
            return new Histogram(values, sorted, complete, total, nans, range);
        }
    }
}
