package lossgrid.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;

/**
 * All that the window shows of a document at one moment. Each change of the document publishes one; that of a large
 * document is followed by another with its analysis, and by a last one with its findings.
 *
 * @param document as the user has left it
 * @param facts of the document, or, while those of a large one are computed, of the one before
 * @param findings about the document that the facts are of
 * @param opening counts the documents that the session has opened
 * @param file where the document lives, if it has been saved or opened from a file
 * @param isUnsaved whether the document differs from the one in its file
 */
public record Frame(
        Experiment document,
        BoardFacts facts,
        Findings findings,
        int opening,
        Optional<Path> file,
        boolean isUnsaved,
        boolean canUndo,
        boolean canRedo) {
    Frame with(BoardFacts newFacts, Findings newFindings) {
        return new Frame(document, newFacts, newFindings, opening, file, isUnsaved, canUndo, canRedo);
    }

    Frame with(Findings newFindings) {
        return with(facts, newFindings);
    }

    public Analysis analysis() {
        return facts.analysis();
    }

    /** Whether it is this analysis that is shown. */
    @SuppressWarnings("ReferenceEquality")
    public boolean shows(Analysis analysis) {
        return analysis() == analysis;
    }

    /** Whether the analysis is that of an earlier document, and a newer one is being computed. */
    @SuppressWarnings("ReferenceEquality") // An equal document has been analyzed, but not this one.
    public boolean isComputing() {
        return analysis().experiment() != document;
    }

    /** Whether the analysis is of other shapes than the document, so that its cells are not the document's. */
    public boolean isStale() {
        Experiment shown = analysis().experiment();
        return !shown.logits().shape().equals(document.logits().shape())
                || !shown.labels().shape().equals(document.labels().shape());
    }
}
