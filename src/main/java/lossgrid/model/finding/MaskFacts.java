package lossgrid.model.finding;

import java.util.BitSet;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import lossgrid.core.DType;
import lossgrid.core.Histogram;
import lossgrid.core.LabelArray;
import lossgrid.core.Shape;

/**
 * What labels are, as far as rules ask: dtype, shape and the histogram at once, all that needs to look at the pixels again only when asked for.
 * Not for several threads at a time.
 */
public final class MaskFacts {
    private final DType dtype;
    private final Shape shape;
    private final Histogram histogram;
    private final Supplier<LabelArray> labels;

    private MaskFacts(DType dtype, Shape shape, Histogram histogram, Supplier<LabelArray> labels) {
        this.dtype = dtype;
        this.shape = shape;
        this.histogram = histogram;
        this.labels = labels;
    }

    /** The facts of {@code labels}; counts every value. */
    public static MaskFacts of(LabelArray labels) {
        return new MaskFacts(labels.dtype(), labels.shape(), Histogram.of(labels), () -> labels);
    }

    /** The facts of labels that have been counted already. {@code labels} is asked only by rules that have a reason to look at the pixels. */
    public static MaskFacts of(DType dtype, Shape shape, Histogram histogram, Supplier<LabelArray> labels) {
        return new MaskFacts(dtype, shape, histogram, labels);
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

    /** The labels themselves. */
    public LabelArray labels() {
        return labels.get();
    }

    /** The cells whose value is one of {@code values}, to be looked for when asked. */
    Marks marks(DoublePredicate values) {
        return new Marks(Marks.Grid.ENCODED, shape, () -> {
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
