package lossgrid.model.encoding;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.label.DimOps;

/** A step that makes each element from the same one alone. */
interface PointwiseStep extends EncodingStep {
    @Override
    default Optional<LabelArray> applyAt(int[] elements, LabelArray labels, LabelArray earlier) {
        return Optional.of(earlier.with(elements, apply(DimOps.elements(labels, elements))));
    }
}
