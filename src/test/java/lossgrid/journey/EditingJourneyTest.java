package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import lossgrid.core.array.LabelArray;
import lossgrid.model.edit.Edit;
import lossgrid.paint.geometry.CellRef;
import lossgrid.ui.control.PartsRow;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.PixelSelection;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A teacher opens lessons and changes numbers. */
class EditingJourneyTest extends Journey {
    @Test
    void everyLessonShowsItsLoss() {
        assertLossShown("0.9823");
        openLesson("lesson-single_channel");
        assertLossShown("0.6861");
        openLesson("lesson-asymmetric");
        assertLossShown(computedLoss());
        openLesson("lesson-two_channel");
        assertLossShown("0.9823");
    }

    @Test
    void aTypedLogitChangesTheLossAndUndoBringsItBack() {
        type(CardKind.LOGITS, 0, 0, "2.5");
        assertThat(session().experiment().logits().at(0)).isEqualTo(2.5f);
        assertThat(shownLoss()).isEqualTo(computedLoss()).isNotEqualTo("0.9823");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertLossShown("0.9823");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(session().experiment().logits().at(0)).isEqualTo(2.5f);
    }

    /** The selection has to fit the old document before anything shows that. */
    @Test
    void undoingAResizeWithItsLastCellSelectedShowsTheOldDocument() {
        List<Throwable> bugs = new ArrayList<>();
        Thread fx = WaitForAsyncUtils.waitForAsyncFx(1_000, Thread::currentThread);
        Thread.UncaughtExceptionHandler before = fx.getUncaughtExceptionHandler();
        fx.setUncaughtExceptionHandler((_, bug) -> bugs.add(bug));
        robot.interact(() -> session().apply(new Edit.Reshape(2, 2, 3, 4)));
        UserRobot.settle();
        click(CardKind.LOGITS, 3, 11);
        assertThat(window.workspace().view().selection()).isEqualTo(new PixelSelection(1, 1, 2, 3));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.workspace().view().selection()).isEqualTo(new PixelSelection(1, 1, 1, 1));
        assertLossShown("0.9823");
        assertThat(card(CardKind.LOGITS).grid().active()).contains(new CellRef(3, 3));
        fx.setUncaughtExceptionHandler(before);
        assertThat(bugs).isEmpty();
    }

    @Test
    void nonsenseStaysInTheEditorWithTheReason() {
        type(CardKind.LOGITS, 0, 0, "two");
        assertThat(card(CardKind.LOGITS).grid().isEditing()).isTrue();
        assertThat(visibleReason()).isEqualTo("“two” is not a number.");
        assertLossShown("0.9823");
        robot.push(KeyCode.ESCAPE);
        assertThat(card(CardKind.LOGITS).grid().isEditing()).isFalse();
        assertThat(session().frame().canUndo()).isFalse();
    }

    private String visibleReason() {
        return robot.lookup(node -> "cell-reason".equals(node.getId())
                        && node.isVisible()
                        && node.getParent().isVisible())
                .queryLabeled()
                .getText();
    }

    @Test
    void aFractionIsNoInt64Label() {
        type(CardKind.LABELS, 0, 0, "0.5");
        assertThat(visibleReason()).isEqualTo("“0.5” is not a whole number, which int64 requires.");
    }

    @Test
    void labelSevenIsRefusedInPyTorchsWords() {
        type(CardKind.LABELS, 0, 0, "7");
        assertThat(textOf("#card-loss-refusal")).isEqualTo("IndexError: Target 7 is out of bounds.");
        assertThat(textOf("#card-one-hot-refusal"))
                .isEqualTo("RuntimeError: index 7 is out of bounds for dimension 1 with size 2");
        assertThat(card(CardKind.PROBABILITIES).grid().isVisible()).isTrue();
        assertLossShown("—");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertLossShown("0.9823");
        assertThat(card(CardKind.LOSS).grid().isVisible()).isTrue();
    }

    @Test
    void enterMovesDownAndTabMovesOn() {
        click(CardKind.LOGITS, 0, 0);
        robot.write("1").push(KeyCode.ENTER);
        assertThat(activeLogit()).isEqualTo(new CellRef(0, 2));
        robot.write("2").push(KeyCode.TAB);
        assertThat(activeLogit()).isEqualTo(new CellRef(0, 3));
        robot.write("3").push(KeyCode.TAB);
        assertThat(activeLogit()).isEqualTo(new CellRef(1, 0));
        robot.write("4").push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(activeLogit()).isEqualTo(new CellRef(0, 3));
        assertThat(session().experiment().logits().toArray()).startsWith(1f, -0.1922f, 2f, 3f, 4f);
    }

    @Test
    void arrowsLeadThroughPlanes() {
        click(CardKind.LOGITS, 0, 1);
        robot.push(KeyCode.RIGHT);
        assertThat(activeLogit()).isEqualTo(new CellRef(1, 0));
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(activeLogit()).isEqualTo(new CellRef(3, 0));
        robot.push(KeyCode.LEFT).push(KeyCode.UP);
        assertThat(activeLogit()).isEqualTo(new CellRef(0, 3));
    }

    private CellRef activeLogit() {
        UserRobot.settle();
        return card(CardKind.LOGITS).grid().active().orElseThrow();
    }

    @Test
    void theSelectedPixelIsTheSameInEveryCard() {
        click(CardKind.LOSS, 1, 2);
        assertThat(window.workspace().view().selection()).isEqualTo(new PixelSelection(1, 0, 1, 0));
        assertThat(card(CardKind.LABELS).grid().active()).isEqualTo(Optional.of(new CellRef(1, 2)));
        assertThat(robot.lookup("#selected-pixel").queryAs(PartsRow.class).text())
                .startsWith("x[1,:,1,0] = (-0.6289, -0.3069)  q = (0.4202, 0.5798)");
    }

    @Test
    void anEditRepaintsOnlyTheCellsThatChange() {
        long before = card(CardKind.LOGITS).grid().paintedCells();
        type(CardKind.LOGITS, 0, 0, "0.5");
        UserRobot.settle();
        assertThat(card(CardKind.LOGITS).grid().paintedCells() - before).isEqualTo(1);
    }

    @Test
    void switchingTheRouteKeepsTheLoss() {
        LabelArray labels = session().experiment().labels();
        robot.clickOn("#route-sigmoid");
        assertThat(session().experiment().channels()).isEqualTo(1);
        assertLossShown("0.9823");
        robot.clickOn("#route-softmax");
        assertThat(session().experiment().labels()).isEqualTo(labels);
        assertLossShown("0.9823");
    }

    @Test
    void theWheelZoomsAroundThePointer() {
        GridView grid = card(CardKind.LOGITS).grid();
        double before = grid.geometry().orElseThrow().cell();
        Point2D under = middle(CardKind.LOGITS, 2, 3);
        scroll(grid, under, 40);
        assertThat(grid.geometry().orElseThrow().cell()).isGreaterThan(before);
        assertThat(middle(CardKind.LOGITS, 2, 3).distance(under)).isLessThan(1);
        robot.moveTo(under).press(MouseButton.MIDDLE).moveBy(30, 0).release(MouseButton.MIDDLE);
        assertThat(middle(CardKind.LOGITS, 2, 3).distance(under)).isBetween(29.0, 31.0);
        scroll(grid, under, -400);
        assertThat(grid.geometry().orElseThrow().cell()).isEqualTo(before);
    }

    private void scroll(GridView grid, Point2D at, double deltaY) {
        robot.interact(() -> {
            Point2D local = grid.localToScene(grid.screenToLocal(at));
            PickResult pick = new PickResult(grid, local.getX(), local.getY());
            grid.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    local.getX(),
                    local.getY(),
                    at.getX(),
                    at.getY(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    deltaY,
                    0,
                    deltaY,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    pick));
        });
        UserRobot.settle();
    }

    @Test
    void languageAndThemeSwitchWhileRunning() {
        robot.clickOn("#language");
        assertThat(textOf("#open")).isEqualTo("打开…");
        robot.clickOn("#language");
        assertThat(textOf("#open")).isEqualTo("Open…");
        var light = card(CardKind.LOGITS).grid().paper();
        robot.clickOn("#theme");
        UserRobot.settle();
        assertThat(card(CardKind.LOGITS).grid().paper()).isNotEqualTo(light).isNotEqualTo(Color.TRANSPARENT);
        robot.clickOn("#theme");
    }
}
