package lossgrid.model.finding.evidence;

import lossgrid.core.array.LabelArray;
import lossgrid.model.analysis.Analysis;

/** The labels between the steps of a document's encoding. */
public final class IntermediateLabels {
    private IntermediateLabels() {}

    /** The labels before step {@code i}; all steps before it must have been computed. */
    public static LabelArray before(Analysis analysis, int i) {
        return i == 0
                ? analysis.experiment().labels()
                : analysis.encodingSteps()
                        .get(i - 1)
                        .value()
                        .orElse(analysis.experiment().labels());
    }

    /** The labels after the last step that could be computed. */
    public static LabelArray last(Analysis analysis) {
        return before(analysis, EncodingFixes.computed(analysis));
    }
}
