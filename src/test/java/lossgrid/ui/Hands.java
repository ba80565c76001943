package lossgrid.ui;

import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A user's hands. TestFX's robot waits 50 ms after each press and again after each release of a key; that wait was two thirds of every
 * journey. These hands wait once an action.
 */
final class Hands extends FxRobot {
    private static final int ROUNDS = 2;

    /** Waits until the JavaFX thread has done what was posted to it, and what that posted. */
    static void settle() {
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }

    @Override
    public Hands interact(Runnable runnable) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(runnable));
        settle();
        return this;
    }

    @Override
    public Hands push(KeyCode... keys) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(Stream.of(keys).toList().reversed().toArray(KeyCode[]::new));
        settle();
        return this;
    }

    @Override
    public Hands type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
        return this;
    }

    /** Types into the window that has the focus. */
    @Override
    public Hands write(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            robotContext().getBaseRobot().typeKeyboard(focused(), KeyCode.UNDEFINED, letter);
            settle();
        });
        return this;
    }

    private static Scene focused() {
        return Window.getWindows().stream()
                .filter(open -> open instanceof Stage && open.isFocused())
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .getScene();
    }
}
