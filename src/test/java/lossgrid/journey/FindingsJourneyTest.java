package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.api.Test;

class FindingsJourneyTest extends Journey {
    /** A mask of 0 and 255, as picture programs write it. */
    private void openBinaryMask() {
        Experiment lesson = session().experiment();
        LabelArray mask = LabelArray.ofLongs(DType.INT64, Shape.of(2, 2, 2), i -> i % 2 == 0 ? 0 : 255);
        robot.interact(() -> session().open(lesson.withLabels(mask)));
        UserRobot.settle();
    }

    @Test
    void aFindingSaysWhatPyTorchWillAndMendsItInOneStep() {
        openBinaryMask();
        robot.clickOn("#screen-doctor");
        assertThat(robot.lookup("#doctor-findings #finding-binary-mask .raises")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("IndexError: Target 255 is out of bounds.");
        assertThat(shownLoss()).isEqualTo("—");
        robot.clickOn("#doctor-findings #finding-binary-mask-fix-0");
        UserRobot.settle();
        assertThat(session().experiment().encoding()).contains(new Threshold(127));
        assertLossShown(computedLoss());
        assertThat(session().frame().findings().shown())
                .noneMatch(finding -> finding.kind() == FindingKind.BINARY_MASK);
        robot.clickOn("#undo");
        assertThat(session().experiment().encoding()).isEqualTo(List.of());
    }

    @Test
    void thePreviewIsTheLossAfterTheFix() {
        openBinaryMask();
        robot.clickOn("#screen-doctor");
        String preview = robot.lookup("#doctor-findings #finding-binary-mask .finding-preview")
                .queryAs(Label.class)
                .getText();
        robot.clickOn("#doctor-findings #finding-binary-mask-fix-0");
        UserRobot.settle();
        assertThat(preview).isEqualTo("loss — → " + shownLoss());
    }

    /** A network's output opened as labels becomes the logits by one click, and labels again by one undo. */
    @Test
    void logitsAmongTheLabelsAreMovedToTheirPlace() {
        Experiment lesson = session().experiment();
        LabelArray output = new Draw(5).normal(Shape.of(1, 3, 4, 5), 3).toLabels();
        robot.interact(() -> session().open(lesson.withLabels(output)));
        UserRobot.settle();
        robot.clickOn("#screen-doctor");
        assertThat(session().frame().findings().shown())
                .extracting(Finding::kind)
                .startsWith(FindingKind.LOGITS_FOR_LABELS);
        assertThat(shownLoss()).isEqualTo("—");
        robot.clickOn("#doctor-findings #finding-logits-for-labels-fix-0");
        UserRobot.settle();
        assertThat(session().experiment().logits()).isEqualTo(output.toTensor());
        assertLossShown(computedLoss());
        robot.clickOn("#undo");
        UserRobot.settle();
        assertThat(session().experiment()).isEqualTo(lesson.withLabels(output));
    }

    @Test
    void theBoardShowsTheWorstAndOutlinesItsCells() {
        openBinaryMask();
        assertThat(robot.lookup("#board-findings #finding-binary-mask").tryQuery())
                .isPresent();
        ToggleButton show =
                robot.lookup("#board-findings #finding-binary-mask-show").queryAs(ToggleButton.class);
        robot.interact(show::fire);
        assertThat(card(CardKind.LABELS).grid().highlighted()).hasSize(4);
        type(CardKind.LOGITS, 0, 0, "1");
        assertThat(card(CardKind.LABELS).grid().highlighted()).isEmpty();
    }

    /** A note says that all is well, so it has no button that stands out. */
    @Test
    void aNoteHasNoButtonThatStandsOut() {
        Experiment rare = SmallExperiments.ce(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
                .withLogits(SmallExperiments.logits(2, 2, 3, 5))
                .withLabels(SmallExperiments.labels(
                        DType.INT64, Shape.of(2, 3, 5), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        robot.interact(() -> session().open(rare));
        UserRobot.settle();
        robot.clickOn("#screen-doctor");
        UserRobot.settle();
        Button fix =
                robot.lookup("#doctor-findings #finding-class-imbalance-fix-0").queryAs(Button.class);
        assertThat(fix.getStyleClass()).doesNotContain("accent");
        assertThat(textOf("#doctor-findings #finding-class-imbalance-fix-0-changes"))
                .isEqualTo("weight=[2]");
        openBinaryMask();
        assertThat(robot.lookup("#doctor-findings #finding-binary-mask-fix-0")
                        .queryAs(Button.class)
                        .getStyleClass())
                .contains("accent");
    }

    /** A binary loss over three channels has a value for each of them. */
    @Test
    void theLedgerCountsValuesOfABinaryLoss() {
        Experiment lesson = SmallExperiments.bce(0, 1)
                .withLogits(SmallExperiments.logits(1, 3, 4, 5))
                .withLabels(SmallExperiments.labels(DType.FLOAT32, Shape.of(1, 3, 4, 5), 0, 1, 1));
        robot.interact(() -> session().open(lesson));
        UserRobot.settle();
        assertThat(textOf("#ledger_values_counted")).isEqualTo("60 of 60");
        assertThat(robot.lookup("#ledger_counted").tryQuery()).isEmpty();
        robot.interact(
                () -> session().open(lesson.withLabels(SmallExperiments.labels(DType.FLOAT32, Shape.of(4, 5), 1))));
        UserRobot.settle();
        assertThat(robot.lookup("#card-one-hot .waiting").queryAs(Label.class).getText())
                .as("the loss raises, which comes later")
                .isEqualTo("Nothing to show: labels of shape [4, 5] do not fit logits of shape [1, 3, 4, 5].");
    }
}
