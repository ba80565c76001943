package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.OneAtATime;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.ui.MainWindow;
import lossgrid.ui.board.StageCard;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.PersistentState;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Session;
import lossgrid.words.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window on the two-channel lesson, and the hands of a user. */
@OneAtATime
abstract class Journey {
    private static final long PATIENCE_SECONDS = 10;

    final UserRobot robot = new UserRobot();
    final AskedDialogs dialogs = new AskedDialogs();
    Stage stage;
    MainWindow window;

    /** Wide enough for every button of the top bar; the headless screen is narrower, and does not mind. */
    static final double WIDTH = 1400;

    static final double HEIGHT = 900;

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            Platform.setImplicitExit(false);
            stage = new Stage();
            window = new MainWindow(
                    stage, Lesson.TWO_CHANNEL, new Messages(Language.ENGLISH), Theme.LIGHT, dialogs, persistentState());
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            window.show();
        });
        UserRobot.settle();
    }

    /** The memory of the window: none, unless a test gives it a folder. */
    PersistentState persistentState() {
        return PersistentState.nothing();
    }

    @AfterEach
    void close() {
        robot.release(new KeyCode[0]);
        robot.interact(() -> stage.hide());
    }

    /** A document of one image of this size. */
    static Experiment largeDocument(int classes, int height, int width) {
        Random random = new Random(2);
        return Lesson.TWO_CHANNEL
                .open()
                .withClasses(List.of())
                .withLogits(Tensor.generate(
                        Shape.of(1, classes, height, width), i -> (float) Math.sin(i * 1e-4) + random.nextFloat()))
                .withLabels(LabelArray.ofLongs(
                        DType.INT64, Shape.of(1, height, width), i -> (i / 29 + i / width / 31) % classes));
    }

    Session session() {
        return window.session();
    }

    StageCard card(CardKind kind) {
        return window.workbench().board().card(kind);
    }

    void openLesson(String id) {
        robot.clickOn("#lessons");
        robot.clickOn("#" + id);
        UserRobot.settle();
    }

    /** Clicks the middle of a cell. */
    void click(CardKind kind, int plane, int cell) {
        robot.clickOn(middle(kind, plane, cell));
        UserRobot.settle();
    }

    Point2D middle(CardKind kind, int plane, int cell) {
        GridView grid = card(kind).grid();
        GridGeometry geometry = grid.geometry().orElseThrow();
        CellRef ref = new CellRef(plane, cell);
        return grid.localToScreen(geometry.cellX(ref) + geometry.cell() / 2, geometry.cellY(ref) + geometry.cell() / 2);
    }

    /** Types over a cell and presses Enter. */
    void type(CardKind kind, int plane, int cell, String text) {
        click(kind, plane, cell);
        robot.write(text).push(KeyCode.ENTER);
        UserRobot.settle();
    }

    String textOf(String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    String shownLoss() {
        return textOf("#loss-value");
    }

    /** The loss that the core computes for the present document, as the window would write it. */
    String computedLoss() {
        return NumberDisplay.fixed(
                Analyzer.analyze(session().experiment())
                        .loss()
                        .value()
                        .orElseThrow()
                        .value(),
                NumberDisplay.DEFAULT_DIGITS);
    }

    static void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> condition.getAsBoolean());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what, e);
        }
        UserRobot.settle();
    }

    void assertLossShown(String loss) {
        assertThat(shownLoss()).isEqualTo(loss);
    }
}
