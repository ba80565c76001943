package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import lossgrid.io.document.ExperimentCodec;
import lossgrid.io.python.NumpyScript;
import lossgrid.io.python.TorchScript;
import lossgrid.ui.document.FileKind;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user gets pictures, scripts and tables out of the window. */
class ExportJourneyTest extends Journey {
    @TempDir
    Path folder;

    private Path export(String name, String... items) {
        Path file = folder.resolve(name);
        dialogs.choose(file);
        robot.clickOn("#export");
        for (String item : items) {
            robot.clickOn("#" + item);
            UserRobot.settle();
        }
        // The file appears in one step, whole.
        await(name, () -> Files.exists(file));
        return file;
    }

    @Test
    void scriptsTablesAndTheDocumentAreWritten() throws IOException {
        type(CardKind.LOGITS, 0, 0, "2.5");
        assertThat(export("board.py", "export-pytorch"))
                .hasContent(TorchScript.of(session().analysis()));
        assertThat(dialogs.askedFor()).contains(FileKind.PYTHON);
        assertThat(dialogs.suggested()).isEqualTo("Two-channel-output.py");
        assertThat(export("numpy.py", "export-numpy"))
                .hasContent(NumpyScript.of(session().analysis()));
        assertThat(Files.readString(export("board.tex", "export-latex"))).contains("\\begin{tabular}", "2.5000");
        Path document = export("mine.lossgrid.json", "export-document");
        await("the document", () -> session().frame().file().equals(Optional.of(document)));
        assertThat(ExperimentCodec.read(Files.readAllBytes(document)))
                .isEqualTo(session().experiment());
    }

    @Test
    void aPictureAtTwiceTheScaleHasTwiceThePixels() throws IOException {
        BufferedImage once = ImageIO.read(
                export("one.png", "export-board-png", "export-board-png-1").toFile());
        BufferedImage twice = ImageIO.read(
                export("two.png", "export-board-png", "export-board-png-2").toFile());
        assertThat(dialogs.suggested()).isEqualTo("Two-channel-output@2x.png");
        assertThat(once.getWidth())
                .isEqualTo((int) Math.round(window.workbench().getWidth()));
        assertThat(once.getHeight()).isLessThan((int) window.workbench().getHeight());
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        assertThat(twice.getHeight()).isEqualTo(2 * once.getHeight());
    }

    @Test
    void theCardThatHadTheKeyboardIsTheOnePictured() throws IOException {
        click(CardKind.LOSS, 1, 3);
        String svg = Files.readString(export("card.svg", "export-card-svg"));
        assertThat(dialogs.suggested()).isEqualTo("Two-channel-output-loss.svg");
        assertThat(svg).contains(">1.2117</text>").doesNotContain("one-hot");
        GridView grid = card(CardKind.LOSS).grid();
        assertThat(svg.split("stroke-width=\"2.5\"", -1))
                .as("the selected pixel")
                .hasSize(1 + grid.outlined().size());
        BufferedImage picture = ImageIO.read(
                export("card.png", "export-card-png", "export-card-png-2").toFile());
        assertThat(picture.getWidth())
                .isEqualTo((int) Math.round(2 * card(CardKind.LOSS).getWidth()));
    }

    @Test
    void pictureAndScriptGoToTheClipboard() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        Image[] copied = new Image[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getImage());
        assertThat(copied[0].getWidth())
                .isEqualTo(2 * Math.rint(window.workbench().getWidth()));
        robot.clickOn("#export");
        robot.clickOn("#copy-script");
        String script = TorchScript.of(session().analysis());
        String[] text = new String[1];
        await("the script", () -> {
            robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
            return script.equals(text[0]);
        });
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        dialogs.choose(folder.resolve("nowhere").resolve("board.svg"));
        robot.clickOn("#export");
        robot.clickOn("#export-board-svg");
        await("the error", () -> !dialogs.errors().isEmpty());
        assertThat(dialogs.errors().getFirst())
                .contains("Could not write the export.")
                .contains("board.svg")
                .contains("there is no folder");
    }
}
