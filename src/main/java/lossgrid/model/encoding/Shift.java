package lossgrid.model.encoding;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.label.Pointwise;

/** {@code y + by}, or {@code y - by} for less than 0; whole numbers wrap around in their dtype. */
public record Shift(long by) implements PointwiseStep {
    /** What brings the least value to 0, or a step down where it is there. */
    static Shift begin(LabelsBefore labels) {
        double least = labels.histogram().least();
        return new Shift(LabelsBefore.isWhole(least) && least != 0 ? -(long) least : -1);
    }

    /** −2^63 has no opposite. */
    private boolean isSubtraction() {
        return by < 0 && by != Long.MIN_VALUE;
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return isSubtraction() ? Pointwise.subtract(labels, -by) : Pointwise.add(labels, by);
    }

    @Override
    public String torchCode(String y) {
        return isSubtraction() ? y + " - " + -by : y + " + " + by;
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        DType common = Pointwise.common(before.dtype(), true);
        return NumpyScalar.cast(before.dtype(), common) + " + " + NumpyScalar.number(common, by);
    }
}
