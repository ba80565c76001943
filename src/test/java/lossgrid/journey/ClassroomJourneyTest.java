package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import lossgrid.ui.control.Theme;
import lossgrid.ui.keys.CellCommand;
import lossgrid.ui.keys.KeyHelp;
import lossgrid.ui.keys.LocalKey;
import lossgrid.ui.keys.Shortcut;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.settings.PreferenceFile;
import lossgrid.ui.settings.PreferenceStore;
import lossgrid.ui.settings.Preferences;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher in front of a class. */
class ClassroomJourneyTest extends Journey {
    @TempDir
    Path folder;

    @Test
    void keysLeadThroughTheStagesToTheWholeBoardAndOut() {
        robot.push(KeyCode.F5);
        assertAt(1, "logits x", CardKind.LOGITS);
        assertThat(stage.isFullScreen()).isTrue();
        assertThat(isShown("#open")).isFalse();
        robot.push(KeyCode.RIGHT);
        assertAt(2, "probabilities q", CardKind.PROBABILITIES);
        robot.push(KeyCode.SPACE).push(KeyCode.PAGE_DOWN);
        assertAt(4, "one-hot p", CardKind.ONE_HOT);
        robot.push(KeyCode.LEFT).push(KeyCode.PAGE_UP);
        assertAt(2, "probabilities q", CardKind.PROBABILITIES);
        robot.push(KeyCode.END).push(KeyCode.RIGHT);
        assertThat(place()).endsWith("whole board");
        assertThat(shownCards()).containsExactly(CardKind.values());
        assertThat(isShown("#loss-value")).isTrue();
        robot.push(KeyCode.HOME);
        assertAt(1, "logits x", CardKind.LOGITS);
        robot.push(KeyCode.ESCAPE);
        assertThat(stage.isFullScreen()).isFalse();
        assertThat(shownCards()).containsExactly(CardKind.values());
        assertThat(isShown("#open")).isTrue();
    }

    private void assertAt(int step, String title, CardKind alone) {
        UserRobot.settle();
        assertThat(place()).isEqualTo(step + " / " + (CardKind.values().length + 1) + " · " + title);
        assertThat(shownCards()).containsExactly(alone);
        assertThat(card(alone).getWidth())
                .isGreaterThan(0.9 * window.workbench().getWidth());
    }

    private Stream<CardKind> shownCards() {
        return Stream.of(CardKind.values()).filter(kind -> card(kind).isVisible());
    }

    private String place() {
        return textOf("#presentation-place");
    }

    private boolean isShown(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(ClassroomJourneyTest::isVisibleInTree);
    }

    private static boolean isVisibleInTree(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisibleInTree(node.getParent()));
    }

    @Test
    void cellsAreEditedInAPresentationUntilEscapeGivesTheKeysBack() {
        robot.push(KeyCode.F11).push(KeyCode.ENTER);
        assertThat(place()).contains("Esc");
        robot.push(KeyCode.RIGHT);
        assertThat(card(CardKind.LOGITS).grid().active().orElseThrow().cell()).isEqualTo(1);
        robot.write("2.5").push(KeyCode.ENTER);
        assertThat(session().experiment().logits().at(1)).isEqualTo(2.5f);
        assertLossShown(computedLoss());
        robot.write("7").push(KeyCode.ESCAPE);
        assertThat(place()).contains("1 / ").contains("Esc");
        robot.push(KeyCode.ESCAPE).push(KeyCode.RIGHT);
        assertAt(2, "probabilities q", CardKind.PROBABILITIES);
        click(CardKind.PROBABILITIES, 1, 2);
        assertThat(window.workspace().view().selection()).isEqualTo(new PixelSelection(0, 1, 1, 0));
        robot.push(KeyCode.PAGE_DOWN).push(KeyCode.RIGHT);
        assertAt(4, "one-hot p", CardKind.ONE_HOT);
        assertThat(isShown("#selected-pixel")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(window.workspace().view().presentationProperty().get()).isEmpty();
    }

    @Test
    void theLanguageSwitchesInTheMiddleOfAPresentation() {
        robot.clickOn("#present").push(KeyCode.RIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(place()).isEqualTo("2 / " + (CardKind.values().length + 1) + " · 概率 q");
        assertThat(card(CardKind.PROBABILITIES).lookup(".card-title"))
                .isInstanceOfSatisfying(
                        Label.class, title -> assertThat(title.getText()).isEqualTo("概率 q"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L).push(KeyCode.ESCAPE);
    }

    @Test
    void zoomMakesAllTypeLargerAndTheGridsToo() {
        Label facts = robot.lookup("#card-logits-facts .label").queryAs(Label.class);
        double before = facts.getFont().getSize();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.CONTROL, KeyCode.EQUALS);
        UserRobot.settle();
        double zoom = window.workspace().view().zoomProperty().get();
        assertThat(zoom).isEqualTo(1.25);
        assertThat(facts.getFont().getSize() / before).isBetween(1.2, 1.3);
        assertThat(card(CardKind.LOGITS).grid().unit()).isBetween(1.2, 1.3);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        UserRobot.settle();
        assertThat(facts.getFont().getSize()).isEqualTo(before);
        assertThat(card(CardKind.LOGITS).grid().unit()).isEqualTo(1);
    }

    @Test
    void theSheetShowsEveryKeyThatIsInstalledInBothLanguages() {
        Scene scene = stage.getScene();
        assertThat(scene.getAccelerators().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Shortcut.values())
                        .flatMap(shortcut -> shortcut.combinations().stream())
                        .toList());
        robot.push(KeyCode.F1);
        for (Language language : Language.values()) {
            robot.interact(
                    () -> window.workspace().messages().languageProperty().set(language));
            assertThat(sheetTexts())
                    .contains(Stream.<KeyHelp[]>of(Shortcut.values(), LocalKey.values(), CellCommand.values())
                            .flatMap(Stream::of)
                            .flatMap(line -> Stream.of(
                                    line.keys(window.workspace().messages()),
                                    window.workspace().messages().get(line.meaning())))
                            .toArray(String[]::new));
        }
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#shortcut-sheet").queryAll()).isEmpty();
        robot.interact(() -> window.workspace().messages().languageProperty().set(Language.ENGLISH));
    }

    private Stream<String> sheetTexts() {
        UserRobot.settle();
        return robot
                .from(robot.lookup("#shortcut-sheet").<Node>query())
                .lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText);
    }

    @Test
    void whatTheUserChoosesIsThereAtTheNextStart() {
        Path file = folder.resolve("lossgrid").resolve("settings.properties");
        PreferenceStore settings = new PreferenceFile(file, new Background());
        robot.interact(() -> window.remember(settings, settings.load()));
        assertThat(file).doesNotExist();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        await("the theme", () -> settings.load().theme().equals(Optional.of(Theme.DARK)));
        assertThat(settings.load().language()).isEmpty();
        robot.clickOn("#language").push(KeyCode.CONTROL, KeyCode.MINUS);
        Preferences chosen = new Preferences(Optional.of(Language.CHINESE), Optional.of(Theme.DARK), 0.9);
        await("the rest", () -> settings.load().equals(chosen));
        assertThat(folder.resolve("lossgrid")).isDirectoryContaining(Files::isRegularFile);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        robot.interact(() -> window.remember(settings, chosen));
        assertThat(window.workspace().view().zoomProperty().get()).isEqualTo(0.9);
    }
}
