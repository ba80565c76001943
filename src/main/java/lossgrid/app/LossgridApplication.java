package lossgrid.app;

import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import lossgrid.io.disk.StateFolder;
import lossgrid.io.document.Lesson;
import lossgrid.ui.MainWindow;
import lossgrid.ui.control.FirstFrame;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.PersistentState;
import lossgrid.ui.session.Background;
import lossgrid.ui.settings.PreferenceFile;
import lossgrid.ui.settings.PreferenceStore;
import lossgrid.ui.settings.Preferences;
import lossgrid.words.Language;

/** Opens the window on the two-channel lesson, or on the file named. Public, since JavaFX instantiates it. */
public final class LossgridApplication extends Application {
    /** The lesson that the window opens with. */
    static final Lesson LESSON = Lesson.TWO_CHANNEL;

    private final PreferenceStore settings = new PreferenceFile(PreferenceFile.usualFile(), new Background());
    private Preferences preferences = Preferences.NONE;

    /** Reads settings and files, since this does not run on the JavaFX thread. */
    @Override
    public void init() {
        preferences = settings.load();
    }

    @Override
    public void start(Stage stage) {
        WindowStart asked = WindowStart.handed(getParameters().getRaw());
        MainWindow window = new MainWindow(
                stage,
                LESSON,
                preferences.language().orElseGet(() -> Language.of(Locale.getDefault())),
                preferences.theme().orElseGet(Theme::ofDesktop),
                asked.exitTrigger() == ExitTrigger.USER
                        ? PersistentState.in(StateFolder.ofUser())
                        : PersistentState.nothing());
        window.remember(settings, preferences);
        window.openFoldersWith(
                folder -> getHostServices().showDocument(folder.toUri().toString()));
        UncaughtErrors.install(window::reportBug);
        window.show();
        asked.file().ifPresent(window::open);
        window.offerRecovered();
        switch (asked.exitTrigger()) {
            case USER -> {}
            case FIRST_FRAME ->
                FirstFrame.then(() -> {
                    System.out.println(System.currentTimeMillis());
                    Platform.exit();
                });
            case REHEARSAL -> window.rehearse(Platform::exit);
        }
    }
}
