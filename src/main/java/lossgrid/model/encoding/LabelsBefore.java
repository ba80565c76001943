package lossgrid.model.encoding;

import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;

/**
 * The labels that a new step will take, and what they are for.
 *
 * @param logits their shape
 * @param classes as the loss counts them
 * @param isBinary whether the loss wants a target of floats
 */
public record LabelsBefore(
        LabelArray labels, Histogram histogram, Shape logits, int classes, boolean isBinary, long ignoreIndex) {
    /** A table or palette with more entries is for nobody to read. */
    static final int MOST_ENTRIES = 256;

    private static final int MOST_OF_BYTE = 255;
    private static final double TWO_63 = 0x1p63;

    Shape shape() {
        return labels.shape();
    }

    /** The greatest value if it is finite and above 0, or 255. */
    double greatest() {
        double greatest = histogram.greatest();
        return greatest > 0 && Double.isFinite(greatest) ? greatest : MOST_OF_BYTE;
    }

    static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < TWO_63;
    }

    /** The last dimension of labels with colours, the classes' dimension of others. */
    int narrowest() {
        boolean colors = shape().rank() > 2 && ColorLookup.isColor(shape());
        return colors ? -1 : shape().rank() == Nchw.RANK ? Nchw.CLASS_DIM : 0;
    }
}
