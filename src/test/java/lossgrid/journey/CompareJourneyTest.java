package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.FindingKind;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.ui.compare.CompareMaps;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.Screen;
import org.junit.jupiter.api.Test;

/** Someone puts what the code does beside what it should do. */
class CompareJourneyTest extends Journey {
    private static final Mistake TWICE = Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY;

    private CompareMaps maps() {
        return window.workbench().doctor().compare().board().maps();
    }

    private static String number(Comparison comparison, ComparisonSide side) {
        return NumberDisplay.fixed(comparison.number(side).orElseThrow(), NumberDisplay.DEFAULT_DIGITS);
    }

    private Point2D middle(CompareMaps.Kind kind, int cell) {
        GridView grid = maps().grid(kind);
        GridGeometry geometry = grid.geometry().orElseThrow();
        CellRef ref = new CellRef(0, cell);
        return grid.localToScreen(geometry.cellX(ref) + geometry.cell() / 2, geometry.cellY(ref) + geometry.cell() / 2);
    }

    private List<String> facts() {
        List<String> out = new ArrayList<>();
        for (Node line : ((Parent) robot.lookup("#compare-facts").query()).getChildrenUnmodifiable()) {
            out.add(((Labeled) line).getText());
        }
        return out;
    }

    @Test
    void aMistakeOfTheCatalogueShowsBothNumbersAndTheirDifferenceWithoutAFile() {
        Comparison comparison = Comparison.of(TWICE.pair());
        robot.push(KeyCode.F7);
        robot.write("softmax before");
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        UserRobot.settle();
        assertThat(robot.lookup("#popover").query().isVisible()).isFalse();
        assertThat(textOf("#compare-title")).isEqualTo("Softmax before CrossEntropyLoss");
        assertThat(textOf("#compare-left-number")).isEqualTo(number(comparison, ComparisonSide.LEFT));
        assertThat(textOf("#compare-right-number")).isEqualTo(number(comparison, ComparisonSide.RIGHT));
        assertThat(textOf("#compare-left-recipe")).isEqualTo("softmax → CrossEntropyLoss");
        assertThat(textOf("#compare-number"))
                .isEqualTo(
                        "+" + NumberDisplay.fixed(comparison.numberDifference().orElseThrow(), 4));
        float difference = comparison.difference().orElseThrow().values().at(5);
        assertThat(maps().valueAt(CompareMaps.Kind.DIFFERENCE, new CellRef(0, 5)))
                .hasValue(difference);
        assertThat(facts()).anyMatch(line -> line.startsWith("largest +")).anyMatch(line -> line.contains("weaker"));

        robot.moveTo(middle(CompareMaps.Kind.LEFT, 5));
        UserRobot.settle();
        assertThat(textOf("#compare-pixel"))
                .startsWith("pixel (0, 1, 1): ")
                .contains("+" + NumberDisplay.fixed(difference, 4));
        robot.clickOn("#compare-quantity-gradient");
        UserRobot.settle();
        assertThat(maps().grid(CompareMaps.Kind.RIGHT).grid().orElseThrow().value(0, 0))
                .hasValue(comparison.right().gradient().value().orElseThrow().at(0));
        assertThat(session().frame().canUndo()).isFalse();

        robot.clickOn("#compare-close");
        robot.clickOn("#compare-filter").write("target 255");
        UserRobot.settle();
        robot.clickOn("#compare-filter").eraseText(10).write("void 255");
        robot.push(KeyCode.ENTER);
        UserRobot.settle();
        assertThat(textOf("#compare-left-refusal")).isEqualTo("IndexError: Target 255 is out of bounds.");
        assertThat(textOf("#compare-left-number")).isEqualTo("—");
        assertThat(maps().frame(CompareMaps.Kind.DIFFERENCE).isVisible()).isFalse();
    }

    @Test
    void aFixFillsBothSidesAndIsTakenOverAsOneStep() {
        robot.interact(() -> {
            session().apply(new Edit.SetRecipe(new Recipe(new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS)));
            window.workspace().view().screenProperty().set(Screen.DOCTOR);
        });
        Experiment wrong = session().experiment();
        robot.clickOn("#finding-" + FindingKind.SOFTMAX_BEFORE_CROSS_ENTROPY.key() + "-fix-0-compare");
        UserRobot.settle();
        assertThat(textOf("#compare-left-number")).isEqualTo(shownLoss());
        assertThat(textOf("#compare-right-number")).isEqualTo("0.9823");
        assertThat(robot.lookup("#compare-left-take").query().isDisabled()).isTrue();

        robot.clickOn("#compare-right-take");
        UserRobot.settle();
        assertLossShown("0.9823");
        assertThat(textOf("#compare-left-number")).isEqualTo("0.9823");
        assertThat(facts()).anyMatch(line -> line.contains("both sides agree"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment()).isSameAs(wrong);
        assertThat(textOf("#compare-left-number")).isEqualTo(shownLoss()).isNotEqualTo("0.9823");
    }

    @Test
    void aVariantIsChangedInPlaceWithoutTheDocument() {
        Experiment document = session().experiment();
        robot.clickOn("#screen-doctor").clickOn("#compare-variant").clickOn("#compare-right-edit");
        UserRobot.settle();
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<LossKind> losses = robot.lookup("#side-loss").queryAs(ComboBox.class);
            losses.setValue(LossKind.NLL_LOSS);
        });
        UserRobot.settle();
        robot.interact(() ->
                robot.lookup("#side-reduction-sum").queryAs(ToggleButton.class).fire());
        UserRobot.settle();
        assertThat(textOf("#compare-right-recipe")).isEqualTo("NLLLoss");
        assertThat(textOf("#compare-right-setup")).contains("reduction='sum'");
        assertThat(textOf("#compare-left-recipe")).isEqualTo("CrossEntropyLoss");
        assertThat(session().experiment()).isSameAs(document);
        String right = textOf("#compare-right-number");
        assertEverythingHasAName();

        robot.interact(() -> robot.lookup("#compare-swap").queryButton().fire());
        UserRobot.settle();
        assertThat(textOf("#compare-left-number")).isEqualTo(right);
        assertThat(textOf("#compare-right-number")).isEqualTo("0.9823");
        robot.interact(() -> robot.lookup("#compare-left-take").queryButton().fire());
        UserRobot.settle();
        assertThat(session().experiment().recipe().loss()).isEqualTo(LossKind.NLL_LOSS);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment()).isSameAs(document);
    }

    @Test
    void aSideOfAMistakeIsOpenedAsTheDocument() {
        robot.interact(() -> {
            window.workspace().view().screenProperty().set(Screen.DOCTOR);
            window.workspace().view().comparing().showMistake(TWICE);
        });
        UserRobot.settle();
        robot.clickOn("#compare-left-take");
        UserRobot.settle();
        assertThat(session().experiment().title()).isEqualTo("Softmax before CrossEntropyLoss");
        assertThat(session().experiment().recipe().activation()).isEqualTo(new Activation.Softmax(1));
        assertThat(textOf("#compare-left-number")).isEqualTo(shownLoss());
        String wrong = shownLoss();
        robot.clickOn("#compare-right-take");
        UserRobot.settle();
        assertThat(session().experiment().recipe().activation()).isEqualTo(new Activation.None());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertLossShown(wrong);
    }

    private void assertEverythingHasAName() {
        List<Node> nodes = new ArrayList<>();
        collect(window.workbench().doctor().compare(), nodes);
        assertThat(nodes)
                .hasSizeGreaterThan(10)
                .allSatisfy(node -> assertThat(name(node)).as(node.toString()).isNotBlank());
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable()) {
            into.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static String name(Node node) {
        Object spoken = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return Optional.ofNullable(node.getAccessibleText()).orElse("")
                + (spoken == null ? "" : spoken)
                + (node instanceof Labeled labeled ? labeled.getText() : "");
    }
}
