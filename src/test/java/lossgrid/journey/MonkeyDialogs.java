package lossgrid.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.example.RoleGuess;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.document.FileKind;
import lossgrid.ui.document.ImportTarget;

/** Answers at random, and counts how often it was asked about changes. */
final class MonkeyDialogs implements Dialogs {
    private final Random random;
    private final MonkeyFiles files;
    private final List<String> errors = new ArrayList<>();
    private boolean isClosing;
    private int timesAsked;

    MonkeyDialogs(Random random, MonkeyFiles files) {
        this.random = random;
        this.files = files;
    }

    /** Whether {@code close}, which wants to close the window, asks about changes; the answer is to stay. */
    boolean asksAboutChanges(Runnable close) {
        int before = timesAsked;
        isClosing = true;
        close.run();
        isClosing = false;
        return timesAsked > before;
    }

    /** The messages shown since the last time. */
    List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    @Override
    public Optional<Path> chooseFileToOpen() {
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(files.any(random));
    }

    @Override
    public Optional<Path> chooseFileToSave(FileKind kind, String suggestedName) {
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(files.target(random, kind.extension()));
    }

    @Override
    public Unsaved askAboutUnsaved(String documentName, boolean isInFile) {
        timesAsked++;
        return isClosing ? Unsaved.CANCEL : any(Unsaved.values());
    }

    @Override
    public ChangedOnDisk askAboutChange(String documentName, SaveOutcome why) {
        return any(ChangedOnDisk.values());
    }

    @Override
    public Recovered offerRecovered(List<Leftover> leftovers) {
        return new Recovered.Later();
    }

    @Override
    public Optional<Integer> chooseArray(String file, List<String> arrays, int suggested) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(random.nextInt(arrays.size()));
    }

    @Override
    public Optional<ImportTarget> askLabelsOrLogits(String array, RoleGuess guess) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(any(ImportTarget.values()));
    }

    @Override
    public void showError(String what, String why) {
        errors.add(what + " " + why);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
