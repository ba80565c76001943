package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import lossgrid.core.array.LabelArray;
import lossgrid.model.document.Experiment;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.keys.CellCommand;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.workbench.EditMenu;
import org.junit.jupiter.api.Test;

/** A user works on many cells at once, as in a spreadsheet. */
class CellsJourneyTest extends Journey {
    private void setClipboard(String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private String clipboard() {
        String[] out = new String[1];
        robot.interact(() -> out[0] = Clipboard.getSystemClipboard().getString());
        return out[0];
    }

    private CellRange selection(CardKind kind) {
        UserRobot.settle();
        return card(kind).grid().selection().orElseThrow();
    }

    private float[] logits() {
        UserRobot.settle();
        return session().experiment().logits().toArray();
    }

    private long[] labels() {
        UserRobot.settle();
        LabelArray labels = session().experiment().labels();
        return IntStream.range(0, labels.size()).mapToLong(labels::longAt).toArray();
    }

    /** The last step was the only one. */
    private void assertOneStep(Experiment before) {
        assertThat(session().experiment()).isNotEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        UserRobot.settle();
        assertThat(session().experiment()).isEqualTo(before);
        assertThat(session().frame().canUndo()).isFalse();
    }

    @Test
    void shiftSelectsAndFillingIsOneStep() {
        Experiment before = session().experiment();
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT)
                .push(KeyCode.SHIFT, KeyCode.DOWN)
                .push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(selection(CardKind.LOGITS).indices()).containsExactly(0, 1, 2, 3);
        robot.push(KeyCode.SHIFT, KeyCode.PAGE_DOWN);
        assertThat(selection(CardKind.LOGITS).planes()).containsExactly(0, 1);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(Arrays.copyOf(logits(), 8)).containsOnly(0.3164f);
        assertThat(shownLoss()).isEqualTo(computedLoss());
        assertOneStep(before);
        robot.push(KeyCode.RIGHT);
        assertThat(selection(CardKind.LOGITS).isSingle()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selection(CardKind.LOGITS).size()).isEqualTo(4);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selection(CardKind.LOGITS).size()).isEqualTo(16);
        robot.write("2").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(logits()).containsOnly(2f);
        assertOneStep(before);
    }

    @Test
    void copiedCellsPasteBackExactlyAndCutIsOneStep() {
        Experiment before = session().experiment();
        robot.drag(middle(CardKind.LOGITS, 0, 0), MouseButton.PRIMARY).dropTo(middle(CardKind.LOGITS, 0, 3));
        robot.push(KeyCode.CONTROL, KeyCode.X);
        assertThat(clipboard()).isEqualTo("0.3164\t-0.1922\n0.4326\t-1.2193");
        assertThat(logits()).startsWith(0f, 0f, 0f, 0f);
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(logits()).isEqualTo(before.logits().toArray());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertOneStep(before);
        click(CardKind.PROBABILITIES, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(Float.parseFloat(clipboard()))
                .isEqualTo(session()
                        .analysis()
                        .probabilities()
                        .value()
                        .orElseThrow()
                        .at(0));
        setClipboard("1,5\tx");
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        UserRobot.settle();
        assertThat(visibleNote()).isEqualTo("Line 1, column 5: “x” is not a number.");
        assertThat(session().experiment()).isEqualTo(before);
    }

    private String visibleNote() {
        return robot.lookup(node -> "grid-note".equals(node.getId()) && node.isVisible())
                .queryLabeled()
                .getText();
    }

    @Test
    void anArrayOfAnotherShapeIsShownBeforeItIsPasted() {
        Experiment before = session().experiment();
        setClipboard("tensor([[1., 2., 3.],\n        [4., 5., 6.]])");
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await("the preview", () -> robot.lookup("#paste-preview").tryQuery().isPresent());
        assertThat(robot.lookup("#paste-repeat").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#paste-replace").query().isDisabled()).isTrue();
        GridView preview = (GridView) robot.lookup("#paste-preview").query();
        assertThat(preview.grid().orElseThrow().text(0, 3)).isEqualTo("5.0000");
        robot.push(KeyCode.ESCAPE);
        await(
                "the end of the preview",
                () -> robot.lookup("#paste-preview").tryQuery().isEmpty());
        assertThat(session().experiment()).isEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await("the preview", () -> robot.lookup("#paste-preview").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        await(
                "the end of the preview",
                () -> robot.lookup("#paste-preview").tryQuery().isEmpty());
        assertThat(logits()).startsWith(1f, 2f, 4f, 5f, 0.6873f);
        setClipboard("[1, 0, 1, 0, 1, 0, 1, 0]");
        click(CardKind.LABELS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await("the preview", () -> robot.lookup("#paste-preview").tryQuery().isPresent());
        robot.push(KeyCode.DOWN);
        assertThat(((RadioButton) robot.lookup("#paste-replace").query()).isSelected())
                .isTrue();
        robot.push(KeyCode.ENTER);
        await(
                "the end of the preview",
                () -> robot.lookup("#paste-preview").tryQuery().isEmpty());
        assertThat(labels()).containsExactly(1, 0, 1, 0, 1, 0, 1, 0);
    }

    @Test
    void altArrowsAndAltDragScrubInOneStepEach() {
        Experiment before = session().experiment();
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.press(KeyCode.ALT);
        robot.type(KeyCode.RIGHT, 3);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.LEFT).release(KeyCode.CONTROL);
        robot.release(KeyCode.ALT);
        assertThat(logits()).startsWith(1.6064f, 1.0978f, 0.4326f);
        assertOneStep(before);
        altDrag(CardKind.LOGITS, middle(CardKind.LOGITS, 1, 0), 20, 40, 32);
        assertThat(logits()[4]).isEqualTo(1.4873f);
        assertOneStep(before);
        click(CardKind.LABELS, 0, 0);
        robot.press(KeyCode.ALT);
        robot.type(KeyCode.UP, 3);
        robot.release(KeyCode.ALT);
        assertThat(labels()[0]).isEqualTo(1);
        assertOneStep(before);
    }

    /** The headless robot's mouse does not know of Alt, so the events are made here. */
    private void altDrag(CardKind kind, Point2D from, double... offsets) {
        GridView grid = card(kind).grid();
        robot.interact(() -> {
            altMouse(grid, MouseEvent.MOUSE_PRESSED, from);
            for (double offset : offsets) {
                altMouse(grid, MouseEvent.MOUSE_DRAGGED, from.add(offset, 0));
            }
            altMouse(grid, MouseEvent.MOUSE_RELEASED, from.add(offsets[offsets.length - 1], 0));
        });
    }

    private static void altMouse(GridView grid, EventType<MouseEvent> type, Point2D screen) {
        Point2D local = grid.localToScene(grid.screenToLocal(screen));
        grid.fireEvent(new MouseEvent(
                type,
                local.getX(),
                local.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                true,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                new PickResult(grid, local.getX(), local.getY())));
    }

    @Test
    void aPickedClassPaintsAWholeDragInOneStep() {
        Experiment before = session().experiment();
        robot.clickOn("#class-1");
        robot.drag(middle(CardKind.LABELS, 0, 0), MouseButton.PRIMARY).dropTo(middle(CardKind.LABELS, 0, 3));
        assertThat(labels()[0]).isEqualTo(1);
        assertThat(labels()[3]).isEqualTo(1);
        assertOneStep(before);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.D);
        assertThat(Arrays.copyOf(labels(), 4)).containsOnly(1);
        assertOneStep(before);
        robot.push(KeyCode.ESCAPE);
        assertThat(window.workspace().view().brush().picked()).isEmpty();
        click(CardKind.LABELS, 0, 0);
        assertThat(session().experiment()).isEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("1");
        assertThat(Arrays.copyOf(labels(), 4)).containsOnly(1);
        assertOneStep(before);
    }

    @Test
    void digitsOnLabelsCountAtOnceUntilEscapeTakesThemBack() {
        Experiment before = session().experiment();
        click(CardKind.LABELS, 0, 0);
        robot.write("1");
        assertThat(labels()[0]).isEqualTo(1);
        robot.write("2");
        assertThat(labels()[0]).isEqualTo(12);
        robot.push(KeyCode.ESCAPE);
        assertThat(session().experiment()).isEqualTo(before);
        assertThat(session().frame().isUnsaved()).isFalse();
        robot.write("1").push(KeyCode.RIGHT).write("0").push(KeyCode.DOWN);
        assertThat(labels()).startsWith(1, 0);
        assertThat(selection(CardKind.LABELS).anchor()).isEqualTo(new CellRef(0, 3));
    }

    @Test
    void keysLeadThroughPlanesAndDeleteClears() {
        click(CardKind.LOGITS, 0, 1);
        robot.push(KeyCode.PAGE_DOWN).push(KeyCode.PAGE_DOWN);
        assertThat(selection(CardKind.LOGITS).anchor()).isEqualTo(new CellRef(2, 1));
        robot.push(KeyCode.PAGE_UP).push(KeyCode.HOME);
        assertThat(selection(CardKind.LOGITS).anchor()).isEqualTo(new CellRef(1, 0));
        robot.push(KeyCode.END);
        assertThat(selection(CardKind.LOGITS).anchor()).isEqualTo(new CellRef(1, 1));
        robot.push(KeyCode.CONTROL, KeyCode.END);
        assertThat(selection(CardKind.LOGITS).anchor()).isEqualTo(new CellRef(3, 3));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.HOME);
        assertThat(selection(CardKind.LOGITS).size()).isEqualTo(16);
        Experiment before = session().experiment();
        robot.push(KeyCode.DELETE);
        assertThat(logits()).containsOnly(0f);
        assertOneStep(before);
    }

    @Test
    void menusOfferWhatTheKeysDo() {
        Experiment before = session().experiment();
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.SHIFT, KeyCode.F10);
        robot.clickOn("#cells-randomize");
        await("the form", () -> robot.lookup("#form-field-0").tryQuery().isPresent());
        robot.clickOn("#form-field-0")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("x")
                .push(KeyCode.ENTER);
        assertThat(textOf("#form-reason")).isEqualTo("“x” is not a whole number.");
        robot.push(KeyCode.BACK_SPACE).write("42").push(KeyCode.TAB);
        assertThat(((TextInputControl) robot.lookup("#form-field-1").query()).isFocused())
                .isTrue();
        robot.write("2").push(KeyCode.ENTER);
        await(
                "the end of the form",
                () -> robot.lookup("#form-field-0").tryQuery().isEmpty());
        assertThat(logits()[0]).isEqualTo(2.2838106f);
        assertOneStep(before);
        robot.clickOn("#edit-menu").clickOn("#cells-fill-with");
        await("the form", () -> robot.lookup("#form-field-0").tryQuery().isPresent());
        robot.clickOn("#form-field-0").push(KeyCode.CONTROL, KeyCode.A).write("1");
        robot.push(KeyCode.TAB).write("0.5").push(KeyCode.ENTER);
        await(
                "the end of the form",
                () -> robot.lookup("#form-field-0").tryQuery().isEmpty());
        assertThat(logits()).startsWith(1f, 1.5f, 2f, 2.5f, 0.6873f);
        assertOneStep(before);
        click(CardKind.LOSS, 0, 0);
        robot.clickOn("#edit-menu");
        EditMenu menu = (EditMenu) robot.lookup("#edit-menu").query();
        assertThat(menu.getItems().stream().filter(item -> !item.isDisable()).map(MenuItem::getId))
                .contains("cells-copy", "cells-select-all")
                .doesNotContain("cells-paste", "cells-clear", "cells-fill");
        robot.push(KeyCode.ESCAPE);
        assertThat(window.workbench().getScene().getAccelerators().keySet()).doesNotContain(CellCommand.CLEAR.keys());
    }
}
