package lossgrid.model.encoding;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;

/** {@code y.to(dtype)}. */
public record Cast(DType dtype) implements PointwiseStep {
    @Override
    public LabelArray apply(LabelArray labels) {
        return labels.to(dtype);
    }

    @Override
    public String torchCode(String y) {
        return y + ".to(torch." + dtype.torchName() + ")";
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        return NumpyScalar.cast(dtype);
    }
}
