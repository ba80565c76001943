package lossgrid.model;

import java.util.List;
import lossgrid.core.LabelArray;
import lossgrid.core.Scalar;
import lossgrid.core.Tensor;

/** Everything a user can do to a document. Cells are counted in row-major order. */
public sealed interface Edit {
    record SetLogit(int cell, float value) implements Edit {}

    /** Replaces all logits by others of the same shape. */
    record SetLogits(Tensor logits) implements Edit {}

    /** Sets a raw label; the value is cast to the labels' dtype. */
    record SetLabel(int cell, Scalar value) implements Edit {}

    /** Sets many logits at once: cell {@code i} of {@code cells} becomes element {@code i} of {@code values}. */
    record SetLogitCells(Cells cells, Tensor values) implements Edit {}

    /** Sets many raw labels at once, cast to the labels' dtype. */
    record SetLabelCells(Cells cells, LabelArray values) implements Edit {}

    record SetTitle(String title) implements Edit {}

    record SetEncoding(List<EncodingStep> encoding) implements Edit {}

    record SetRecipe(Recipe recipe) implements Edit {}

    record SetOptions(LossOptions options) implements Edit {}

    record SetClasses(List<String> classes) implements Edit {}

    record SetColors(List<ClassColor> colors) implements Edit {}

    /** Other sizes of the logits, and of labels that belong to them: see {@link Reshaping}. */
    record Reshape(int n, int c, int h, int w) implements Edit {}

    /** The same problem by the other route: see {@link Route#convert}. */
    record SwitchRoute(Route route) implements Edit {}
}
