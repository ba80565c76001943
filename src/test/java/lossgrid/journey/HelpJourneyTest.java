package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import lossgrid.core.array.Shape;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.settings.PreferenceFile;
import lossgrid.ui.settings.PreferenceStore;
import lossgrid.words.HelpText;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that help: what things are called, in the user's language. */
class HelpJourneyTest extends Journey {
    @TempDir
    Path folder;

    private Stream<String> texts(String within) {
        UserRobot.settle();
        return robot.lookup(within + " .label").queryAllAs(Label.class).stream().map(Label::getText);
    }

    @Test
    void theHelpButtonSaysWhatEveryCardIsAndLeadsToTheKeys() {
        Messages messages = window.workspace().messages();
        for (CardKind kind : CardKind.values()) {
            Label title = (Label) card(kind).lookup(".card-title");
            assertThat(title.getAccessibleHelp()).isEqualTo(messages.get(kind.help()));
            // Two sentences, in either language.
            for (Language language : Language.values()) {
                String help = new Messages(language).get(kind.help());
                assertThat(help.split("[.。](?: |$)?")).as(help).hasSize(2);
            }
        }
        robot.clickOn("#help");
        assertThat(texts("#help-pane"))
                .contains(Stream.of(CardKind.values())
                        .map(kind -> messages.get(kind.help()))
                        .toArray(String[]::new))
                .contains(messages.get(HelpText.LEGEND_RED));
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#help-pane").tryQuery()).isEmpty();
        robot.clickOn("#help").clickOn("#help-keys");
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void theLegendFoldsAndIsSoAtTheNextStart() {
        PreferenceStore settings = new PreferenceFile(folder.resolve("settings.properties"), new Background());
        robot.interact(() -> window.remember(settings, settings.load()));
        assertThat(texts("#legend-lines")).hasSize(5);
        robot.clickOn("#legend-toggle");
        assertThat(texts("#legend-lines")).isEmpty();
        await("the preference", () -> !settings.load().legend());
        robot.interact(() -> window.workspace().view().legendProperty().set(true));
        robot.interact(() -> window.remember(settings, settings.load().withLegend(false)));
        assertThat(texts("#legend-lines")).isEmpty();
    }

    @Test
    void aLessonSpeaksTheUsersLanguageUntilTheUserChangesItsWords() {
        robot.interact(() -> window.workspace().documents().open(Lesson.ASYMMETRIC));
        UserRobot.settle();
        assertThat(session().experiment()).isEqualTo(Lesson.ASYMMETRIC.open());
        robot.clickOn("#language");
        assertThat(session().experiment().classes()).containsExactly("背景", "道路", "汽车");
        assertThat(session().experiment().title()).isEqualTo("三个类别，2×4 像素");
        assertThat(session().frame().isUnsaved()).isFalse();
        assertThat(session().frame().canUndo()).isFalse();
        robot.interact(() -> session().apply(new Edit.SetTitle("我的")));
        robot.clickOn("#language");
        assertThat(session().experiment().title()).isEqualTo("我的");
        assertThat(session().experiment().classes()).containsExactly("background", "road", "car");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment()).isEqualTo(Lesson.ASYMMETRIC.open());
        assertThat(session().frame().isUnsaved()).isFalse();
    }

    @Test
    void aPasteThatIsTooLargeOffersToEnlargeTheGrid() {
        Experiment before = session().experiment();
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("1\t2\t3\n4\t5\t6\n7\t8\t9");
            Clipboard.getSystemClipboard().setContent(content);
        });
        click(CardKind.LOGITS, 0, 3);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await("the question", () -> robot.lookup("#paste-grow").tryQuery().isPresent());
        assertThat(textOf("#paste-grow")).isEqualTo("Enlarge to [2, 2, 4, 4] and paste all 9 values");
        robot.clickOn("#paste-grow").clickOn("#dialog-accept");
        await(
                "the end of the question",
                () -> robot.lookup("#paste-grow").tryQuery().isEmpty());
        Experiment after = session().experiment();
        assertThat(after.logits().shape()).isEqualTo(Shape.of(2, 2, 4, 4));
        assertThat(after.labels().shape()).isEqualTo(Shape.of(2, 4, 4));
        assertThat(after.logits().at(0)).isEqualTo(before.logits().at(0));
        assertThat(after.logits().at(5)).isEqualTo(1);
        assertThat(after.logits().at(15)).isEqualTo(9);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment()).isEqualTo(before);
    }
}
