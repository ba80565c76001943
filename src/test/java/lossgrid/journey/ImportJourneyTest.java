package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.example.RoleGuess;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that come by the clipboard and in archives. */
class ImportJourneyTest extends Journey {
    @TempDir
    Path folder;

    private void paste(ClipboardContent content) {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(content));
        robot.push(KeyCode.F4);
        robot.interact(() -> robot.lookup("#mask").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await("the labels", () -> session().experiment().source() != null);
    }

    @Test
    void aPrintedArrayIsPastedAsLabels() {
        ClipboardContent content = new ClipboardContent();
        content.putString("tensor([[0, 1, 255], [255, 1, 0]])");
        paste(content);
        assertThat(session().experiment().labels().shape()).isEqualTo(Shape.of(2, 3));
        assertThat(session().experiment().labels().dtype()).isEqualTo(DType.INT64);
        assertThat(session().frame().findings().shown())
                .anyMatch(finding -> finding.kind() == FindingKind.VOID_NOT_IGNORED);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        UserRobot.settle();
        assertThat(session().experiment().labels().shape()).isEqualTo(Shape.of(2, 2, 2));
    }

    @Test
    void aPictureIsPastedWithItsColours() {
        WritableImage image = new WritableImage(4, 3);
        for (int i = 0; i < 12; i++) {
            image.getPixelWriter().setColor(i % 4, i / 4, i % 2 == 0 ? Color.BLACK : Color.MAROON);
        }
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        paste(content);
        assertThat(session().experiment().labels().shape()).isEqualTo(Shape.of(3, 4, 3));
        assertThat(session().frame().findings().shown())
                .anyMatch(finding ->
                        finding.kind() == FindingKind.PALETTE_AS_RGB || finding.kind() == FindingKind.COLOR_MASK);
    }

    @Test
    void ofAnArchiveOneArrayIsChosen() throws IOException {
        Path file = folder.resolve("several.npz");
        try (InputStream in = ImportJourneyTest.class.getResourceAsStream("/npz/several.npz")) {
            Files.copy(in, file);
        }
        dialogs.choose(file);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(
                "the array",
                () -> session().experiment().source() != null
                        || !session().experiment().logits().shape().equals(Shape.of(2, 2, 2, 2)));
        assertThat(dialogs.offered()).hasSizeGreaterThan(1);
        assertThat(dialogs.errors()).isEmpty();
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void pasteFiles(List<Path> files) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        paste(content);
    }

    /** Files are told apart by what is in them, in whatever order they come, and one undo takes both back. */
    @Test
    void labelsAndLogitsComeTogether() throws IOException {
        Experiment before = session().experiment();
        Path logits = written("a.txt", "[[[[0.5, 1.5]], [[2.5, -1.0]], [[0.0, 0.5]]]]");
        Path labels = written("b.txt", "[[2, 1]]");
        pasteFiles(List.of(logits, labels));
        assertThat(session().experiment().logits().shape()).isEqualTo(Shape.of(1, 3, 1, 2));
        assertThat(session().experiment().labels().shape()).isEqualTo(Shape.of(1, 2));
        assertThat(session().experiment().hasExampleLogits()).isFalse();
        assertThat(dialogs.errors()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        UserRobot.settle();
        assertThat(session().experiment()).isEqualTo(before);
    }

    @Test
    void ofSeveralMasksTheFirstIsTakenAndTheOthersAreNamed() throws IOException {
        List<Path> masks = new ArrayList<>();
        for (String name : List.of("a.csv", "b.csv", "c.csv", "d.csv", "e.csv", "notes.md")) {
            masks.add(written(name, "0,1\n1,0\n"));
        }
        pasteFiles(masks);
        assertThat(Objects.requireNonNull(session().experiment().source()).file())
                .isEqualTo("a.csv");
        await("the message", () -> !dialogs.errors().isEmpty());
        assertThat(dialogs.errors())
                .singleElement()
                .asString()
                .contains("b.csv, c.csv, d.csv + 2")
                .contains("lossgrid check");
    }

    /** Logits without labels predict some, and say so until real ones have come. */
    @Test
    void openedLogitsPredictLabels() throws IOException {
        dialogs.choose(written("a.txt", "[[[[0.5, 1.5]], [[2.5, -1.0]], [[0.0, 0.5]]]]"));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("the logits", () -> session().experiment().channels() == 3);
        UserRobot.settle();
        assertThat(dialogs.guesses()).containsExactly(RoleGuess.REAL);
        assertThat(session().experiment().labels()).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 1, 0));
        assertThat(session().analysis().loss().value()).isPresent();
        assertThat(robot.lookup("#example-labels").query().isVisible()).isTrue();
        assertThat(robot.lookup("#example-logits").query().isVisible()).isFalse();

        dialogs.choose(written("b.csv", "2,1\n"));
        robot.clickOn("#open-labels");
        await("the labels", () -> !session().experiment().hasPredictedLabels());
        UserRobot.settle();
        assertThat(session().experiment().labels().shape()).isEqualTo(Shape.of(1, 2));
        assertThat(session().experiment().channels()).isEqualTo(3);
        assertThat(robot.lookup("#example-labels").query().isVisible()).isFalse();
        assertThat(dialogs.errors()).isEmpty();
    }

    /** The document remembers that its logits are examples. */
    @Test
    void thatLogitsAreExamplesIsSaved() throws IOException {
        pasteFiles(List.of(written("a.csv", "0,1,2\n1,0,2\n")));
        assertThat(robot.lookup("#example-logits").query().isVisible()).isTrue();
        Path saved = folder.resolve("a.lossgrid.json");
        dialogs.choose(saved);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await("the file", () -> Files.exists(saved) && !session().frame().isUnsaved());
        robot.clickOn("#screen-board");
        openLesson("lesson-single_channel");
        assertThat(robot.lookup("#example-logits").query().isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("the document", () -> session().experiment().source() != null);
        assertThat(session().experiment().hasExampleLogits()).isTrue();
        assertThat(robot.lookup("#example-logits").query().isVisible()).isTrue();
    }

    /** Nothing that was made up for the first mask is left over for the second. */
    @Test
    void aSecondMaskIsAsInAFreshWindow() throws IOException {
        pasteFiles(List.of(written("a.csv", "0,1,2\n1,4,255\n")));
        robot.clickOn("#finding-void-not-ignored-fix-0");
        UserRobot.settle();
        assertThat(session().experiment().options().ignoreIndex()).isEqualTo(255);
        pasteNext(written("b.csv", "0,1,255\n1,0,0\n"));
        assertThat(session().experiment().channels()).isEqualTo(2);
        assertThat(session().experiment().hasExampleLogits()).isTrue();
        assertThat(textOf("#class-count-text")).isEqualTo("C = 2, the largest label + 1: assumed");
        assertThat(session().frame().findings().shown())
                .extracting(Finding::kind)
                .contains(FindingKind.VOID_NOT_IGNORED);
    }

    private void pasteNext(Path file) {
        Object before = session().experiment().source();
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(content));
        robot.interact(() -> robot.lookup("#mask").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(
                "the next mask",
                () -> !Objects.equals(before, session().experiment().source()));
        UserRobot.settle();
    }

    private void enterClasses(String text) {
        TextField field = robot.lookup("#class-count-field").queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.push(KeyCode.ENTER);
        UserRobot.settle();
    }

    /** The number is asked beside the labels, kept for their folder, and what was assumed is said. */
    @Test
    void theNumberOfClassesIsAskedBesideTheLabels() throws IOException {
        pasteFiles(List.of(written("a.csv", "0,1,2\n1,0,2\n")));
        assertThat(textOf("#class-count-text")).isEqualTo("C = 3, the largest label + 1: assumed");
        enterClasses("none");
        assertThat(textOf("#class-count-field-reason")).contains("1 to 1,024");
        enterClasses("5");
        await("five classes", () -> session().experiment().channels() == 5);
        assertThat(textOf("#class-count-text"))
                .contains("as you chose for the folder")
                .contains(String.valueOf(folder.getFileName()));
        pasteNext(written("b.csv", "0,1\n1,0\n"));
        assertThat(session().experiment().channels()).isEqualTo(5);
        robot.clickOn("#class-count-2");
        await("two classes", () -> session().experiment().channels() == 2);
        assertThat(session().experiment().hasExampleLogits()).isTrue();
        enterClasses("sky, road, car, tree");
        await("four classes", () -> session().experiment().channels() == 4);
        assertThat(session().experiment().classes()).containsExactly("sky", "road", "car", "tree");
        robot.clickOn("#undo");
        UserRobot.settle();
        assertThat(session().experiment().channels()).isEqualTo(2);
    }
}
