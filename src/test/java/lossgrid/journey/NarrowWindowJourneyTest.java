package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;

/** The smallest windows that the program is meant for. */
class NarrowWindowJourneyTest extends Journey {
    /** Names of documents may be cut off: their tooltips have them whole. */
    private static final List<String> MAY_BE_CUT = List.of("lessons", "document-name");

    private void size(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        UserRobot.settle();
        robot.interact(() -> stage.getScene().getRoot().layout());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Every text of one line that is seen, but not in full. */
    private static List<String> cut(Node node) {
        List<String> cut = new ArrayList<>();
        if (MAY_BE_CUT.contains(String.valueOf(node.getId()))) {
            return cut;
        }
        if (node instanceof Labeled labeled && isShown(labeled)) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(child -> child instanceof Text)
                    .map(child -> ((Text) child).getText())
                    .filter(text -> !text.equals(labeled.getText()))
                    .forEach(text -> cut.add(labeled.getText() + " as " + text));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cut.addAll(cut(child)));
        }
        return cut;
    }

    private void assertNothingIsCut() {
        for (Language language : Language.values()) {
            robot.interact(
                    () -> window.workspace().messages().languageProperty().set(language));
            UserRobot.settle();
            assertThat(cut(stage.getScene().getRoot())).as(language.name()).isEmpty();
        }
    }

    @Test
    void nothingIsCutOffAt1280() {
        size(1280, 720);
        openLesson("lesson-asymmetric");
        assertNothingIsCut();
        openLesson("lesson-single_channel");
        assertNothingIsCut();
    }

    @Test
    void theKeysStandInTwoColumnsAt1280() {
        size(1280, 720);
        robot.push(KeyCode.F1);
        List<Node> columns =
                robot.lookup(".sheet-columns").queryAs(Parent.class).getChildrenUnmodifiable();
        assertThat(columns).hasSize(2);
        assertThat(columns.getLast().getLayoutY()).isEqualTo(columns.getFirst().getLayoutY());
        assertThat(columns.getLast().getLayoutX())
                .isGreaterThan(columns.getFirst().getBoundsInParent().getMaxX());
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void everyToolIsInTheBarAt1280() {
        size(1280, 720);
        Region bar = robot.lookup(".top-bar").queryAs(Region.class);
        assertThat(bar.lookup("#more-tools").isVisible()).isFalse();
        Bounds last = robot.lookup("#theme").query().getBoundsInParent();
        assertThat(last.getMaxX()).isLessThanOrEqualTo(bar.getWidth());
    }

    @Test
    void nothingIsCutOffAt1000() {
        size(1000, 720);
        assertNothingIsCut();
        robot.clickOn("#screen-doctor").clickOn("#screen-board").clickOn("#experiment");
        UserRobot.settle();
        assertNothingIsCut();
    }
}
