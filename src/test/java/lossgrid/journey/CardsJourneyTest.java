package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import lossgrid.ui.board.StageCard;
import lossgrid.ui.session.CardKind;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;

/** Folding and maximizing cards, and a board that is larger than its window. */
class CardsJourneyTest extends Journey {
    private double cell(CardKind kind) {
        UserRobot.settle();
        return card(kind).grid().geometry().orElseThrow().cell();
    }

    private List<CardKind> shown() {
        UserRobot.settle();
        return Stream.of(CardKind.values())
                .filter(kind -> card(kind).isVisible())
                .toList();
    }

    private void size(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        UserRobot.settle();
    }

    @Test
    void aDoubleClickOnAHeadGivesACardTheWholeBoard() {
        double before = cell(CardKind.PROBABILITIES);
        robot.doubleClickOn("#card-probabilities .card-title");
        assertThat(shown()).containsExactly(CardKind.PROBABILITIES);
        assertThat(cell(CardKind.PROBABILITIES)).isGreaterThan(before);
        robot.doubleClickOn("#card-probabilities .card-title");
        assertThat(shown()).containsExactly(CardKind.values());
        assertThat(cell(CardKind.PROBABILITIES)).isEqualTo(before);
        click(CardKind.LABELS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        assertThat(shown()).containsExactly(CardKind.LABELS);
        robot.clickOn("#card-labels-maximize");
        assertThat(shown()).hasSize(6);
    }

    @Test
    void aFoldedCardIsItsHeadAndTheCardBesideItTakesItsRoom() {
        double before = card(CardKind.LOGITS).getHeight();
        double below = card(CardKind.LABELS).getHeight();
        click(CardKind.LABELS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        UserRobot.settle();
        assertThat(card(CardKind.LABELS).getHeight()).isLessThan(60);
        assertThat(card(CardKind.LOGITS).getHeight()).isGreaterThan(before + below / 2);
        Button fold = robot.lookup("#card-labels-fold").queryAs(Button.class);
        assertThat(fold.isFocused()).as("the keyboard can unfold it").isTrue();
        assertThat(fold.getAccessibleText()).isEqualTo("Unfold this card");
        robot.interact(() -> window.workspace().messages().languageProperty().set(Language.CHINESE));
        assertThat(fold.getAccessibleText()).isEqualTo("展开此卡片");
        robot.push(KeyCode.SPACE);
        UserRobot.settle();
        assertThat(card(CardKind.LABELS).getHeight()).isEqualTo(below);
        assertThat(card(CardKind.LABELS).grid().isFocused()).isTrue();
        robot.clickOn("#card-labels-fold");
        UserRobot.settle();
        assertThat(card(CardKind.LABELS).getHeight()).isLessThan(60);
        robot.doubleClickOn("#card-labels .card-title");
        UserRobot.settle();
        assertThat(card(CardKind.LABELS).getHeight()).isEqualTo(below);
    }

    /** Folded cards are part of what one sees, not of the document. */
    @Test
    void foldingChangesNothingElse() {
        robot.clickOn("#card-one-hot-fold");
        assertThat(session().frame().canUndo()).isFalse();
        type(CardKind.LOGITS, 0, 0, "3");
        assertLossShown(computedLoss());
        robot.clickOn("#card-one-hot-fold");
        UserRobot.settle();
        assertThat(card(CardKind.ONE_HOT).grid().isVisible()).isTrue();
    }

    /** Larger type means larger cells and numbers; what then has no room is scrolled to. */
    @Test
    void largerTypeMakesCellsLargerAndTheBoardScrolls() {
        double before = cell(CardKind.LOGITS);
        for (int step = 0; step < 4; step++) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
            double larger = cell(CardKind.LOGITS);
            assertThat(larger).isGreaterThan(before);
            before = larger;
        }
        ScrollPane scroll = robot.lookup(".board-scroll").queryAs(ScrollPane.class);
        StageCard gradient = card(CardKind.GRADIENT);
        assertThat(window.workbench().board().getHeight()).isGreaterThan(scroll.getHeight());
        robot.interact(() -> gradient.grid().requestFocus());
        UserRobot.settle();
        Bounds seen = scroll.localToScene(scroll.getLayoutBounds());
        Bounds bounds = gradient.localToScene(gradient.getLayoutBounds());
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(seen.getMaxY() + 1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        UserRobot.settle();
        assertThat(window.workbench().board().getHeight()).isLessThanOrEqualTo(scroll.getHeight());
    }

    @Test
    void smallerTypeHasNoLargerCells() {
        double before = cell(CardKind.LOGITS);
        robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(cell(CardKind.LOGITS)).isLessThanOrEqualTo(before);
    }

    @Test
    void cellsOfAPresentationAreAtLeastAsLarge() {
        for (double width : new double[] {1000, 1280, 1400}) {
            size(width, width == 1400 ? 900 : 720);
            double before = cell(CardKind.LOGITS);
            robot.push(KeyCode.F5);
            UserRobot.settle();
            assertThat(cell(CardKind.LOGITS)).isGreaterThanOrEqualTo(before);
            robot.push(KeyCode.END);
            UserRobot.settle();
            assertThat(cell(CardKind.LOGITS)).isGreaterThanOrEqualTo(before);
            assertThat(shown()).hasSize(6);
            robot.push(KeyCode.ESCAPE);
            UserRobot.settle();
        }
    }

    /** Nor are numbers: one size of type on all cards that have them. */
    @Test
    void cellsOfAllCardsAreOfOneSize() {
        for (double width : new double[] {1000, 1150, 1280, 1400}) {
            size(width, 720);
            assertThat(Stream.of(CardKind.values()).map(this::cell).distinct()).hasSize(1);
        }
    }
}
