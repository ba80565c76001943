package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import lossgrid.io.document.Lesson;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.recovery.RecoveryNote;
import lossgrid.io.recovery.RecoverySlot;
import lossgrid.io.recovery.RecoveryStore;
import lossgrid.model.example.RoleGuess;
import lossgrid.ui.control.Messages;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.document.FxDialogs;
import lossgrid.ui.document.ImportTarget;
import lossgrid.words.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Opens every question that the program asks, in the usual size of type and in half as large again: no word may be cut.
 */
class DialogsJourneyTest extends Journey {
    private static final long PATIENCE = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ENGLISH, 13", "ENGLISH, 20", "CHINESE, 13", "CHINESE, 20"})
    void everyQuestionIsShownWhole(Language language, int points)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        robot.interact(() -> stage.getScene().getRoot().setStyle("-fx-font-size: " + points + "px;"));
        FxDialogs asked = new FxDialogs(stage, new Messages(language));
        for (boolean isInFile : new boolean[] {false, true}) {
            assertThat(cancelled(() -> asked.askAboutUnsaved("mask", isInFile))).isEqualTo(Dialogs.Unsaved.CANCEL);
        }
        for (SaveOutcome why : List.of(SaveOutcome.CHANGED, SaveOutcome.VANISHED, SaveOutcome.EXISTS)) {
            assertThat(cancelled(() -> asked.askAboutChange("a mask.lossgrid.json", why)))
                    .isEqualTo(Dialogs.ChangedOnDisk.CANCEL);
        }
        assertThat(cancelled(() -> asked.chooseArray("batch_0001.npz", List.of("logits", "labels"), 1)))
                .isEqualTo(Optional.empty());
        for (RoleGuess guess : RoleGuess.values()) {
            if (guess != RoleGuess.NO_LOGITS) {
                assertThat(cancelled(() -> asked.askLabelsOrLogits("a.npy", guess)))
                        .isEqualTo(Optional.empty());
            }
        }
        List<RecoveryStore.Leftover> leftovers = List.of(leftover());
        assertThat(cancelled(() -> asked.offerRecovered(leftovers))).isInstanceOf(Dialogs.Recovered.Later.class);
        cancelled(() -> {
            asked.showError("The file cannot be read.", "It ends after 12 of 4,096 bytes. ".repeat(6));
            return Optional.empty();
        });
    }

    private RecoveryStore.Leftover leftover() throws IOException {
        RecoveryStore store = new RecoveryStore(folder.resolve("recovery"));
        try (RecoverySlot slot = store.claim()) {
            Optional<Path> file = Optional.of(folder.resolve("mine.lossgrid.json"));
            slot.write(
                    new RecoveryNote(Instant.EPOCH, "mine.lossgrid.json", file, Optional.empty()),
                    Lesson.ASYMMETRIC.open());
        }
        return new RecoveryStore(folder.resolve("recovery"))
                .claimLeftovers()
                .leftovers()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({"REAL, LOGITS", "NEGATIVE, LOGITS", "WHOLE, LABELS", "MOSTLY_WHOLE, LABELS", "UNIT, LABELS"})
    void enterTakesWhatIsSuggested(RoleGuess guess, ImportTarget suggested)
            throws InterruptedException, ExecutionException, TimeoutException {
        FxDialogs asked = new FxDialogs(stage, new Messages(Language.ENGLISH));
        assertThat(answered(() -> asked.askLabelsOrLogits("a.npy", guess), KeyCode.ENTER))
                .contains(suggested);
        // It has the focus, too: Space presses the button that has it.
        assertThat(answered(() -> asked.askLabelsOrLogits("a.npy", guess), KeyCode.SPACE))
                .contains(suggested);
    }

    /** Asks, looks at the question, drops it with Escape, and gives what came of it. */
    private <T> T cancelled(Callable<T> question) throws InterruptedException, ExecutionException, TimeoutException {
        return answered(question, KeyCode.ESCAPE);
    }

    private <T> T answered(Callable<T> question, KeyCode key)
            throws InterruptedException, ExecutionException, TimeoutException {
        Future<T> answer = WaitForAsyncUtils.asyncFx(question);
        await("a question", () -> pane().isPresent());
        UserRobot.settle();
        DialogPane pane = pane().orElseThrow();
        assertThat(cut(pane)).isEmpty();
        assertThat(pane.getGraphic()).as("an icon").isNull();
        assertThat(pane.getHeaderText()).as("the title once more").isNull();
        assertThat(((Stage) pane.getScene().getWindow()).getTitle()).isNotBlank();
        robot.interact(() -> pane.getScene().getWindow().requestFocus());
        robot.push(key);
        await("the answer", answer::isDone);
        return answer.get(PATIENCE, TimeUnit.SECONDS);
    }

    private Optional<DialogPane> pane() {
        return Window.getWindows().stream()
                .filter(open -> open instanceof Stage && open.isShowing())
                .map(open -> open.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst();
    }

    /** The texts of which less is drawn than they say, and the pane itself if it is smaller than what it holds. */
    private static List<String> cut(DialogPane pane) {
        List<String> found = new ArrayList<>();
        if (pane.getWidth() < pane.prefWidth(-1) - 1 || pane.getHeight() < pane.prefHeight(pane.getWidth()) - 1) {
            found.add("the pane: " + pane.getWidth() + " × " + pane.getHeight());
        }
        for (Node node : pane.lookupAll(".label, .button")) {
            if (node instanceof Labeled labeled
                    && !labeled.getStyleClass().contains("origin")
                    && labeled.lookup(".text") instanceof Text drawn
                    && !drawn.getText().equals(labeled.getText())) {
                found.add(labeled.getText());
            }
        }
        return found;
    }
}
