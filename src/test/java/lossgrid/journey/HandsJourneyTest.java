package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Route;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.api.Test;

/** The keyboard stays where the user is, and the mouse does what it says. */
class HandsJourneyTest extends Journey {
    private Node focused() {
        UserRobot.settle();
        return stage.getScene().getFocusOwner();
    }

    private static boolean isWithin(Node node, String id) {
        return node != null && (id.equals(node.getId()) || isWithin(node.getParent(), id));
    }

    @Test
    void escapeClosesTheColorPickerAloneAndThenTheSettings() {
        robot.clickOn("#experiment");
        ColorPicker picker = robot.lookup("#class-color-0").queryAs(ColorPicker.class);
        robot.interact(() -> {
            picker.requestFocus();
            picker.show();
        });
        assertThat(picker.isShowing()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(picker.isShowing()).isFalse();
        assertThat(robot.lookup("#experiment-pane").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#experiment-pane").tryQuery()).isEmpty();
    }

    @Test
    void afterAFixTheFocusIsOnTheNextFinding() {
        Experiment lesson = session().experiment();
        LabelArray mask = LabelArray.ofLongs(DType.INT64, Shape.of(2, 2, 2), i -> i % 2 == 0 ? 0 : 255);
        robot.interact(() -> session().open(lesson.withLabels(mask)));
        robot.clickOn("#board-findings #finding-binary-mask-fix-0");
        assertThat(isWithin(focused(), "board-findings")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.clickOn("#screen-doctor");
        robot.clickOn("#doctor-findings #finding-binary-mask-fix-0");
        assertThat(isWithin(focused(), "doctor-findings")).isTrue();
    }

    @Test
    void whatIsDisabledWhenItIsPressedHandsTheFocusToWhatFollows() {
        Button step = robot.lookup("#descent-step").queryAs(Button.class);
        Button reset = robot.lookup("#descent-reset").queryAs(Button.class);
        robot.interact(step::fire);
        robot.interact(reset::requestFocus).push(KeyCode.SPACE);
        assertThat(reset.isDisabled()).isTrue();
        assertThat(focused()).isEqualTo(step);
        assertThat(robot.lookup("#loss-value").query().isFocusTraversable()).isFalse();
        robot.interact(() -> {
            while (session().frame().canUndo()) {
                session().undo();
            }
            session().apply(new Edit.Reshape(2, 2, 3, 4));
        });
        robot.clickOn("#undo");
        assertThat(focused().getId()).isEqualTo("redo");
        robot.clickOn("#redo");
        assertThat(focused().getId()).isEqualTo("undo");
    }

    @Test
    void undoAndRedoSayWhatTheyTakeBack() {
        Button undo = robot.lookup("#undo").queryAs(Button.class);
        Button redo = robot.lookup("#redo").queryAs(Button.class);
        robot.interact(() -> session().apply(new Edit.Reshape(2, 2, 3, 4)));
        assertThat(undo.getAccessibleText()).isEqualTo("Undo: resize to [2, 2, 3, 4]");
        robot.moveTo(undo);
        assertThat(undo.getTooltip().getText()).isEqualTo("Undo: resize to [2, 2, 3, 4] (Ctrl+Z)");
        type(CardKind.LOGITS, 1, 2, "2.5");
        assertThat(undo.getAccessibleText()).isEqualTo("Undo: set x[0, 1, 0, 2] to 2.5");
        robot.clickOn("#language");
        assertThat(undo.getAccessibleText()).isEqualTo("撤销：将 x[0, 1, 0, 2] 设为 2.5");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(redo.getAccessibleText()).isEqualTo("重做：将 x[0, 1, 0, 2] 设为 2.5");
        assertThat(undo.getAccessibleText()).isEqualTo("撤销：将形状改为 [2, 2, 3, 4]");
        robot.clickOn("#language").push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(undo.getAccessibleText()).isEqualTo("Undo");
    }

    @Test
    void inAPresentationOnlyCellsThatCanBeChangedAreEdited() {
        robot.push(KeyCode.F5).push(KeyCode.RIGHT);
        click(CardKind.PROBABILITIES, 0, 0);
        assertThat(textOf("#presentation-place")).contains("selecting", "Esc").doesNotContain("editing");
        robot.push(KeyCode.ESCAPE).push(KeyCode.END);
        click(CardKind.LABELS, 0, 0);
        assertThat(textOf("#presentation-place")).contains("editing");
        click(CardKind.LOSS, 0, 0);
        assertThat(textOf("#presentation-place")).doesNotContain("editing");
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
    }

    /** Class names stood over y and 1 − y. */
    @Test
    void afterASwitchOfTheRoutePlanesHaveTheirOwnTitles() {
        GridView oneHot = card(CardKind.ONE_HOT).grid();
        for (Route route : new Route[] {Route.SIGMOID, Route.SOFTMAX}) {
            robot.interact(() -> session().apply(new Edit.SwitchRoute(route)));
            UserRobot.settle();
            int[] shown = pixels(oneHot);
            robot.interact(oneHot::repaint);
            UserRobot.settle();
            assertThat(Arrays.equals(shown, pixels(oneHot))).as("%s", route).isTrue();
        }
    }

    private int[] pixels(GridView grid) {
        CompletableFuture<Image> shown = new CompletableFuture<>();
        robot.interact(() -> shown.complete(grid.snapshot(null, null)));
        Image image = shown.join();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] out = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), out, 0, width);
        return out;
    }

    @Test
    void anotherDocumentBeginsWithoutARangeAndWithoutZoom() {
        GridView logits = card(CardKind.LOGITS).grid();
        robot.drag(middle(CardKind.LOGITS, 0, 0), MouseButton.PRIMARY).dropTo(middle(CardKind.LOGITS, 0, 3));
        assertThat(logits.selection().orElseThrow().size()).isEqualTo(4);
        robot.interact(() -> logits.zoom(2, 10, 10));
        robot.interact(() -> session().open(Lesson.TWO_CHANNEL.open().withTitle("another")));
        assertThat(logits.selection().orElseThrow().size()).isEqualTo(1);
        assertThat(logits.geometry().orElseThrow().left()).isPositive();
        robot.interact(() -> window.workspace().documents().open(Lesson.SINGLE_CHANNEL));
        UserRobot.settle();
        assertThat(logits.selection().orElseThrow().isSingle()).isTrue();
    }

    @Test
    void theWheelWithControlChangesTheCellUnderItInOneStep() {
        Experiment before = session().experiment();
        turn(CardKind.LOGITS, 1, 2, 40, 40, 40);
        assertThat(session().experiment().logits().at(6)).isEqualTo(0.5244f);
        turn(CardKind.LOGITS, 1, 2, -40);
        assertThat(session().experiment().logits().at(6)).isEqualTo(0.4244f);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment()).isEqualTo(before);
        assertThat(session().frame().canUndo()).isFalse();
        turn(CardKind.LABELS, 0, 0, 40);
        assertThat(session().experiment().labels().longAt(0)).isEqualTo(1);
        // Where there is nothing to change it zooms as ever.
        double cell = card(CardKind.LOSS).grid().geometry().orElseThrow().cell();
        turn(CardKind.LOSS, 0, 0, 40);
        assertThat(card(CardKind.LOSS).grid().geometry().orElseThrow().cell()).isGreaterThanOrEqualTo(cell);
    }

    private void turn(CardKind kind, int plane, int cell, double... deltas) {
        GridView grid = card(kind).grid();
        Point2D screen = middle(kind, plane, cell);
        robot.interact(() -> {
            Point2D at = grid.localToScene(grid.screenToLocal(screen));
            for (double delta : deltas) {
                grid.fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(grid, at.getX(), at.getY())));
            }
        });
    }

    @Test
    void allCardsZoomTogetherUntilADoubleClickShowsThemWhole() {
        robot.interact(() -> session().open(largeDocument(3, 40, 60)));
        UserRobot.settle();
        GridView probabilities = card(CardKind.PROBABILITIES).grid();
        double[] fitted = cells();
        robot.interact(() -> probabilities.zoom(4, probabilities.getWidth() / 3, probabilities.getHeight() / 3));
        UserRobot.settle();
        double[] zoomed = cells();
        for (int i = 0; i < fitted.length; i++) {
            assertThat(zoomed[i] / fitted[i]).as("card %s", i).isBetween(3.9, 4.1);
        }
        robot.doubleClickOn(probabilities);
        assertThat(cells()).isEqualTo(fitted);
    }

    private double[] cells() {
        UserRobot.settle();
        return Arrays.stream(CardKind.values())
                .mapToDouble(kind -> card(kind).grid().geometry().orElseThrow().cell())
                .toArray();
    }

    @Test
    void whatIsTypedShowsWhatItGivesBeforeItCounts() {
        Experiment before = session().experiment();
        String loss = shownLoss();
        click(CardKind.LOGITS, 0, 0);
        robot.write("5");
        String previewed = shownLoss();
        assertThat(previewed).isNotEqualTo(loss);
        assertThat(textOf(".loss-name")).startsWith("preview");
        assertThat(window.workbench().board().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("preview"));
        assertThat(probability()).isNotEqualTo("0.4083");
        assertThat(session().experiment()).isSameAs(before);
        assertThat(session().frame().canUndo()).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertLossShown(loss);
        assertThat(textOf(".loss-name")).doesNotStartWith("preview");
        assertThat(session().frame().canUndo()).isFalse();
        robot.write("5").push(KeyCode.ENTER);
        assertLossShown(previewed);
        assertLossShown(computedLoss());
        assertThat(window.workbench().board().getPseudoClassStates())
                .doesNotContain(PseudoClass.getPseudoClass("preview"));
    }

    private String probability() {
        return card(CardKind.PROBABILITIES).grid().grid().orElseThrow().text(0, 0);
    }
}
