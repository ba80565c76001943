package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.api.Test;

/** Someone works without a mouse, or without seeing the screen. */
class AccessibilityJourneyTest extends Journey {
    private static final List<String> REGIONS = List.of("top-bar", "board", "side-panel", "foot");
    private static final int PATIENCE = 90;

    @Test
    void everyControlHasANameAndEverySymbolATooltip() {
        List<Node> nodes = new ArrayList<>();
        type(CardKind.LABELS, 0, 0, "7");
        collect(window.workbench(), nodes);
        assertThat(nodes)
                .filteredOn(Node::isFocusTraversable)
                .hasSizeGreaterThan(10)
                .allSatisfy(node -> assertThat(name(node)).as(node.toString()).isNotBlank());
        assertThat(nodes)
                .filteredOn(node -> node instanceof ButtonBase button && !hasWords(button.getText()))
                .hasSizeGreaterThan(2)
                .allSatisfy(node -> assertThat((String) node.queryAccessibleAttribute(AccessibleAttribute.HELP))
                        .as(node.toString())
                        .isNotBlank());
    }

    /** Symbols such as ↶ are no words; nor are parts of other controls, which have no text of their own. */
    private static boolean hasWords(String text) {
        return text == null || text.codePoints().anyMatch(Character::isLetter) || text.isEmpty();
    }

    private static String name(Node node) {
        Object spoken = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        String own = node.getAccessibleText() != null ? node.getAccessibleText() : "";
        return own + (spoken != null ? spoken : "") + (node instanceof Labeled labeled ? labeled.getText() : "");
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    @Test
    void tabVisitsAllRegionsInOrderAndEveryCard() {
        robot.interact(() -> robot.lookup("#open").query().requestFocus());
        Set<String> regions = new LinkedHashSet<>();
        Set<Node> grids = new LinkedHashSet<>();
        for (int i = 0; i < PATIENCE && regions.size() < REGIONS.size(); i++) {
            regions.add(regionOfFocus());
            if (stage.getScene().getFocusOwner() instanceof GridView grid) {
                grids.add(grid);
            }
            robot.push(KeyCode.TAB);
        }
        assertThat(regions).containsExactlyElementsOf(REGIONS);
        assertThat(grids)
                .containsExactlyElementsOf(Stream.of(CardKind.values())
                        .map(kind -> (Node) card(kind).grid())
                        .toList());
    }

    private String regionOfFocus() {
        UserRobot.settle();
        for (Node up = stage.getScene().getFocusOwner(); up != null; up = up.getParent()) {
            for (String region : REGIONS) {
                if (up.getStyleClass().contains(region)) {
                    return region;
                }
            }
        }
        return "none";
    }

    @Test
    void f6GoesThroughTheRegionsAndBackToTheSameCard() {
        click(CardKind.LABELS, 0, 0);
        assertThat(regionOfFocus()).isEqualTo("board");
        for (String region : List.of("side-panel", "foot", "top-bar", "board")) {
            robot.push(KeyCode.F6);
            assertThat(regionOfFocus())
                    .as("%s", stage.getScene().getFocusOwner())
                    .isEqualTo(region);
        }
        assertThat(card(CardKind.LABELS).grid().isFocused()).isTrue();
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(regionOfFocus()).isEqualTo("top-bar");
    }

    @Test
    void aCellIsReadWithItsCardItsPlaceAndItsValue() {
        GridView logits = card(CardKind.LOGITS).grid();
        click(CardKind.LOGITS, 1, 2);
        assertThat(logits.getAccessibleText()).isEqualTo("logits x, n=0 c=1, row 2 column 1, value 0.2244, selected");
        assertThat(card(CardKind.LOSS).grid().getAccessibleText())
                .isEqualTo("loss per pixel ℓ, n=0, row 2 column 1, value 0.8027, selected");
        type(CardKind.LOGITS, 1, 2, "3");
        robot.push(KeyCode.UP);
        UserRobot.settle();
        robot.clickOn("#language");
        assertThat(logits.getAccessibleText()).startsWith("logits x，n=0 c=1，第 ");
        robot.clickOn("#language");
    }

    @Test
    void aRefusalCanBeReachedWithTheKeyboard() {
        type(CardKind.LABELS, 0, 0, "7");
        Node exception = robot.lookup("#card-loss-refusal").query();
        robot.interact(() -> card(CardKind.LABELS).grid().requestFocus());
        for (int i = 0; i < PATIENCE && !exception.isFocused(); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(exception.isFocused()).isTrue();
    }
}
