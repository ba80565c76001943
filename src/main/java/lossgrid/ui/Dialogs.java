package lossgrid.ui;

import java.nio.file.Path;
import java.util.Optional;

/** The questions that interrupt: behind an interface, since the headless platform has no file choosers. */
public interface Dialogs {
    /** The answer to unsaved changes. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    Optional<Path> chooseFileToOpen();

    /** Where to write a file of this kind. */
    Optional<Path> chooseFileToSave(FileKind kind, String suggestedName);

    Unsaved askAboutUnsaved(String documentName);

    /** Says what failed, and why. */
    void showError(String what, String why);
}
