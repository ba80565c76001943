package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import lossgrid.io.document.ExperimentCodec;
import lossgrid.io.python.NumpyScript;
import lossgrid.io.python.TorchScript;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.paint.figure.FigureGround;
import lossgrid.paint.figure.FigurePart;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.document.FileKind;
import lossgrid.ui.session.CardKind;
import org.assertj.core.data.Offset;
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
        Path document = folder.resolve("mine.lossgrid.json");
        dialogs.choose(document);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
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
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        assertThat(twice.getHeight()).isCloseTo(2 * once.getHeight(), Offset.offset(once.getHeight() / 20));
    }

    @Test
    void theCardThatHadTheKeyboardIsTheOnePictured() throws IOException {
        click(CardKind.LOSS, 1, 3);
        String svg = Files.readString(export("card.svg", "export-card-svg"));
        assertThat(dialogs.suggested()).isEqualTo("Two-channel-output-loss.svg");
        assertThat(svg).contains(">1.2117</text>").doesNotContain("one-hot");
        assertThat(svg).as("the selected pixel is the window's own").doesNotContain("stroke-width=\"2.5\"");
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
    void aFigureIsChosenInItsDialogAndRemembered() throws IOException {
        FigureRequest[] kept = new FigureRequest[1];
        dialogs.choose(folder.resolve("loss.png"));
        robot.clickOn("#export");
        robot.clickOn("#export-figure");
        UserRobot.settle();
        ComboBox<FigurePart> part = robot.lookup("#figure-part").queryComboBox();
        robot.interact(() -> part.setValue(FigurePart.LOSS));
        replace("#figure-width", "2 mm");
        await("the reason", () -> textOf("#figure-reason").contains("Too narrow"));
        robot.clickOn("#dialog-accept");
        assertThat(robot.lookup("#figure-width").tryQuery())
                .as("the dialog stays")
                .isPresent();
        replace("#figure-width", "85 mm");
        replace("#figure-type", "8 pt");
        ComboBox<FigureGround> ground = robot.lookup("#figure-ground").queryComboBox();
        robot.interact(() -> ground.setValue(FigureGround.TRANSPARENT));
        await("the size", () -> textOf("#figure-size").startsWith("85 mm × "));
        ImageView preview = robot.lookup("#figure-preview").queryAs(ImageView.class);
        assertThat(preview.getImage().getWidth()).isGreaterThan(100);
        robot.clickOn("#dialog-accept");
        await("the figure", () -> Files.exists(folder.resolve("loss.png")));
        assertThat(dialogs.suggested()).isEqualTo("Two-channel-output-loss.png");
        BufferedImage figure = ImageIO.read(folder.resolve("loss.png").toFile());
        assertThat(figure.getWidth()).isEqualTo(1004);
        assertThat(figure.getRGB(0, 0) >>> 24).isZero();
        robot.interact(
                () -> kept[0] = window.workspace().view().figureProperty().get());
        assertThat(kept[0].text()).isEqualTo("loss 85mm 8pt transparent png");
    }

    private void replace(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
        UserRobot.settle();
    }

    @Test
    void theScreenThatIsShownIsExported() throws IOException {
        robot.push(KeyCode.F4);
        String doctor = Files.readString(export("doctor.svg", "export-board-svg"));
        assertThat(dialogs.suggested()).isEqualTo("Two-channel-output-doctor.svg");
        assertThat(doctor).contains(">raw labels</text>").doesNotContain(">Crop</text>", ">Add step</text>");
        robot.interact(() -> window.workspace().view().comparing().showMistake(Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY));
        UserRobot.settle();
        String comparison = Files.readString(export("comparison.svg", "export-board-svg"));
        assertThat(dialogs.suggested()).isEqualTo("Two-channel-output-comparison.svg");
        assertThat(comparison).contains(">what it should do</text>").doesNotContain(">Edit</text>", "Swap");
    }

    @Test
    void everyExportAndEveryCopySaysThatItIsDone() {
        Path file = export("board.py", "export-pytorch");
        await("the notice", () -> textOf("#notice-text").equals("Exported to " + file));
        assertThat(robot.lookup("#notice-folder").query().isVisible())
                .as("there is no desktop")
                .isFalse();
        Path[] opened = new Path[1];
        robot.interact(() -> window.openFoldersWith(path -> opened[0] = path));
        export("board.svg", "export-board-svg");
        robot.clickOn("#notice-folder");
        assertThat(opened[0]).isEqualTo(folder);
        assertThat(robot.lookup("#notice").query().getAccessibleText()).endsWith("board.svg");
        robot.clickOn("#notice-dismiss");
        assertThat(robot.lookup("#notice").query().isVisible()).isFalse();
        robot.clickOn("#export");
        robot.clickOn("#copy-script");
        long lines = TorchScript.of(session().analysis()).lines().count();
        await("the notice", () -> textOf("#notice-text").equals("Copied as PyTorch code: " + lines + " lines"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        await("the notice", () -> textOf("#notice-text").startsWith("Copied as an image: "));
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        await("the notice", () -> textOf("#notice-text").equals("Copied 1 cell"));
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
