package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.document.ExperimentCodec;
import lossgrid.io.document.Lesson;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.recovery.RecoveryNote;
import lossgrid.io.recovery.RecoverySlot;
import lossgrid.io.recovery.RecoveryStore;
import lossgrid.model.document.Experiment;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.document.PersistentState;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's work outlasts crashes, and other people's work outlasts the user. */
class RecoveryJourneyTest extends Journey {
    @TempDir
    Path folder;

    private Path state;
    private Path file;

    @Override
    PersistentState persistentState() {
        state = folder.resolve("state");
        file = folder.resolve("mine.lossgrid.json");
        return PersistentState.in(state);
    }

    /** The recovery files there are. */
    private List<Path> slots() {
        Path recovery = state.resolve("recovery");
        if (!Files.isDirectory(recovery)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(recovery)) {
            return files.filter(path -> path.toString().endsWith(".recovery")).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static Experiment read(Path slot) {
        try {
            String text = Files.readString(slot);
            return ExperimentCodec.read(
                    text.substring(text.indexOf('\n')).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void awaitKept(Experiment experiment) {
        await(
                "the recovery file",
                () -> slots().size() == 1 && read(slots().getFirst()).equals(experiment));
    }

    /** Leaves what a program leaves that dies with changes to {@link #file}. */
    private void leave(Experiment experiment) throws IOException {
        DocumentFiles.save(file, experiment.withTitle("saved"));
        RecoverySlot slot = new RecoveryStore(state.resolve("recovery")).claim();
        slot.write(
                new RecoveryNote(Instant.now(), "mine.lossgrid.json", Optional.of(file), Optional.empty()), experiment);
        slot.close();
    }

    private void saveAsMine() {
        dialogs.choose(file);
        robot.clickOn("#save");
        await("the file", () -> !session().frame().isUnsaved());
    }

    @Test
    void anEditIsKeptUntilItIsSavedOrUndone() {
        assertThat(state).doesNotExist();
        type(CardKind.LOGITS, 0, 0, "-3.25");
        awaitKept(session().experiment());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await("nothing to keep", () -> slots().isEmpty());
        type(CardKind.LOGITS, 0, 1, "7");
        type(CardKind.LOGITS, 0, 2, "8");
        awaitKept(session().experiment());
        saveAsMine();
        await("nothing to keep", () -> slots().isEmpty());
    }

    @Test
    void aCleanEndLeavesNothing() {
        type(CardKind.LOGITS, 0, 0, "5");
        awaitKept(session().experiment());
        robot.interact(() -> stage.hide());
        assertThat(state.resolve("recovery")).isEmptyDirectory();
    }

    @Test
    void theNextStartOffersWhatACrashLeft() throws IOException {
        Experiment lost = Lesson.ASYMMETRIC.open();
        leave(lost);
        dialogs.answerOffer(leftovers -> new Dialogs.Recovered.Restore(leftovers.getFirst()));
        Platform.runLater(window::offerRecovered);
        await("the document", () -> session().experiment().equals(lost));
        assertThat(dialogs.offers().getFirst())
                .extracting(leftover -> leftover.note().file())
                .containsExactly(Optional.of(file));
        assertThat(stage.getTitle()).isEqualTo("*mine.lossgrid.json — Lossgrid");
        assertThat(slots()).hasSize(1);
        type(CardKind.LOGITS, 0, 0, "5");
        awaitKept(session().experiment());
    }

    @Test
    void whatIsNotWantedNowStaysForLater() throws IOException {
        leave(Lesson.ASYMMETRIC.open());
        leave(Lesson.SINGLE_CHANNEL.open());
        Platform.runLater(window::offerRecovered);
        await("the offer", () -> !dialogs.offers().isEmpty());
        assertThat(slots()).hasSize(2);
        dialogs.answerOffer(leftovers -> new Dialogs.Recovered.Discard(leftovers.getFirst()));
        robot.clickOn("#recent").clickOn("#recent-recover");
        await("nothing left", () -> slots().isEmpty());
        assertThat(dialogs.offers()).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(stage.getTitle()).isEqualTo("Two-channel output — Lossgrid");
    }

    @Test
    void aFileChangedByOthersIsNotOverwrittenUnasked() throws IOException {
        type(CardKind.LOGITS, 0, 0, "5");
        saveAsMine();
        Experiment theirs = session().experiment().withTitle("theirs");
        DocumentFiles.save(file, theirs);
        type(CardKind.LOGITS, 0, 0, "6");
        robot.clickOn("#save");
        await("the question", () -> dialogs.changes().equals(List.of(SaveOutcome.CHANGED)));
        assertThat(DocumentFiles.open(file)).isEqualTo(theirs);
        assertThat(session().frame().isUnsaved()).isTrue();
        dialogs.answerChange(Dialogs.ChangedOnDisk.RELOAD);
        robot.clickOn("#save");
        await("their document", () -> session().experiment().equals(theirs));
        type(CardKind.LOGITS, 0, 0, "7");
        Files.delete(file);
        dialogs.answerChange(Dialogs.ChangedOnDisk.OVERWRITE);
        robot.clickOn("#save");
        await("the document", () -> !session().frame().isUnsaved());
        assertThat(DocumentFiles.open(file)).isEqualTo(session().experiment());
        assertThat(dialogs.changes()).containsExactly(SaveOutcome.CHANGED, SaveOutcome.CHANGED, SaveOutcome.VANISHED);
    }

    @Test
    void recentFilesReopen() throws IOException {
        type(CardKind.LOGITS, 0, 0, "5");
        Experiment mine = session().experiment();
        saveAsMine();
        openLesson("lesson-single_channel");
        robot.clickOn("#recent").clickOn("#recent-0");
        await("the document", () -> session().experiment().equals(mine));
        Files.delete(file);
        window.workspace().documents().recents().refresh();
        await("the file to be missed", () -> !window.workspace()
                .documents()
                .recents()
                .entries()
                .getFirst()
                .present());
        MenuItem missing = robot.lookup("#recent").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "recent-0".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(missing.isDisable()).isTrue();
        assertThat(missing.getText()).startsWith("mine.lossgrid.json").endsWith("(not found)");
        robot.clickOn("#recent");
        robot.clickOn("#recent-clear");
        await(
                "an empty list",
                () -> window.workspace().documents().recents().entries().isEmpty());
    }

    @Test
    void aRecoveryFileThatCannotBeWrittenDisturbsNobody() throws IOException {
        Files.createDirectories(state);
        Files.writeString(state.resolve("recovery"), "a file in the way");
        type(CardKind.LOGITS, 0, 0, "5");
        await("the notice", () -> robot.lookup("#recovery-notice")
                .tryQuery()
                .filter(notice -> notice.getParent().isVisible())
                .isPresent());
        assertThat(textOf("#recovery-notice")).contains("not being backed up");
        assertThat(dialogs.errors()).isEmpty();
        robot.clickOn("#recovery-dismiss");
        assertThat(robot.lookup("#recovery-notice").query().getParent().isVisible())
                .isFalse();
        type(CardKind.LOGITS, 0, 0, "6");
        Files.delete(state.resolve("recovery"));
        type(CardKind.LOGITS, 0, 0, "7");
        awaitKept(session().experiment());
    }
}
