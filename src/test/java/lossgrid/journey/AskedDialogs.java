package lossgrid.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.example.RoleGuess;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.document.FileKind;
import lossgrid.ui.document.ImportTarget;
import org.jspecify.annotations.Nullable;

/** Answers as a test says, and remembers what was asked. */
final class AskedDialogs implements Dialogs {
    private final List<String> errors = new ArrayList<>();
    private final List<String> offered = new ArrayList<>();
    private final List<RoleGuess> guesses = new ArrayList<>();
    private @Nullable Path chosen;
    private Unsaved answer = Unsaved.CANCEL;
    private int timesAsked;
    private String suggested = "";
    private @Nullable FileKind askedFor;
    private final List<SaveOutcome> changes = new ArrayList<>();
    private ChangedOnDisk changeAnswer = ChangedOnDisk.CANCEL;
    private final List<List<Leftover>> offers = new ArrayList<>();
    private Function<List<Leftover>, Recovered> recoveryAnswer = _ -> new Recovered.Later();

    void choose(Path file) {
        chosen = file;
    }

    void answer(Unsaved unsaved) {
        answer = unsaved;
    }

    void answerChange(ChangedOnDisk answer) {
        changeAnswer = answer;
    }

    /** The reasons why it was asked about files on disk. */
    List<SaveOutcome> changes() {
        return changes;
    }

    void answerOffer(Function<List<Leftover>, Recovered> answer) {
        recoveryAnswer = answer;
    }

    List<List<Leftover>> offers() {
        return offers;
    }

    int timesAsked() {
        return timesAsked;
    }

    /** The name last suggested for a file to save. */
    String suggested() {
        return suggested;
    }

    /** The kind of file last asked for. */
    Optional<FileKind> askedFor() {
        return Optional.ofNullable(askedFor);
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public Optional<Path> chooseFileToOpen() {
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> chooseFileToSave(FileKind kind, String suggestedName) {
        suggested = suggestedName;
        askedFor = kind;
        return Optional.ofNullable(chosen);
    }

    @Override
    public Unsaved askAboutUnsaved(String documentName, boolean isInFile) {
        timesAsked++;
        return answer;
    }

    @Override
    public ChangedOnDisk askAboutChange(String documentName, SaveOutcome why) {
        changes.add(why);
        return changeAnswer;
    }

    @Override
    public Recovered offerRecovered(List<Leftover> leftovers) {
        offers.add(leftovers);
        return recoveryAnswer.apply(leftovers);
    }

    @Override
    public Optional<Integer> chooseArray(String file, List<String> arrays, int suggested) {
        offered.addAll(arrays);
        return Optional.of(arrays.size() - 1);
    }

    @Override
    public Optional<ImportTarget> askLabelsOrLogits(String array, RoleGuess guess) {
        offered.add(array);
        guesses.add(guess);
        return Optional.of(ImportTarget.LOGITS);
    }

    /** The suggestions that came with questions whether an array is labels or logits. */
    List<RoleGuess> guesses() {
        return guesses;
    }

    /** The arrays that it was asked about. */
    List<String> offered() {
        return offered;
    }

    @Override
    public void showError(String what, String why) {
        errors.add(what + " " + why);
    }
}
