package lossgrid.model.finding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.LabelSource;
import lossgrid.model.example.ColorCounts;
import org.jspecify.annotations.Nullable;

/**
 * The facts about labels that rules read: dtype, shape and histogram, and, computed on first use, whatever needs
 * another look at the pixels. Not thread-safe.
 */
public final class MaskFacts {
    /** The number up to which doubles hold every whole number. */
    private static final double MOST_EXACT = 0x1p53;

    private final DType dtype;
    private final Shape shape;
    private final Histogram histogram;
    private final @Nullable LabelSource source;
    private final Supplier<LabelArray> labels;
    private final boolean whole;
    private @Nullable ColorCounts colors;

    private MaskFacts(
            DType dtype, Shape shape, Histogram histogram, @Nullable LabelSource source, Supplier<LabelArray> labels) {
        this.dtype = dtype;
        this.shape = shape;
        this.histogram = histogram;
        this.source = source;
        this.labels = labels;
        this.whole = isWhole(dtype, histogram);
    }

    /** The facts of {@code labels}; counts every value. */
    public static MaskFacts of(LabelArray labels, @Nullable LabelSource source) {
        return of(labels.dtype(), labels.shape(), Histogram.of(labels), source, () -> labels);
    }

    /**
     * The facts of labels that have been counted already. {@code labels} is called only by rules that need to look at
     * the pixels.
     */
    public static MaskFacts of(
            DType dtype, Shape shape, Histogram histogram, @Nullable LabelSource source, Supplier<LabelArray> labels) {
        return new MaskFacts(dtype, shape, histogram, source, labels);
    }

    private static boolean isWhole(DType dtype, Histogram histogram) {
        // The least int64 is what becomes of NaN, and a double holds it exactly.
        boolean isLeast = dtype == DType.INT64 && histogram.least() == Long.MIN_VALUE;
        boolean exact = !(histogram.greatest() > MOST_EXACT || (histogram.least() < -MOST_EXACT && !isLeast));
        boolean whole = exact && (!dtype.isFloatingPoint() || (histogram.isComplete() && histogram.nans() == 0));
        for (int i = 0; i < histogram.size() && whole; i++) {
            whole = histogram.value(i) == Math.rint(histogram.value(i));
        }
        return whole;
    }

    public DType dtype() {
        return dtype;
    }

    public Shape shape() {
        return shape;
    }

    public Histogram histogram() {
        return histogram;
    }

    /** The origin of the labels; empty for labels made here. */
    public Optional<LabelSource> source() {
        return Optional.ofNullable(source);
    }

    /** The labels themselves. */
    public LabelArray labels() {
        return labels.get();
    }

    /** Whether every label is known to be a whole number that a double holds exactly. */
    public boolean isWhole() {
        return whole;
    }

    /** The number of labels with a value of this kind, among those that the histogram counts. */
    public long count(DoublePredicate values) {
        long count = 0;
        for (int i = 0; i < histogram.size(); i++) {
            count += values.test(histogram.value(i)) ? histogram.count(i) : 0;
        }
        return count;
    }

    /** The different values of this kind, rising. */
    public double[] values(DoublePredicate kind) {
        double[] out = new double[histogram.size()];
        int size = 0;
        for (int i = 0; i < histogram.size(); i++) {
            if (kind.test(histogram.value(i))) {
                out[size++] = histogram.value(i);
            }
        }
        return Arrays.copyOf(out, size);
    }

    /** The last dimension read as colours; only for a last dimension of 3 or 4. */
    public ColorCounts colors() {
        ColorCounts present = colors;
        if (present == null) {
            present = ColorCounts.of(labels());
            colors = present;
        }
        return present;
    }

    /** The cells whose value is one of {@code values}, searched when read. */
    public MarkedCells marks(DoublePredicate values) {
        return new MarkedCells(MarkedCells.Grid.ENCODED, shape, () -> {
            LabelArray array = labels();
            BitSet out = new BitSet(array.size());
            for (int i = 0; i < array.size(); i++) {
                if (values.test(array.doubleAt(i))) {
                    out.set(i);
                }
            }
            return out;
        });
    }
}
