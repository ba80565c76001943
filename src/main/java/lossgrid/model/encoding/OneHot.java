package lossgrid.model.encoding;

import lossgrid.core.array.LabelArray;
import lossgrid.core.label.Scatter;

/** {@code torch.nn.functional.one_hot(y, num_classes)}; −1 infers the number of classes from the largest label. */
public record OneHot(@Argument(usual = "-1") int numClasses) implements EncodingStep {
    private static final int INFER_CLASSES = -1;

    @Override
    public LabelArray apply(LabelArray labels) {
        return Scatter.oneHot(labels, numClasses);
    }

    @Override
    public String torchCode(String y) {
        return "F.one_hot(" + y + (numClasses == INFER_CLASSES ? "" : ", " + numClasses) + ")";
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        return "np.eye(" + after.shape().fromEnd(0) + ", dtype=np.int64)[y]";
    }
}
