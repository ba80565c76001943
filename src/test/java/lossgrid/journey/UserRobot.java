package lossgrid.journey;

import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import lossgrid.fixtures.HeadlessFault;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A user's hands. TestFX's robot waits 50 ms after each press and again after each release of a key or a button, and
 * after each of several movements of the pointer; that wait was two thirds of every journey. These hands wait once an
 * action.
 */
public final class UserRobot extends FxRobot {
    static {
        // TestFX puts its handler there, which makes tests fail.
        WaitForAsyncUtils.clearExceptions();
        HeadlessFault.keepFromHandler();
    }

    /** Of 10 ms. */
    private static final int ROUNDS = 1;

    /** For machines that are busy with other things. */
    private static final long PULSE_SECONDS = 10;

    /**
     * Waits until the JavaFX thread has done what was posted to it, laid out what that changed, and done what follows
     * from that.
     */
    public static void settle() {
        awaitPosted();
        // The second pulse begins when the frame of the first is painted: the headless platform cannot bear a window
        // that changes its size while a frame is on its way.
        awaitPulse();
        awaitPulse();
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }

    private static void awaitPulse() {
        CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> awaitPulse(laidOut)));
        laidOut.completeOnTimeout(false, PULSE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static void awaitPosted() {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {}));
    }

    private static void awaitPulse(CompletableFuture<Boolean> laidOut) {
        Window.getWindows().stream()
                .filter(Window::isShowing)
                .reduce((older, newer) -> newer)
                .ifPresentOrElse(window -> awaitPulse(window, laidOut), () -> laidOut.complete(false));
    }

    private static void awaitPulse(Window window, CompletableFuture<Boolean> laidOut) {
        Scene scene = window.getScene();
        Runnable pulsed = () -> laidOut.complete(true);
        scene.addPostLayoutPulseListener(pulsed);
        // A window that closes on what was posted has no more pulses.
        Subscription hidden = window.showingProperty().subscribe(isShowing -> {
            if (!isShowing) {
                laidOut.complete(false);
            }
        });
        // Later, since the scene may be going through its listeners.
        var _ = laidOut.thenRun(() -> Platform.runLater(() -> {
            scene.removePostLayoutPulseListener(pulsed);
            hidden.unsubscribe();
        }));
        Platform.requestNextPulse();
    }

    @Override
    public UserRobot interact(Runnable runnable) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(runnable));
        settle();
        return this;
    }

    /** Twice, since what the pointer enters may move. */
    @Override
    public UserRobot moveTo(PointQuery place, Motion motion) {
        Point2D first = place.query();
        robotContext().getMouseRobot().moveNoWait(first);
        settle();
        if (!place.query().equals(first)) {
            robotContext().getMouseRobot().moveNoWait(place.query());
            settle();
        }
        return this;
    }

    @Override
    public UserRobot press(MouseButton... buttons) {
        robotContext().getMouseRobot().pressNoWait(buttons);
        settle();
        return this;
    }

    @Override
    public UserRobot release(MouseButton... buttons) {
        robotContext().getMouseRobot().releaseNoWait(buttons);
        settle();
        return this;
    }

    @Override
    public UserRobot clickOn(MouseButton... buttons) {
        robotContext().getMouseRobot().pressNoWait(buttons);
        return release(buttons);
    }

    @Override
    public UserRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        return moveTo(place, motion).clickOn(buttons);
    }

    @Override
    public UserRobot push(KeyCode... keys) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(Stream.of(keys).toList().reversed().toArray(KeyCode[]::new));
        settle();
        return this;
    }

    @Override
    public UserRobot type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
        return this;
    }

    /** Types into the window that has the focus. */
    @Override
    public UserRobot write(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            robotContext().getBaseRobot().typeKeyboard(focused(), KeyCode.UNDEFINED, letter);
            settle();
        });
        return this;
    }

    /** The pointer at a place of a node. */
    static MouseEvent moved(Node node, double x, double y) {
        // Events take their place in a node from that in the scene.
        Point2D at = node.localToScene(x, y);
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private static Scene focused() {
        return Window.getWindows().stream()
                .filter(open -> open instanceof Stage && open.isShowing() && open.isFocused())
                // While a dialog opens, both it and its owner say that they have it.
                .max(Comparator.comparing(open -> open instanceof Stage stage && stage.getOwner() != null))
                .orElseThrow()
                .getScene();
    }
}
