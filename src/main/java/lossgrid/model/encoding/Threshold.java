package lossgrid.model.encoding;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.label.Pointwise;
import lossgrid.model.text.PythonLiteral;

/** {@code y > above}: bool. */
public record Threshold(double above) implements PointwiseStep {
    public Threshold {
        if (!Double.isFinite(above)) {
            throw new IllegalArgumentException("not finite: " + above);
        }
    }

    /** At half of the greatest value, rounded down for whole numbers: 127 for 255. */
    static Threshold begin(LabelsBefore labels) {
        double half = labels.greatest() / 2;
        return new Threshold(labels.labels().dtype().isFloatingPoint() ? half : Math.floor(half));
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return Pointwise.greater(labels, above);
    }

    @Override
    public String torchCode(String y) {
        return y + " > " + PythonLiteral.typed(above);
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        DType common = Pointwise.common(before.dtype(), Pointwise.isWhole(above));
        return NumpyScalar.cast(before.dtype(), common) + " > " + NumpyScalar.number(common, above);
    }
}
