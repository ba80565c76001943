package lossgrid.app;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import lossgrid.ui.export.BoardPicture;

/** Whether a window can be opened, and drawing without one. */
final class Display {
    private static final String PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";

    private Display() {}

    /** Whether there is a display: on Linux an X or Wayland server, unless JavaFX's headless platform is chosen. */
    static boolean isPresent() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || System.getProperty(PLATFORM, "").equals(HEADLESS)
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /** Makes JavaFX draw without a display; to be called before it starts. */
    static void useHeadless() {
        System.setProperty(PLATFORM, HEADLESS);
        System.setProperty("prism.order", "sw");
    }

    /** Starts JavaFX on its headless platform, draws on its thread, and ends it in any case. */
    static <T> T onFxThread(Supplier<T> drawing) {
        useHeadless();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        try {
            return started.thenApplyAsync(_ -> drawing.get(), BoardPicture.executor())
                    .join();
        } finally {
            Platform.exit();
        }
    }
}
