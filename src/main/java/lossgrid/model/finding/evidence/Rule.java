package lossgrid.model.finding.evidence;

import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.finding.Finding;

/** Finds one kind of thing, or nothing. A rule keeps silent unless what it sees is hardly right: a doctor who cries wolf is not asked again. */
public sealed interface Rule {
    /** Looks at labels alone, those of a document as well as those of a file. */
    non-sealed interface OfLabels extends Rule {
        Optional<Finding> find(MaskEvidence mask);
    }

    /** Looks at a whole document. */
    non-sealed interface OfExperiment extends Rule {
        /** {@code mask} is the document's labels, as far as its encoding has brought them. */
        Optional<Finding> find(Analysis analysis, MaskEvidence mask);
    }
}
