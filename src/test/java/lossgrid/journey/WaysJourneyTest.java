package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.SetCell;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.ways.Way;
import lossgrid.ui.board.StageCard;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.PixelSelection;
import org.junit.jupiter.api.Test;

/** A user asks how the one number comes about, and walks it down. */
class WaysJourneyTest extends Journey {
    private boolean isShown(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    /** Presses a control by the keyboard: the side panel may be scrolled out of the pointer's reach. */
    private void press(String query) {
        robot.interact(() -> robot.lookup(query).query().requestFocus());
        robot.push(KeyCode.SPACE);
        UserRobot.settle();
    }

    private String numberBy(Way.Kind kind) {
        return textOf("#way-" + kind.name().toLowerCase(Locale.ROOT) + "-value");
    }

    @Test
    void anIgnoredLabelPartsTheMeanOfMeansFromTheMeanOverAll() {
        assertThat(textOf("#ledger-form")).isEqualTo("8 pixels");
        press("#mean-of-means");
        assertThat(textOf("#ledger_difference")).isEqualTo("0.0000");
        type(CardKind.LABELS, 0, 0, "-100");
        assertThat(textOf("#ledger-form")).isEqualTo("8 pixels − 1 ignored");
        assertThat(textOf("#ledger_over_all")).isEqualTo(shownLoss());
        assertThat(textOf("#ledger_of_means")).isNotEqualTo(shownLoss());
        assertThat(textOf("#ledger-why")).startsWith("The batches have different denominators, from 3 to 4,");
        robot.clickOn("#language");
        assertThat(textOf("#ledger-why")).startsWith("各批次的分母不同（3 至 4）");
        press("#mean-over-all");
        assertThat(isShown("#ledger-why")).isFalse();
        press("#mean-over-all");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        press("#mean-of-means");
        assertThat(textOf("#ledger_difference")).isEqualTo("0.0000");
    }

    @Test
    void everyWayReadsTheSameNumber() {
        for (Way.Kind kind : List.of(
                Way.Kind.BY_HAND, Way.Kind.NLL_OF_LOG_SOFTMAX, Way.Kind.CROSS_ENTROPY, Way.Kind.BCE_OF_DIFFERENCE)) {
            assertThat(numberBy(kind)).startsWith("0.98233");
        }
        assertThat(textOf("#ways-verdict")).startsWith("✓ agree within ").contains("e-");
        openLesson("lesson-single_channel");
        for (Way.Kind kind : List.of(
                Way.Kind.BINARY_BY_HAND,
                Way.Kind.BCE_OF_SIGMOID,
                Way.Kind.BCE_WITH_LOGITS,
                Way.Kind.CROSS_ENTROPY_OF_PAIR)) {
            assertThat(numberBy(kind)).startsWith("0.686");
        }
        type(CardKind.LOGITS, 0, 0, "200");
        assertThat(textOf("#ways-verdict")).isEqualTo("⚠ differ by ∞");
        assertThat(textOf("#reason-sigmoid_saturated")).contains("in 1 cell:");
        assertThat(textOf("#reason-bce_clamped")).contains("at −100");
        robot.interact(() -> robot.lookup("#way-bce_of_sigmoid").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("F.binary_cross_entropy(torch.sigmoid(x), y)"));
    }

    @Test
    void aDoubleSoftmaxStandsFirstAndApart() {
        Recipe twice = new Recipe(new Activation.Softmax(1), LossKind.CROSS_ENTROPY_LOSS);
        robot.interact(() -> session().apply(new Edit.SetRecipe(twice)));
        assertThat(Double.parseDouble(textOf("#way-stray-value")))
                .isCloseTo(Double.parseDouble(shownLoss()), within(1e-4));
        assertThat(textOf("#ways-stray")).contains("its result differs from theirs");
        assertThat(numberBy(Way.Kind.CROSS_ENTROPY)).startsWith("0.98233");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(isShown("#way-stray")).isFalse();
    }

    @Test
    void threeStepsGoDownAndEachIsUndone() {
        Tensor before = session().experiment().logits();
        press("#descent-step");
        press("#descent-step");
        press("#descent-step");
        assertThat(textOf("#descent-steps")).isEqualTo("3");
        assertThat(textOf("#curve-first")).isEqualTo("0.9823");
        assertThat(textOf("#curve-last")).isEqualTo(shownLoss());
        assertThat(Double.parseDouble(shownLoss())).isLessThan(0.95);
        press("#descent-reset");
        assertThat(session().experiment().logits()).isEqualTo(before);
        assertThat(isShown("#curve-first")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(shownLoss()).isNotEqualTo("0.9823");
    }

    @Test
    void aRunIsUndoneAtOnce() {
        Experiment before = session().experiment();
        press("#descent-run");
        assertThat(textOf("#descent-run")).isEqualTo("Stop");
        await("three steps", () -> Integer.parseInt(textOf("#descent-steps")) >= 3);
        press("#descent-run");
        String reached = shownLoss();
        assertThat(Double.parseDouble(reached)).isLessThan(0.95);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment()).isSameAs(before);
        assertThat(session().frame().canUndo()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertLossShown(reached);
    }

    /**
     * However long something else has kept the window from it: a run that makes up for lost steps would never get out
     * of a slow machine's way.
     */
    @Test
    void aRunTakesAtMostOneStepAFrame() {
        List<Integer> steps = new CopyOnWriteArrayList<>();
        robot.interact(() -> stage.getScene()
                .addPostLayoutPulseListener(() -> steps.add(Integer.parseInt(textOf("#descent-steps")))));
        press("#descent-run");
        await("a step", () -> !steps.isEmpty() && steps.getLast() >= 1);
        robot.interact(() -> robot.sleep(400));
        press("#descent-run");
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i) - steps.get(i - 1)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aRunEndsWithItsWindow() {
        press("#descent-run");
        await("a step", () -> Integer.parseInt(textOf("#descent-steps")) >= 1);
        Button run = robot.lookup("#descent-run").queryButton();
        robot.interact(() -> stage.hide());
        assertThat(run.getText()).isEqualTo("Run");
    }

    @Test
    void anEditStopsARunAndARefusalDisablesIt() {
        press("#descent-run");
        await("a step", () -> Integer.parseInt(textOf("#descent-steps")) >= 1);
        robot.interact(() -> session().apply(SetCell.logit(0, 1f)));
        assertThat(textOf("#descent-run")).isEqualTo("Run");
        assertThat(textOf("#descent-steps")).isEqualTo("0");
        assertThat(session().experiment().logits().at(0)).isEqualTo(1f);
        type(CardKind.LABELS, 0, 0, "7");
        assertThat(robot.lookup("#descent-step").query().isDisabled()).isTrue();
        assertThat(textOf("#descent-note")).isEqualTo("No gradient: PyTorch raises an error for this loss.");
        assertThat(numberBy(Way.Kind.CROSS_ENTROPY)).isEqualTo("error");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(robot.lookup("#descent-step").query().isDisabled()).isFalse();
        assertThat(isShown("#descent-note")).isFalse();
    }

    @Test
    void aLargeDocumentStepsInTheBackground() {
        Experiment large = session()
                .experiment()
                .withLogits(Tensor.generate(Shape.of(1, 2, 256, 257), i -> (i % 11) / 4f - 1))
                .withLabels(LabelArray.ofLongs(DType.INT64, Shape.of(1, 256, 257), i -> i % 2));
        robot.interact(() -> session().open(large));
        await("the analysis", () -> !session().frame().isComputing());
        float before = session().analysis().loss().value().orElseThrow().value();
        press("#descent-step");
        await("a step", () -> textOf("#descent-steps").equals("1"));
        press("#descent-run");
        await("more steps", () -> Integer.parseInt(textOf("#descent-steps")) >= 3);
        press("#descent-run");
        assertThat(textOf("#descent-run")).isEqualTo("Run");
        await("the last analysis", () -> !session().frame().isComputing());
        assertThat(session().analysis().loss().value().orElseThrow().value()).isLessThan(before);
        press("#descent-reset");
        await("the first logits", () -> session().experiment().logits().equals(large.logits()));
    }

    @Test
    void aRateThatIsNoneIsToldAndTheSliderFollowsAGoodOne() {
        robot.interact(() -> robot.lookup(".side-panel").<ScrollPane>query().setVvalue(1));
        robot.clickOn("#descent-rate").push(KeyCode.CONTROL, KeyCode.A).write("fast");
        assertThat(textOf("#descent-note")).isEqualTo("η must be a number above 0.");
        assertThat(robot.lookup("#descent-run").query().isDisabled()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("100");
        assertThat(isShown("#descent-note")).isFalse();
        robot.interact(() -> robot.lookup("#descent-slider").query().requestFocus());
        robot.push(KeyCode.LEFT);
        assertThat(robot.lookup("#descent-rate").queryTextInputControl().getText())
                .isEqualTo("79");
    }

    @Test
    void theGradientIsDrawnUnderTheLoss() {
        assertThat(textOf("#card-gradient-expression")).isEqualTo("loss.backward(); x.grad");
        StageCard loss = card(CardKind.LOSS);
        StageCard gradient = card(CardKind.GRADIENT);
        assertThat(gradient.getLayoutX()).isEqualTo(loss.getLayoutX());
        assertThat(gradient.getLayoutY()).isGreaterThan(loss.getLayoutY() + loss.getHeight());
        assertThat(gradient.grid().grid().orElseThrow().text(0, 2)).isEqualTo("0.0690");
        click(CardKind.GRADIENT, 1, 2);
        assertThat(window.workspace().view().selection()).isEqualTo(new PixelSelection(0, 1, 1, 0));
    }
}
