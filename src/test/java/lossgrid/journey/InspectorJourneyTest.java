package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import lossgrid.model.derivation.Derivation;
import lossgrid.paint.geometry.CellRef;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.formula.FormulaView;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Highlight;
import lossgrid.ui.side.InspectorSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A student follows a pixel from its logits to its gradient. */
class InspectorJourneyTest extends Journey {
    private static final CellRef OWN_LOGIT = new CellRef(1, 2);

    @BeforeEach
    void selectPixel() {
        click(CardKind.LOGITS, 1, 2);
        await("the formulas", () -> inspector().isTypeset());
    }

    private InspectorSection inspector() {
        return robot.lookup(InspectorSection.class::isInstance).query();
    }

    private String heading() {
        return ((Labeled) inspector().getChildren().getFirst()).getText();
    }

    private FormulaView line(Derivation.Step step) {
        return inspector().line(step).orElseThrow();
    }

    private Point2D middle(FormulaView line, String latex) {
        Rectangle2D bounds = line.boundsOf(latex).orElseThrow();
        return line.localToScreen(bounds.getCenterX(), bounds.getCenterY());
    }

    private Optional<Highlight> highlight() {
        return window.workspace().view().highlightProperty().get();
    }

    @Test
    void theSelectedPixelIsDerivedAndFollowsEdits() {
        assertThat(heading()).isEqualTo("PIXEL n=0 · h=1 · w=0 · label 1");
        assertThat(line(Derivation.Step.LOSS).getAccessibleText())
                .isEqualTo("Loss of this pixel: ℓ = −Σ_cp_c log q_c = −log 0.4481 = 0.8027");
        type(CardKind.LOGITS, 1, 2, "2.5");
        click(CardKind.LOGITS, 1, 2);
        assertThat(line(Derivation.Step.LOGITS).formula().plain()).isEqualTo("x = (0.4326, 2.5)");
        assertThat(line(Derivation.Step.LOGITS).boundsOf("2.5")).isPresent();
        robot.clickOn("#language");
        assertThat(heading()).isEqualTo("像素 n=0 · h=1 · w=0 · 标签 1");
        assertThat(line(Derivation.Step.LOSS).getAccessibleText()).startsWith("该像素的损失: ℓ");
        dialogs.answer(Dialogs.Unsaved.DISCARD);
        openLesson("lesson-single_channel");
        assertThat(line(Derivation.Step.PROBABILITIES).formula().latex()).contains("\\sigma(x)");
    }

    @Test
    void aSymbolOutlinesItsCellsAndACellMarksItsSymbols() {
        robot.moveTo(middle(line(Derivation.Step.PROBABILITIES), "e^{0.2244}"));
        UserRobot.settle();
        assertThat(highlight()).contains(new Highlight(CardKind.LOGITS, List.of(OWN_LOGIT)));
        assertThat(line(Derivation.Step.LOGITS).marked()).isEqualTo(2);
        robot.moveTo(middle(CardKind.LOSS, 0, 2));
        UserRobot.settle();
        assertThat(line(Derivation.Step.LOSS).marked()).isEqualTo(1);
        assertThat(line(Derivation.Step.LOGITS).marked()).isZero();
        robot.moveTo(middle(CardKind.LOSS, 0, 3));
        UserRobot.settle();
        assertThat(line(Derivation.Step.LOSS).marked()).isZero();
        robot.moveTo(middle(CardKind.GRADIENT, 0, 2));
        UserRobot.settle();
        assertThat(line(Derivation.Step.GRADIENT).marked()).isEqualTo(1);
    }

    @Test
    void keysWalkThroughLinesAndSymbols() {
        robot.interact(() -> line(Derivation.Step.LOGITS).requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.LEFT);
        assertThat(highlight()).contains(new Highlight(CardKind.LOGITS, List.of(OWN_LOGIT)));
        robot.push(KeyCode.DOWN);
        assertThat(line(Derivation.Step.PROBABILITIES).isFocused()).isTrue();
        assertThat(highlight()).isEmpty();
        robot.push(KeyCode.RIGHT);
        assertThat(highlight()).contains(new Highlight(CardKind.LOGITS, List.of(OWN_LOGIT)));
    }

    @Test
    void theDerivationIsCopiedAsLatex() {
        robot.clickOn("#copy-latex");
        assertThat(textOf("#copy-latex")).isEqualTo("Copied");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("\\[\n\\begin{aligned}\n")
                .contains("\\ell&=-\\sum\\nolimits_{c}p_{c}\\log q_{c}=-\\log 0.4481=0.8027")
                .endsWith("\\end{aligned}\n\\]\n"));
    }

    @Test
    void inkFollowsTheTheme() {
        var light = line(Derivation.Step.LOSS).inkOf(Derivation.Role.PLAIN);
        robot.clickOn("#theme");
        UserRobot.settle();
        assertThat(line(Derivation.Step.LOSS).inkOf(Derivation.Role.PLAIN))
                .isNotEqualTo(light)
                .isNotEqualTo(Color.TRANSPARENT);
        robot.clickOn("#theme");
    }
}
