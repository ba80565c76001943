package lossgrid.model.finding.evidence;

import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.finding.Finding;

/**
 * Looks for one kind of finding. A rule finds nothing unless the document is most probably wrong: users ignore a tool
 * that raises false alarms.
 */
public sealed interface Rule {
    /** Examines only labels, those of a document as well as those of a file. */
    non-sealed interface OfLabels extends Rule {
        Optional<Finding> find(MaskEvidence mask);
    }

    /** Examines a whole document. */
    non-sealed interface OfExperiment extends Rule {
        /**
         * Looks for the finding; {@code mask} has the document's labels after the last encoding step that could be
         * computed.
         */
        Optional<Finding> find(Analysis analysis, MaskEvidence mask);
    }
}
