package lossgrid.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import lossgrid.io.Lesson;
import lossgrid.io.StateFolder;
import lossgrid.ui.Background;
import lossgrid.ui.FileSettings;
import lossgrid.ui.Keeping;
import lossgrid.ui.Language;
import lossgrid.ui.MainWindow;
import lossgrid.ui.Preferences;
import lossgrid.ui.Settings;
import lossgrid.ui.Theme;

/** Opens the window on the two-channel lesson, or on the file named. Public, since JavaFX makes it. */
public final class LossgridApplication extends Application {
    private static final int FRAMES = 3;

    private final Settings settings = new FileSettings(FileSettings.usualFile(), new Background());
    private Preferences preferences = Preferences.NONE;

    /** Not on the JavaFX thread, so files can be read. */
    @Override
    public void init() {
        preferences = settings.load();
    }

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        boolean exits = arguments.contains(Main.EXIT_AFTER_FIRST_FRAME);
        MainWindow window = new MainWindow(
                stage,
                Lesson.TWO_CHANNEL,
                preferences.language().orElseGet(() -> Language.of(Locale.getDefault())),
                preferences.theme().orElseGet(Theme::ofDesktop),
                exits ? Keeping.nothing() : Keeping.in(StateFolder.ofUser()));
        window.remember(settings, preferences);
        UncaughtErrors.install(window::reportBug);
        window.show();
        arguments.stream()
                .filter(argument -> !argument.equals(Main.EXIT_AFTER_FIRST_FRAME))
                .findFirst()
                .map(Path::of)
                .ifPresent(window::open);
        window.offerRecovered();
        if (exits) {
            exitAfterFirstFrames();
        }
    }

    private static void exitAfterFirstFrames() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES) {
                    stop();
                    Platform.exit();
                }
            }
        }.start();
    }
}
