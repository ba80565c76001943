package lossgrid.ui.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.example.RoleGuess;

/** The questions that interrupt: behind an interface, since the headless platform has no file choosers. */
public interface Dialogs {
    /** The answer to unsaved changes. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** The answer to a file that is not what it was. */
    enum ChangedOnDisk {
        OVERWRITE,
        SAVE_AS,
        RELOAD,
        CANCEL
    }

    /** The answer to documents that a crash left unsaved. */
    sealed interface Recovered {
        record Restore(Leftover leftover) implements Recovered {}

        record Discard(Leftover leftover) implements Recovered {}

        record Later() implements Recovered {}
    }

    Optional<Path> chooseFileToOpen();

    /** Asks where to write a file of this kind. */
    Optional<Path> chooseFileToSave(FileKind kind, String suggestedName);

    /**
     * Asks whether to save changes.
     *
     * @param isInFile whether the document has a file; if not, it came from a lesson or from an imported file, which
     *     stays as it is
     */
    Unsaved askAboutUnsaved(String documentName, boolean isInFile);

    /**
     * Asks what to do with a file that was not saved to.
     *
     * @param why anything but {@code SAVED}
     */
    ChangedOnDisk askAboutChange(String documentName, SaveOutcome why);

    /**
     * Offers what a crash left.
     *
     * @param leftovers one or more, newest first
     */
    Recovered offerRecovered(List<Leftover> leftovers);

    /**
     * Asks which of several arrays of a file to take.
     *
     * @param file the file's name
     * @param arrays each with its name, shape and dtype
     * @param suggested the one that is probably meant
     */
    Optional<Integer> chooseArray(String file, List<String> arrays, int suggested);

    /**
     * Asks whether an array is labels or logits, when it could be either.
     *
     * @param guess what is suggested, and why; it can be logits
     */
    Optional<ImportTarget> askLabelsOrLogits(String array, RoleGuess guess);

    /** Says what failed, and why. */
    void showError(String what, String why);

    /** Says what failed with a file, and why; any other failure is one of the program. */
    default void showFailure(String what, Throwable failure) {
        if (!(failure instanceof IOException ofFile)) {
            throw new IllegalStateException(failure);
        }
        showError(what, String.valueOf(ofFile.getMessage()));
    }
}
