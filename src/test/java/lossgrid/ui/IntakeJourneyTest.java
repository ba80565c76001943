package lossgrid.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import lossgrid.core.DType;
import lossgrid.core.Shape;
import lossgrid.model.finding.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that come by the clipboard and in archives. */
class IntakeJourneyTest extends Journey {
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
        assertThat(window.workspace().diagnosis().findingsProperty().get())
                .anyMatch(finding -> finding.kind() == FindingKind.VOID_NOT_IGNORED);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        Hands.settle();
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
        assertThat(window.workspace().diagnosis().findingsProperty().get())
                .anyMatch(finding ->
                        finding.kind() == FindingKind.PALETTE_AS_RGB || finding.kind() == FindingKind.COLOR_MASK);
    }

    @Test
    void ofAnArchiveOneArrayIsChosen() throws IOException {
        Path file = folder.resolve("several.npz");
        try (InputStream in = IntakeJourneyTest.class.getResourceAsStream("/npz/several.npz")) {
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
}
