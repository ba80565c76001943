package lossgrid.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Change;
import lossgrid.model.edit.History;

/**
 * All that the window shows of a document at one moment. Each change of the document publishes one; that of a large
 * document is followed by another with its analysis, and by a last one with its findings.
 *
 * @param document as the user has left it
 * @param facts of the document, or, while those of a large one are computed, of the one before
 * @param findings about the document that the facts are of
 * @param opening counts the documents that the session has opened
 * @param file where the document lives, if it has been saved or opened from a file
 * @param lesson the one that the document was opened as
 * @param isUnsaved whether the document differs from the one in its file
 * @param undoes the step that undo would take back
 * @param redoes the step that redo would do again
 * @param isComputing whether the analysis is that of an earlier document, and a newer one is on its way
 */
public record Frame(
        Experiment document,
        BoardFacts facts,
        Findings findings,
        int opening,
        Optional<Path> file,
        Optional<Lesson> lesson,
        boolean isUnsaved,
        Optional<Change> undoes,
        Optional<Change> redoes,
        boolean isComputing) {
    /** The first frame of a session. */
    Frame(BoardFacts facts, Findings findings) {
        this(
                facts.analysis().experiment(),
                facts,
                findings,
                1,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    Frame opened(Origin origin) {
        return new Frame(
                document,
                facts,
                findings,
                opening + 1,
                origin.file(),
                origin.lesson(),
                isUnsaved,
                undoes,
                redoes,
                isComputing);
    }

    Frame in(Path newFile) {
        return new Frame(
                document,
                facts,
                findings,
                opening,
                Optional.of(newFile),
                lesson,
                isUnsaved,
                undoes,
                redoes,
                isComputing);
    }

    Frame with(History history, boolean isSaved, boolean computes) {
        return new Frame(
                history.present(),
                facts,
                findings,
                opening,
                file,
                lesson,
                !isSaved,
                history.undoes(),
                history.redoes(),
                computes);
    }

    /** This frame with the result of what was being computed. */
    Frame with(BoardFacts newFacts, Findings newFindings) {
        return new Frame(document, newFacts, newFindings, opening, file, lesson, isUnsaved, undoes, redoes, false);
    }

    Frame with(Findings newFindings) {
        return new Frame(document, facts, newFindings, opening, file, lesson, isUnsaved, undoes, redoes, isComputing);
    }

    public boolean canUndo() {
        return undoes.isPresent();
    }

    public boolean canRedo() {
        return redoes.isPresent();
    }

    public Analysis analysis() {
        return facts.analysis();
    }

    /** Whether it is this analysis that is shown. */
    @SuppressWarnings("ReferenceEquality")
    public boolean shows(Analysis analysis) {
        return analysis() == analysis;
    }

    /** Whether the analysis is of other shapes than the document, so that its cells are not the document's. */
    public boolean isStale() {
        Experiment shown = analysis().experiment();
        return !shown.logits().shape().equals(document.logits().shape())
                || !shown.labels().shape().equals(document.labels().shape());
    }
}
