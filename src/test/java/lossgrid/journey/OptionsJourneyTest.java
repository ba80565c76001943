package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.ClassColor;
import lossgrid.paint.color.ColorMapName;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.color.ValueRange;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.setup.OptionEditor;
import org.junit.jupiter.api.Test;

/** A teacher changes the loss's options, the shape, and how numbers look. */
class OptionsJourneyTest extends Journey {
    /** Replaces what a field holds, and presses Enter. */
    private void fill(String field, String text) {
        robot.interact(() -> {
            TextField box = robot.lookup(field).queryAs(TextField.class);
            box.requestFocus();
            box.selectAll();
        });
        robot.write(text).push(KeyCode.ENTER);
        UserRobot.settle();
    }

    private boolean popoverIsShown() {
        return robot.lookup("#popover").query().isVisible();
    }

    private boolean isUnread(String query) {
        return robot.lookup(query).query().getPseudoClassStates().contains(OptionEditor.UNREAD);
    }

    @Test
    void optionsChangeTheLossFromTheirChips() {
        robot.clickOn("#chip-label_smoothing");
        fill("#edit-label_smoothing", "0.25");
        assertThat(session().experiment().options().labelSmoothing()).isEqualTo(0.25);
        assertLossShown(computedLoss());
        String smoothed = shownLoss();
        robot.push(KeyCode.ESCAPE);
        assertThat(popoverIsShown()).isFalse();

        robot.clickOn("#chip-ignore_index");
        fill("#edit-ignore_index", "1");
        assertThat(textOf("#chip-ignore_index")).isEqualTo("ignore_index: 1");
        assertThat(shownLoss()).isEqualTo(computedLoss()).isNotEqualTo(smoothed);
        assertThat(textOf("#special-ignored")).isEqualTo("ignored 5");

        robot.clickOn("#chip-reduction");
        robot.clickOn("#edit-reduction-sum");
        assertThat(session().experiment().options().reduction()).isEqualTo(Reduction.SUM);
        robot.push(KeyCode.ESCAPE);
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertLossShown("0.9823");
    }

    @Test
    void aBadWeightStaysWithItsReasonAndAWrongOneIsRefusedOnTheCard() {
        robot.clickOn("#chip-weight");
        fill("#edit-weight", "[1, two]");
        assertThat(textOf("#edit-weight-reason")).isEqualTo("Character 5: “two” is not a number.");
        assertThat(session().frame().canUndo()).isFalse();
        fill("#edit-weight", "[1, 2, 3]");
        assertThat(robot.lookup("#edit-weight-reason").query().isVisible()).isFalse();
        assertThat(textOf("#card-loss-refusal")).contains("weight tensor should be defined");
        assertThat(card(CardKind.PROBABILITIES).grid().isVisible()).isTrue();
        fill("#edit-weight", "[1, 2]");
        assertThat(session().experiment().options().weight()).isEqualTo(Tensor.vector(1, 2));
        assertLossShown(computedLoss());
        assertThat(textOf("#chip-weight")).isEqualTo("weight: [1, 2]");
    }

    @Test
    void aThirdClassIsThreePlanesAndOneUndoStep() {
        Experiment before = session().experiment();
        robot.push(KeyCode.CONTROL, KeyCode.E);
        robot.clickOn("#size-c-more");
        UserRobot.settle();
        assertThat(card(CardKind.LOGITS).grid().grid().orElseThrow().shape().columns())
                .isEqualTo(3);
        assertThat(card(CardKind.ONE_HOT).grid().grid().orElseThrow().shape().columns())
                .isEqualTo(3);
        assertThat(session().experiment().classes()).hasSize(3);
        assertLossShown(computedLoss());
        fill("#size-h", "0");
        assertThat(textOf("#size-reason")).isEqualTo("A size must be at least 1.");
        fill("#size-h", "3");
        assertThat(session().experiment().labels().shape()).isEqualTo(Shape.of(2, 3, 2));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment()).isEqualTo(before);
    }

    @Test
    void aWrongRecipeIsLegalAndRefusedInPyTorchsWords() {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        choose("#activation", "softmax");
        fill("#dim", "9");
        assertThat(session().experiment().recipe().activation()).isEqualTo(new Activation.Softmax(9));
        assertThat(textOf("#card-probabilities-refusal")).startsWith("IndexError: Dimension out of range");
        assertThat(card(CardKind.LABELS).grid().isVisible()).isTrue();
        fill("#dim", "1");
        choose("#loss", "NLLLoss");
        assertThat(session().experiment().recipe().loss()).isEqualTo(LossKind.NLL_LOSS);
        assertThat(isUnread("#chip-label_smoothing")).isTrue();
        assertThat(isUnread("#chip-weight")).isFalse();
        choose("#loss", "BCEWithLogitsLoss");
        assertThat(textOf("#card-loss-refusal")).startsWith("ValueError: Target size");
        assertThat(robot.lookup("#chip-pos_weight").query().isVisible()).isTrue();
        assertThat(isUnread("#chip-ignore_index")).isTrue();
    }

    private <T> void choose(String box, String shown) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> choices = robot.lookup(box).queryAs(ComboBox.class);
            choices.getItems().stream()
                    .filter(item -> choices.getConverter().toString(item).equals(shown))
                    .forEach(choices::setValue);
        });
        UserRobot.settle();
    }

    @Test
    void classesTakeNamesAndColours() {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        fill("#class-name-1", "cell");
        assertThat(session().experiment().classes()).containsExactly("background", "cell");
        robot.interact(() -> {
            ColorPicker picker = robot.lookup("#class-color-1").queryAs(ColorPicker.class);
            picker.setValue(Color.rgb(1, 2, 3));
            picker.fireEvent(new ActionEvent());
        });
        assertThat(session().experiment().colors()).hasSize(2).last().isEqualTo(new ClassColor(0x010203));
        assertThat(card(CardKind.LABELS).grid().grid().orElseThrow().argb(0, 1)).isEqualTo(0xff010203);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().experiment().colors()).isEqualTo(List.of());
    }

    @Test
    void aLockedRangeAMapAndDigitsStayWhateverTheValues() {
        robot.clickOn("#card-logits-colors");
        robot.clickOn("#range-locked");
        fill("#range-low", "-4");
        fill("#range-high", "-5");
        assertThat(textOf("#range-reason")).isEqualTo("The minimum must be less than the maximum.");
        fill("#range-high", "4");
        robot.clickOn("#map-vik");
        robot.clickOn("#digits-3");
        robot.push(KeyCode.ESCAPE);
        ColorSettings colors = window.workspace().view().colors();
        assertThat(colors.lock(NumberKind.DIVERGING)).contains(new ValueRange(-4, 4));
        assertThat(colors.map(NumberKind.DIVERGING)).isEqualTo(ColorMapName.VIK);
        assertLossShown("0.982");
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertLossShown("0.98");
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertLossShown("0.98");
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        }
        assertThat(shownLoss()).matches("0\\.9823\\d\\d");
        int color = card(CardKind.LOGITS).grid().grid().orElseThrow().argb(0, 0);
        type(CardKind.LOGITS, 0, 3, "40");
        assertThat(card(CardKind.LOGITS).grid().grid().orElseThrow().argb(0, 0)).isEqualTo(color);
        assertThat(card(CardKind.LOGITS).colorBar().tickTexts()).containsExactly("−4", "−2", "0", "2", "4");
        assertThat(session().frame().isUnsaved()).isTrue();
    }

    @Test
    void theBarMarksTheNumberUnderThePointerAndThatOfTheSelectedPixel() {
        click(CardKind.LOGITS, 1, 0);
        assertThat(card(CardKind.LOGITS).colorBar().marked()).isEqualTo(OptionalDouble.of(0.6873f));
        robot.moveTo(middle(CardKind.LOGITS, 0, 1));
        UserRobot.settle();
        assertThat(card(CardKind.LOGITS).colorBar().marked()).isEqualTo(OptionalDouble.of(-0.1922f));
        Node loss = card(CardKind.LOSS).colorBar();
        assertThat(loss.getAccessibleText()).isEqualTo("Colours of Losses: 0 to 2");
        type(CardKind.LOGITS, 0, 0, "nan");
        assertThat(textOf("#special-nan")).startsWith("NaN ");
    }

    @Test
    void escapeAndPressesElsewhereCloseAPopover() {
        robot.interact(() -> robot.lookup("#chip-reduction").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(popoverIsShown()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(popoverIsShown()).isFalse();
        assertThat(robot.lookup("#chip-reduction").query().isFocused()).isTrue();
        robot.clickOn("#chip-reduction");
        assertThat(popoverIsShown()).isTrue();
        click(CardKind.LOGITS, 0, 1);
        assertThat(popoverIsShown()).isFalse();
        assertThat(card(CardKind.LOGITS).grid().isFocused()).isTrue();
    }
}
