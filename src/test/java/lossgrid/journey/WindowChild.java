package lossgrid.journey;

import java.nio.file.Path;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import lossgrid.io.document.Lesson;
import lossgrid.model.edit.Edit;
import lossgrid.ui.MainWindow;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.PersistentState;
import lossgrid.words.Language;

/**
 * A window whose document is edited and saved until the process is killed. Edit k makes k its title, and a line of
 * output.
 */
final class WindowChild {
    static final String DOCUMENT = "edited.lossgrid.json";
    static final int MILLIS_BETWEEN_EDITS = 20;

    private static final int EDITS_BETWEEN_SAVES = 25;

    private WindowChild() {}

    static PersistentState persistentState(Path folder) {
        return PersistentState.in(folder.resolve("state"));
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Platform.startup(() -> edit(folder, Integer.parseInt(args[1])));
    }

    private static void edit(Path folder, int first) {
        AskedDialogs dialogs = new AskedDialogs();
        dialogs.choose(folder.resolve(DOCUMENT));
        Messages messages = new Messages(Language.ENGLISH);
        MainWindow window = new MainWindow(
                new Stage(), Lesson.TWO_CHANNEL, messages, Theme.LIGHT, dialogs, persistentState(folder));
        window.show();
        int[] number = {first};
        Timeline edits = new Timeline(new KeyFrame(Duration.millis(MILLIS_BETWEEN_EDITS), _ -> {
            int now = number[0]++;
            window.session().apply(new Edit.SetTitle(Integer.toString(now)));
            if (now % EDITS_BETWEEN_SAVES == 0) {
                window.workspace().documents().save();
            }
            System.out.println(now);
        }));
        edits.setCycleCount(Animation.INDEFINITE);
        edits.play();
    }
}
