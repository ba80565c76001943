package lossgrid.model.encoding;

import lossgrid.core.array.LabelArray;
import lossgrid.core.label.DimOps;

/** {@code y.select(dim, index)}. */
public record Select(int dim, int index) implements EncodingStep {
    @Override
    public LabelArray apply(LabelArray labels) {
        return DimOps.select(labels, dim, index);
    }

    @Override
    public String torchCode(String y) {
        return y + ".select(" + dim + ", " + index + ")";
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        return "np.asarray(y.take(" + index + ", axis=" + dim + "))";
    }
}
