package lossgrid.model.encoding;

import lossgrid.core.array.LabelArray;
import lossgrid.core.label.DimOps;

/** {@code y.argmax(dim)}. */
public record ArgMax(int dim) implements EncodingStep {
    @Override
    public LabelArray apply(LabelArray labels) {
        return DimOps.argmax(labels, dim);
    }

    @Override
    public String torchCode(String y) {
        return y + ".argmax(" + dim + ")";
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        return before.shape().rank() == 0 ? "np.zeros((), dtype=np.int64)" : "np.asarray(y.argmax(axis=" + dim + "))";
    }
}
