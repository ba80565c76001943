package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import lossgrid.io.messages.MessageFamily;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.session.CardKind;
import lossgrid.words.CatalogueText;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;

/** Pastes errors of PyTorch's and opens what reproduces them. */
class TracebackJourneyTest extends Journey {
    private static final String TRACEBACK = """
        Traceback (most recent call last):
          File "train.py", line 105, in training
            loss = self.criterion(output, target)
        RuntimeError: 1only batches of spatial targets supported (3D tensors) \
        but got targets of size: : [2, 512, 512, 3]
        """;

    private void copy(String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.put(DataFormat.PLAIN_TEXT, text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void openDialog() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        await("the dialog", () -> robot.lookup("#traceback").tryQuery().isPresent());
    }

    private void paste(String text) {
        robot.interact(() -> robot.lookup("#traceback").queryAs(TextArea.class).setText(text));
        UserRobot.settle();
    }

    @Test
    void holdsAllItsWordsAndExplainsAnExampleThatIsClicked() {
        copy("nothing of interest");
        openDialog();
        UserRobot.settle();
        DialogPane pane =
                (DialogPane) robot.lookup("#traceback").query().getScene().getRoot();
        assertThat(pane.getWidth()).isGreaterThanOrEqualTo(pane.prefWidth(-1) - 1);
        assertThat(pane.getHeight()).isGreaterThanOrEqualTo(pane.prefHeight(pane.getWidth()) - 1);
        robot.lookup("#traceback-examples .hyperlink").queryAllAs(Hyperlink.class).stream()
                .findFirst()
                .ifPresent(example -> robot.interact(example::fire));
        assertThat(textOf("#explanation-words")).isEqualTo("Target 255 is out of bounds.");
        assertThat(robot.lookup("#traceback-examples").query().isVisible()).isFalse();
        robot.clickOn("#traceback-close");
    }

    @Test
    void explainsAPastedErrorAndOpensItsExperiment() {
        copy("nothing of interest");
        openDialog();
        assertThat(robot.lookup("#traceback-open").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#traceback").queryAs(TextArea.class).getText()).isEmpty();
        paste(TRACEBACK);
        assertThat(textOf("#explanation-words")).endsWith("targets of size: : [2, 512, 512, 3]");
        assertThat(textOf("#explanation-facts"))
                .isEqualTo("RuntimeError · PyTorch 1.5 to 1.9 · on the GPU · target [2, 512, 512, 3]");
        assertThat(textOf("#explanation-why")).isNotBlank();
        assertThat(textOf("#explanation-advice")).isNotBlank();
        robot.clickOn("#traceback-open");
        await("the experiment", () -> session().experiment().labels().shape().rank() == 4);
        assertThat(session().experiment())
                .isEqualTo(CatalogueText.in(Language.ENGLISH).document(Mistake.COLOR_MASK));
        assertThat(session().analysis().hasRaised()).isTrue();
        assertThat(dialogs.timesAsked()).isZero();
    }

    @Test
    void takesAKnownErrorFromTheClipboardAndLetsOneChooseTheCause() {
        copy("IndexError: Target 255 is out of bounds.");
        openDialog();
        assertThat(textOf("#explanation-facts")).contains("label 255");
        robot.clickOn("#cause-void-255");
        robot.clickOn("#traceback-open");
        await("the experiment", () -> session()
                .experiment()
                .equals(CatalogueText.in(Language.ENGLISH).document(Mistake.VOID_255)));
    }

    @Test
    void opensTheSameWithoutTheMistake() {
        copy("RuntimeError: expected scalar type Long but found Byte");
        openDialog();
        robot.clickOn("#traceback-mended");
        await("the experiment", () -> session()
                .experiment()
                .equals(CatalogueText.in(Language.ENGLISH).corrected(Mistake.UINT8_LABELS)));
        assertThat(session().analysis().hasRaised()).isFalse();
    }

    @Test
    void asksAboutUnsavedChangesAsALessonDoes() {
        copy("IndexError: Target 255 is out of bounds.");
        type(CardKind.LOGITS, 0, 0, "7");
        var edited = session().experiment();
        dialogs.answer(Dialogs.Unsaved.CANCEL);
        openDialog();
        robot.clickOn("#traceback-open");
        await("the question", () -> dialogs.timesAsked() == 1);
        assertThat(session().experiment()).isSameAs(edited);
    }

    @Test
    void saysWhatItDoesNotKnowInTheWindowsLanguage() {
        copy("");
        robot.interact(() -> window.workspace().messages().switchLanguage());
        openDialog();
        paste("ModuleNotFoundError: No module named 'torch'");
        assertThat(robot.lookup(".explanation .unknown").queryAll()).hasSize(1);
        assertThat(robot.lookup("#traceback-open").query().isDisabled()).isTrue();
        paste("RuntimeError: expected scalar type Long but found Byte");
        assertThat(textOf("#explanation-title"))
                .isEqualTo(CatalogueText.in(Language.CHINESE).title(MessageFamily.LABEL_DTYPE));
        assertThat(textOf("#explanation-facts")).contains("类型 Byte");
        paste("");
        assertThat(robot.lookup("#explanation-title").tryQuery()).isEmpty();
        robot.clickOn("#traceback-close");
        await("the dialog to close", () -> robot.lookup("#traceback").tryQuery().isEmpty());
        assertThat(session().frame().isUnsaved()).isFalse();
    }

    @Test
    void isInTheLessonsMenuAndOnTheDoctorsBar() {
        copy("");
        for (List<String> way :
                List.of(List.of("#lessons", "#explain-error-item"), List.of("#screen-doctor", "#explain-error"))) {
            way.forEach(id -> {
                robot.clickOn(id);
                UserRobot.settle();
            });
            await("the dialog", () -> robot.lookup("#traceback").tryQuery().isPresent());
            robot.push(KeyCode.ESCAPE);
            await(
                    "the dialog to close",
                    () -> robot.lookup("#traceback").tryQuery().isEmpty());
        }
    }
}
