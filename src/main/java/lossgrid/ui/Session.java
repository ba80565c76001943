package lossgrid.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lossgrid.model.Analysis;
import lossgrid.model.Analyzer;
import lossgrid.model.Edit;
import lossgrid.model.Experiment;
import lossgrid.model.History;
import org.jspecify.annotations.Nullable;

/** The open document, its history and its analysis. Views read the analysis and hand edits back; used on the JavaFX thread only. */
public final class Session {
    private final ReadOnlyObjectWrapper<Analysis> analysis;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private History history;
    private @Nullable Experiment saved;
    private Object opening = new Object();

    public Session(Experiment experiment) {
        history = new History(experiment);
        saved = experiment;
        analysis = new ReadOnlyObjectWrapper<>(Analyzer.analyze(experiment));
    }

    public ReadOnlyObjectProperty<Analysis> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    public Analysis analysis() {
        return analysis.get();
    }

    public Experiment experiment() {
        return history.present();
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
    Object opening() {
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
        if (analysis.get().experiment() != present) {
            analysis.set(Analyzer.analyze(present));
        }
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        unsaved.set(present != saved);
    }
}
