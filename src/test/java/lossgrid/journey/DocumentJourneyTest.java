package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.Experiment;
import lossgrid.model.example.BlankExperiment;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user saves, reopens and closes. */
class DocumentJourneyTest extends Journey {
    @TempDir
    Path folder;

    @Test
    void aSavedDocumentReopensTheSame() {
        type(CardKind.LOGITS, 0, 0, "-3.25");
        Experiment edited = session().experiment();
        Path file = folder.resolve("mine.lossgrid.json");
        dialogs.choose(file);
        assertThat(stage.getTitle()).isEqualTo("*Two-channel output — Lossgrid");
        robot.clickOn("#save");
        await("the file", () -> session().frame().file().isPresent());
        assertThat(stage.getTitle()).isEqualTo("mine.lossgrid.json — Lossgrid");
        openLesson("lesson-single_channel");
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("the document", () -> session().frame().file().equals(Optional.of(file)));
        assertThat(session().experiment()).isEqualTo(edited);
        assertThat(dialogs.timesAsked()).isZero();
    }

    @Test
    void closingWithUnsavedChangesAsks() {
        type(CardKind.LOGITS, 0, 0, "1");
        requestClose();
        assertThat(dialogs.timesAsked()).isEqualTo(1);
        assertThat(stage.isShowing()).isTrue();
        dialogs.answer(Dialogs.Unsaved.DISCARD);
        requestClose();
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void savingWhenAskedSavesAndThenCloses() throws IOException {
        type(CardKind.LOGITS, 0, 0, "1");
        Path file = folder.resolve("kept.lossgrid.json");
        dialogs.choose(file);
        dialogs.answer(Dialogs.Unsaved.SAVE);
        requestClose();
        await("the window to close", () -> !stage.isShowing());
        assertThat(Files.readString(file)).contains("\"lossgrid\": 1");
    }

    private void requestClose() {
        robot.interact(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        UserRobot.settle();
    }

    @Test
    void undoingToTheSavedDocumentLeavesNothingUnsaved() {
        type(CardKind.LOGITS, 0, 0, "1");
        assertThat(session().frame().isUnsaved()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().frame().isUnsaved()).isFalse();
    }

    @Test
    void aBadFileIsNamedWithThePlaceAndTheDocumentStays() throws IOException {
        Experiment before = session().experiment();
        Path file = folder.resolve("bad.lossgrid.json");
        Files.writeString(file, "{\"lossgrid\": 1,\n \"logits\": 3}");
        dialogs.choose(file);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("the error", () -> !dialogs.errors().isEmpty());
        assertThat(dialogs.errors().getFirst()).contains("bad.lossgrid.json").contains("logits");
        assertThat(session().experiment()).isEqualTo(before);
    }

    @Test
    void typingBackWhatWasThereLeavesNothingUnsaved() {
        type(CardKind.LOGITS, 0, 0, "1");
        assertThat(stage.getTitle()).startsWith("*");
        type(
                CardKind.LOGITS,
                0,
                0,
                Float.toString(Lesson.TWO_CHANNEL.open().logits().at(0)));
        assertThat(session().frame().canUndo()).isTrue();
        assertThat(stage.getTitle()).doesNotStartWith("*");
    }

    @Test
    void aNewDocumentAsksAndBeginsWithZeros() {
        type(CardKind.LOGITS, 0, 0, "1");
        dialogs.answer(Dialogs.Unsaved.DISCARD);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(dialogs.timesAsked()).isEqualTo(1);
        assertThat(session().experiment()).isEqualTo(BlankExperiment.of("Untitled"));
        assertThat(session().frame().isUnsaved()).isFalse();
    }

    @Test
    void aCheckpointIsNamedAsOne() throws IOException {
        Path file = folder.resolve("model.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("model/data.pkl"));
        }
        dialogs.choose(file);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("the error", () -> !dialogs.errors().isEmpty());
        assertThat(dialogs.errors().getFirst())
                .contains("model.pt: a file of torch.save")
                .doesNotContain("JSON");
    }
}
