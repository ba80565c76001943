package lossgrid.model.encoding;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.text.PythonLiteral;

/** A step that changes nothing but the shape: all data is shared. */
interface ReshapingStep extends EncodingStep {
    /** The shape of what has {@code shape} before. */
    Shape reshape(Shape shape);

    @Override
    default LabelArray apply(LabelArray labels) {
        return labels.reshape(reshape(labels.shape()));
    }

    @Override
    default Optional<LabelArray> applyAt(int[] elements, LabelArray labels, LabelArray earlier) {
        return Optional.of(apply(labels));
    }

    @Override
    default String numpyCode(LabelArray before, LabelArray after) {
        return "y.reshape(" + PythonLiteral.tuple(after.shape()) + ")";
    }
}
