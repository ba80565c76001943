package lossgrid.model.edit;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;

/** Everything a user can do to a document. Cells are counted in row-major order. */
public sealed interface Edit {
    /** Raw labels have 1 to 4 dimensions. */
    int MOST_LABEL_DIMS = 4;

    /** Replaces all logits by others of the same shape. */
    record SetLogits(Tensor logits) implements Edit {}

    /**
     * Sets cells: cell {@code i} of {@code cells} becomes element {@code i} of {@code values}, cast to the array's
     * dtype.
     */
    record SetCells(EditableArray array, CellIndices cells, LabelArray values) implements Edit {}

    record SetTitle(String title) implements Edit {}

    record SetEncoding(List<EncodingStep> encoding) implements Edit {}

    record SetRecipe(Recipe recipe) implements Edit {}

    record SetOptions(LossOptions options) implements Edit {}

    record SetClasses(List<String> classes) implements Edit {}

    record SetColors(List<ClassColor> colors) implements Edit {}

    /** Other sizes of the logits, and of labels that belong to them: see {@link Reshaping}. */
    record Reshape(int n, int c, int h, int w) implements Edit {}

    /** Another number of classes, with all that depends on it: see {@link ClassCounting}. */
    record SetClassCount(int classes) implements Edit {
        public SetClassCount {
            if (classes < 1) {
                throw new IllegalArgumentException("no classes: " + classes);
            }
        }
    }

    /** Other raw labels, of any shape and dtype, and where they come from; everything else stays. */
    record SetLabels(LabelArray labels, Optional<LabelSource> source) implements Edit {
        public SetLabels {
            int rank = labels.shape().rank();
            if (rank < 1 || rank > MOST_LABEL_DIMS) {
                throw new IllegalArgumentException(
                        "labels of rank 1 to " + MOST_LABEL_DIMS + ", not " + labels.shape());
            }
        }
    }

    /**
     * Uses an array that fits {@link NetworkOutput#logits} as logits; what they predict takes the place of the labels.
     * A recipe for one channel gives way to one for several, and the other way round.
     *
     * @param source where the logits come from
     */
    record UseAsLogits(LabelArray logits, Optional<LabelSource> source) implements Edit {
        public UseAsLogits {
            if (!NetworkOutput.fits(logits.shape())) {
                throw new IllegalArgumentException("logits have 2 to 4 dimensions, not " + logits.shape());
            }
        }
    }

    /**
     * A document made of this one and of arrays from elsewhere: beforehand, since that takes its time. See {@link
     * Importing}.
     */
    record Import(Experiment experiment) implements Edit {}

    /**
     * Keeps nothing but a window of rows and columns: see {@link Cropping#crop}.
     *
     * @param h the first row
     * @param w the first column
     */
    record Crop(int h, int w, int height, int width) implements Edit {
        public Crop {
            if (h < 0 || w < 0 || height < 1 || width < 1) {
                throw new IllegalArgumentException("no window: " + height + " by " + width + " at " + h + ", " + w);
            }
        }
    }

    /** The same problem by the other route: see {@link Route#convert}. */
    record SwitchRoute(Route route) implements Edit {}
}
