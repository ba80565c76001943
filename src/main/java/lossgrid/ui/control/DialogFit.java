package lossgrid.ui.control;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** Makes a dialog as large as its content. */
public final class DialogFit {
    private DialogFit() {}

    /**
     * Sizes {@code dialog} once it is shown, and centres it over its owner. JavaFX computes its size before the
     * window's font size has reached it: lines and buttons would be cut off with large type.
     */
    public static void onShown(Dialog<?> dialog) {
        // The dialog's own event of that name precedes a window for which the caller waits.
        Window window = dialog.getDialogPane().getScene().getWindow();
        window.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> fit(dialog));
    }

    private static void fit(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        pane.applyCss();
        pane.layout();
        pane.getButtonTypes().forEach(type -> {
            if (pane.lookupButton(type) instanceof Region button) {
                // The bar would lay them all out as wide as the widest was.
                ButtonBar.setButtonUniformSize(button, false);
                button.setPrefWidth(Region.USE_COMPUTED_SIZE);
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
        Window window = pane.getScene().getWindow();
        Window owner = dialog.getOwner();
        Rectangle2D screen = screenOf(owner == null ? window : owner);
        // Computed again, since the stage keeps the size that it got first.
        double frameWidth = window.getWidth() - pane.getScene().getWidth();
        double frameHeight = window.getHeight() - pane.getScene().getHeight();
        double width = pane.prefWidth(-1);
        window.setWidth(Math.min(width + frameWidth, screen.getWidth()));
        window.setHeight(Math.min(pane.prefHeight(width) + frameHeight, screen.getHeight()));
        if (owner != null) {
            double x = owner.getX() + (owner.getWidth() - window.getWidth()) / 2;
            double y = owner.getY() + (owner.getHeight() - window.getHeight()) / 2;
            window.setX(Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - window.getWidth())));
            window.setY(Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - window.getHeight())));
        }
    }

    private static Rectangle2D screenOf(Window window) {
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}
