package lossgrid.model.encoding;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;

/**
 * One step that brings raw labels closer to a loss's target, as a line of PyTorch: a record whose components are its
 * {@linkplain Argument arguments}. To add one, write such a record and its lines in {@link StepKind}.
 */
public interface EncodingStep {
    /**
     * The labels after this step.
     *
     * @throws lossgrid.core.array.TorchException where PyTorch would raise
     */
    LabelArray apply(LabelArray labels);

    /**
     * {@link #apply} to labels that differ from those of {@code earlier} at {@code elements} only.
     *
     * @return empty where an element of the result does not depend on the same element only, in row-major order
     */
    default Optional<LabelArray> applyAt(int[] elements, LabelArray labels, LabelArray earlier) {
        return Optional.empty();
    }

    /** The expression in PyTorch, applied to {@code y}. A step that is switched off is just {@code y}. */
    String torchCode(String y);

    /** The Python function that {@link #torchCode} calls, as lines; none where PyTorch has all it needs. */
    default List<String> torchDefinition() {
        return List.of();
    }

    /** The lines that must come before the line of this step in PyTorch. */
    default List<String> preparation() {
        return List.of();
    }

    /** The expression in NumPy that makes {@code after} of {@code y}, which is {@code before}, in PyTorch's dtypes. */
    String numpyCode(LabelArray before, LabelArray after);

    /** The Python function that {@link #numpyCode} calls, as lines; none where NumPy has all it needs. */
    default List<String> numpyDefinition() {
        return List.of();
    }
}
