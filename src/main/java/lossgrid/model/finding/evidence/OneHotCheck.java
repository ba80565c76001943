package lossgrid.model.finding.evidence;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.finding.MaskFacts;

/** Checks for a single 1 among zeros. */
public final class OneHotCheck {
    private OneHotCheck() {}

    /**
     * Whether the values alone allow for one-hot labels along a dimension of {@code classes}: 0 and 1, and one 1 for
     * every such line.
     */
    public static boolean isPossible(MaskFacts facts, int classes) {
        boolean binary = facts.isWhole()
                && facts.histogram().least() == 0
                && facts.histogram().greatest() == 1
                && facts.histogram().size() == 2;
        return binary
                && facts.histogram().countOf(1) * classes == facts.histogram().total();
    }

    /** Whether every line along dimension {@code dim} holds one 1; the values are all 0 or 1. */
    public static boolean isAlong(LabelArray labels, int dim) {
        Shape shape = labels.shape();
        int length = shape.dim(dim);
        int stride = shape.stride(dim);
        for (int i = 0; i < labels.size(); i++) {
            if (i / stride % length == 0) {
                int ones = 0;
                for (int k = 0; k < length; k++) {
                    ones += labels.doubleAt(i + k * stride) == 1 ? 1 : 0;
                }
                if (ones != 1) {
                    return false;
                }
            }
        }
        return true;
    }
}
