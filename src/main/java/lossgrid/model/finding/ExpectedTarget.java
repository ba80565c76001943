package lossgrid.model.finding;

import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;

/** The kind of target that labels are meant to be. */
public enum ExpectedTarget {
    /** A mask on disk: class indices, of any dtype, with or without a batch dimension. */
    FILE,
    /** Class indices for a loss over classes: int64 {@code [N, H, W]}. */
    INDICES,
    /** A share of each class for a loss over classes: floating {@code [N, C, H, W]}. */
    DISTRIBUTION,
    /** A value for each logit, for a binary loss: floating {@code [N, C, H, W]}. */
    BINARY;

    /** The kind of target that the document's loss sees in labels of this shape. */
    public static ExpectedTarget of(Experiment experiment, Shape labels) {
        if (experiment.isBinary()) {
            return BINARY;
        }
        boolean aValueForEachLogit = labels.equals(experiment.logits().shape());
        return switch (experiment.recipe().loss()) {
            case CROSS_ENTROPY_LOSS, BY_HAND -> aValueForEachLogit ? DISTRIBUTION : INDICES;
            case NLL_LOSS, BCE_LOSS, BCE_WITH_LOGITS_LOSS -> INDICES;
        };
    }

    /** Whether labels are class indices. */
    public boolean isIndices() {
        return this == FILE || this == INDICES;
    }
}
