package lossgrid.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as a test says, and remembers what was asked. */
final class AskedDialogs implements Dialogs {
    private final List<String> errors = new ArrayList<>();
    private @Nullable Path chosen;
    private Unsaved answer = Unsaved.CANCEL;
    private int timesAsked;

    void choose(Path file) {
        chosen = file;
    }

    void answer(Unsaved unsaved) {
        answer = unsaved;
    }

    int timesAsked() {
        return timesAsked;
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public Optional<Path> chooseFileToOpen() {
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> chooseFileToSave(String suggestedName) {
        return Optional.ofNullable(chosen);
    }

    @Override
    public Unsaved askAboutUnsaved(String documentName) {
        timesAsked++;
        return answer;
    }

    @Override
    public void showError(String what, String why) {
        errors.add(what + " " + why);
    }
}
