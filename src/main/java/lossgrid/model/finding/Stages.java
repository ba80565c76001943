package lossgrid.model.finding;

import lossgrid.core.array.LabelArray;
import lossgrid.model.Analysis;

/** The labels on their way through a document's encoding. */
final class Stages {
    private Stages() {}

    /** The labels before step {@code i}, of which all steps before could be computed. */
    static LabelArray before(Analysis analysis, int i) {
        return i == 0
                ? analysis.experiment().labels()
                : analysis.encodingSteps()
                        .get(i - 1)
                        .value()
                        .orElse(analysis.experiment().labels());
    }

    /** The labels after the last step that could be computed. */
    static LabelArray last(Analysis analysis) {
        return before(analysis, Chain.computed(analysis));
    }
}
