package lossgrid.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.History;
import org.jspecify.annotations.Nullable;

/**
 * The open document, its history and its analysis. Views read the analysis and hand edits back; used on the JavaFX thread only.
 *
 * <p>The analysis of a large document is computed in the background: until it is ready the one before stays, and the newest edit wins.
 */
public final class Session {
    /** With more logits than this an analysis takes longer than a frame. */
    public static final int MOST_AT_ONCE = 1 << 16;

    private final ReadOnlyObjectWrapper<Analysis> analysis;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final @Nullable Background background;
    private final Background.@Nullable Newest later;
    private @Nullable BoardFacts facts;
    private History history;
    private @Nullable Experiment saved;
    private Object opening = new Object();

    /** A session that analyses everything at once, as pictures need it. */
    public Session(Experiment experiment) {
        this(experiment, null);
    }

    /** A session that leaves large documents to {@code background}. */
    public Session(Experiment experiment, @Nullable Background background) {
        this(Analyzer.analyze(experiment), background);
    }

    private Session(Analysis analyzed, @Nullable Background background) {
        this.background = background;
        later = background == null ? null : background.newestShown();
        history = new History(analyzed.experiment());
        saved = analyzed.experiment();
        analysis = new ReadOnlyObjectWrapper<>(analyzed);
    }

    /** A session of another document, apart from this one, which has been analysed already. */
    public Session apart(Analysis analyzed) {
        return new Session(analyzed, background);
    }

    /** Whether an experiment with so many logits is analysed while the user waits. */
    public boolean isAtOnce(long logits) {
        return later == null || logits <= MOST_AT_ONCE;
    }

    /** For questions about a large document whose answers the window shows; none where everything is done at once. */
    public Background.@Nullable Newest newestShown() {
        return background == null ? null : background.newestShown();
    }

    public ReadOnlyObjectProperty<Analysis> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    public Analysis analysis() {
        return analysis.get();
    }

    /** What the board needs to know of {@link #analysis()}. */
    public BoardFacts facts() {
        BoardFacts known = facts;
        if (known == null) {
            // The session's first analysis, or that of a session which no board shows.
            known = BoardFacts.of(analysis());
            facts = known;
        }
        return known;
    }

    private void show(BoardFacts found) {
        facts = found;
        analysis.set(found.analysis());
    }

    public Experiment experiment() {
        return history.present();
    }

    /** Whether the analysis is that of an earlier document, and a newer one is being computed. */
    public ReadOnlyBooleanProperty computingProperty() {
        return computing.getReadOnlyProperty();
    }

    /** Whether the analysis is of other shapes than the document, so that its cells are not the document's. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Where the document lives, if it has been saved or opened from a file. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether the document differs from the one in its file. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    public void apply(Edit edit) {
        history.apply(edit);
        update();
    }

    /** Applies an edit that undo takes back together with the others of its gesture. */
    public void apply(Edit edit, History.Gesture gesture) {
        history.apply(edit, gesture);
        update();
    }

    /** Takes back what this gesture has done, as if it had never been. */
    public void cancel(History.Gesture gesture) {
        history.cancel(gesture);
        update();
    }

    public void undo() {
        history.undo();
        update();
    }

    public void redo() {
        history.redo();
        update();
    }

    /** Replaces the document; its history starts anew. */
    public void open(Experiment experiment, @Nullable Path from) {
        replace(experiment, from, experiment);
    }

    /** As {@link #open}, but with a document that differs from the one in its file. */
    public void restore(Experiment experiment, @Nullable Path from) {
        replace(experiment, from, null);
    }

    private void replace(Experiment experiment, @Nullable Path from, @Nullable Experiment inFile) {
        opening = new Object();
        history = new History(experiment);
        saved = inFile;
        file.set(Optional.ofNullable(from));
        update();
    }

    /** Stays the same until another document takes the place of this one. */
    public Object opening() {
        return opening;
    }

    /** Notes that {@code experiment} is what the file now holds. */
    public void markSaved(Experiment experiment, Path to) {
        saved = experiment;
        file.set(Optional.of(to));
        update();
    }

    @SuppressWarnings(
            "ReferenceEquality") // A document is the saved one only if it is the very same: undo leads back to it.
    private void update() {
        Experiment present = history.present();
        if (analysis.get().experiment() == present) {
            stopComputing();
        } else if (later == null || isAtOnce(present.logits().size())) {
            stopComputing();
            show(BoardFacts.of(Analyzer.analyze(present, analysis.get()), facts));
        } else {
            analyzeLater(later, present);
        }
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        unsaved.set(present != saved);
    }

    private void analyzeLater(Background.Newest newest, Experiment present) {
        BoardFacts before = facts;
        Analysis last = analysis.get();
        Experiment shown = last.experiment();
        computing.set(true);
        stale.set(!shown.logits().shape().equals(present.logits().shape())
                || !shown.labels().shape().equals(present.labels().shape()));
        newest.run(
                () -> BoardFacts.of(Analyzer.analyze(present, last), before),
                found -> {
                    stopComputing();
                    show(found);
                },
                failure -> {
                    stopComputing();
                    Background.report(failure);
                });
    }

    private void stopComputing() {
        if (later != null) {
            later.cancel();
        }
        computing.set(false);
        stale.set(false);
    }
}
