package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.encoding.Unsqueeze;
import lossgrid.ui.session.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Someone comes with a mask that does not work. */
class DoctorJourneyTest extends Journey {
    private static final int HEIGHT_OF_MASK = 24;
    private static final int WIDTH_OF_MASK = 96;

    private static final double SMALL = 0.8;

    @TempDir
    Path folder;

    /** A disc of 255 on 0, with a soft edge; flat, so that menus under it stay on the headless screen. */
    private Path mask() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH_OF_MASK, HEIGHT_OF_MASK, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT_OF_MASK; y++) {
            for (int x = 0; x < WIDTH_OF_MASK; x++) {
                double out = Math.hypot(y - 11.5, x - 47.5) - 7;
                image.getRaster().setSample(x, y, 0, (int) Math.clamp(127.5 - 127.5 * out, 0, 255));
            }
        }
        Path file = folder.resolve("street_0042_mask.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private void openMask() throws IOException {
        // The headless screen ends at 1000, and a menu that reaches beyond it cannot be drawn.
        robot.interact(() -> window.workspace().view().zoomProperty().set(SMALL));
        dialogs.choose(mask());
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("the mask", () -> session().experiment().source() != null);
    }

    private List<EncodingStep> chain() {
        return session().experiment().encoding();
    }

    private void add(String kind) {
        robot.clickOn("#step-add");
        UserRobot.settle();
        robot.clickOn("#step-add-" + kind);
        UserRobot.settle();
    }

    private void push(KeyCode... keys) {
        robot.push(keys);
        UserRobot.settle();
    }

    @Test
    void aMaskIsTakenInAsItIs() throws IOException {
        openMask();
        Experiment taken = session().experiment();
        assertThat(window.workspace().view().screen()).isEqualTo(Screen.DOCTOR);
        assertThat(taken.labels().dtype()).isEqualTo(DType.UINT8);
        assertThat(taken.labels().shape()).isEqualTo(Shape.of(HEIGHT_OF_MASK, WIDTH_OF_MASK));
        assertThat(taken.logits().shape()).isEqualTo(Shape.of(1, 2, HEIGHT_OF_MASK, WIDTH_OF_MASK));
        assertThat(taken.encoding()).isEmpty();
        assertThat(textOf("#doctor-labels-facts")).isEqualTo("[24, 96] uint8 · PNG grey · street_0042_mask.png");
        assertThat(robot.lookup("#example-logits").query().isVisible()).isTrue();
        assertThat(session().frame().isUnsaved()).isFalse();
        ToggleButton zero = robot.lookup("#value-0").queryAs(ToggleButton.class);
        assertThat(zero.getAccessibleText()).startsWith("0: ").contains("pixels");
        robot.clickOn(zero);
        assertThat(zero.isSelected()).isTrue();
        robot.clickOn(".value-opener");
        UserRobot.settle();
        assertThat(robot.lookup(".value-member").queryAll()).hasSizeGreaterThan(3);
        robot.moveTo("#mask");
        UserRobot.settle();
        assertThat(textOf("#mask-pixel")).isEqualTo("row 12 · column 48 · 255");
    }

    @Test
    void theEncodingIsBuiltAndUndoneWithTheKeyboard() throws IOException {
        openMask();
        add("threshold");
        add("cast");
        assertThat(chain()).containsExactly(new Threshold(127), new Cast(DType.INT64));
        push(KeyCode.ALT, KeyCode.UP);
        assertThat(chain().getFirst()).isInstanceOf(Cast.class);
        push(KeyCode.SPACE);
        assertThat(chain().getFirst()).isInstanceOf(Skipped.class);
        push(KeyCode.DELETE);
        assertThat(chain()).containsExactly(new Threshold(127));
        push(KeyCode.ENTER);
        TextField above = robot.lookup("#step-above").queryAs(TextField.class);
        assertThat(above.isFocused()).isTrue();
        robot.interact(above::selectAll);
        robot.write("99.5").push(KeyCode.ENTER);
        UserRobot.settle();
        assertThat(chain()).containsExactly(new Threshold(99.5));
        push(KeyCode.ESCAPE);
        add("one_hot");
        assertThat(textOf("#step-1-refusal")).startsWith("RuntimeError: ");
        for (int i = 0; i < 7; i++) {
            push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(chain()).isEmpty();
        assertThat(session().frame().canUndo()).isFalse();
    }

    @Test
    void stepsCanBeDraggedAndCopied() throws IOException {
        openMask();
        add("threshold");
        add("cast");
        add("unsqueeze");
        robot.drag(robot.lookup("#step-2 .step-number").queryAs(Node.class), MouseButton.PRIMARY)
                .dropTo(robot.lookup("#step-0 .step-number").queryAs(Node.class));
        UserRobot.settle();
        assertThat(chain().getFirst()).isInstanceOf(Unsqueeze.class);
        robot.clickOn("#encoding-copy");
        String[] copied = new String[1];
        await("the code", () -> {
            robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
            return copied[0] != null && copied[0].contains("y = y.unsqueeze(0)  # [1, 24, 96] uint8");
        });
    }

    @Test
    void aWindowOfTheMaskGoesIntoTheGrid() throws IOException {
        openMask();
        robot.clickOn("#mask-crop");
        UserRobot.settle();
        assertThat(textOfField("#crop-height")).isEqualTo("16");
        type("#crop-row", "3");
        type("#crop-column", "5");
        type("#crop-height", "6");
        type("#crop-width", "99");
        assertThat(textOf("#crop-reason")).contains("1").contains("96");
        type("#crop-width", "8");
        robot.clickOn("#crop-take");
        UserRobot.settle();
        Experiment cropped = session().experiment();
        assertThat(cropped.labels().shape()).isEqualTo(Shape.of(6, 8));
        assertThat(cropped.logits().shape()).isEqualTo(Shape.of(1, 2, 6, 8));
        assertThat(window.workspace().view().screen()).isEqualTo(Screen.BOARD);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment().labels().shape()).isEqualTo(Shape.of(HEIGHT_OF_MASK, WIDTH_OF_MASK));
    }

    private String textOfField(String query) {
        return robot.lookup(query).queryAs(TextField.class).getText();
    }

    private void type(String query, String text) {
        TextField field = robot.lookup(query).queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text).push(KeyCode.ENTER);
        UserRobot.settle();
    }

    @Test
    void aFileThatIsNoMaskIsNamedAndTheDocumentStays() throws IOException {
        Experiment before = session().experiment();
        Path file = folder.resolve("broken.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        dialogs.choose(file);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("the error", () -> !dialogs.errors().isEmpty());
        assertThat(dialogs.errors().getFirst()).contains("broken.png");
        assertThat(session().experiment()).isEqualTo(before);
        push(KeyCode.F4);
        assertThat(window.workspace().view().screen()).isEqualTo(Screen.DOCTOR);
        robot.clickOn("#screen-board");
        assertThat(window.workspace().view().screen()).isEqualTo(Screen.BOARD);
    }

    @Test
    void logitsOfAnotherFileReplaceTheExamples() throws IOException {
        openMask();
        Path file = folder.resolve("logits.txt");
        Files.writeString(file, "[[[[0.5, 1.5], [2.5, -1.0]]]]");
        robot.interact(() -> window.workspace().documents().intake().importFile(file, Optional.empty()));
        await("the logits", () -> session().experiment().logits().size() == 4);
        assertThat(dialogs.offered()).hasSize(1).first().asString().contains("[1, 1, 2, 2]");
        assertThat(robot.lookup("#example-logits").query().isVisible()).isFalse();
    }
}
