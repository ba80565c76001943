package lossgrid.model.encoding;

import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;

/** Inserts a dimension of size 1: {@code y.unsqueeze(dim)}. */
public record Unsqueeze(int dim) implements ReshapingStep {
    /** A class dimension where there is a batch, else a batch. */
    static Unsqueeze begin(LabelsBefore labels) {
        Shape pixels = labels.logits().remove(Nchw.CLASS_DIM);
        return new Unsqueeze(labels.shape().equals(pixels) ? Nchw.CLASS_DIM : 0);
    }

    @Override
    public Shape reshape(Shape shape) {
        return shape.insert(shape.wrapForInsertion(dim), 1);
    }

    @Override
    public String torchCode(String y) {
        return y + ".unsqueeze(" + dim + ")";
    }
}
