package lossgrid.ui.side;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.model.ways.Way;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Notices;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.SideText;

/**
 * One way to compute the loss: its name and number; with the pointer or the focus also its PyTorch code, which can then
 * be copied.
 */
final class WayRow extends VBox {
    private static final int DIGITS = 6;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass STRAY = PseudoClass.getPseudoClass("stray");

    private final Messages messages;
    private final Label name = SectionNodes.label("", "way-name", "mono");
    private final Label mark = SectionNodes.label("", "chip");
    private final Label value = SectionNodes.label("", "way-value", "mono");
    private final Label obstacle = SectionNodes.note("", "hint");
    private final Label code = SectionNodes.note("", "card-expression");
    private String expression = "";

    WayRow(String id, Messages messages, Notices notices) {
        this.messages = messages;
        getStyleClass().add("way");
        setId(id);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        value.setId(id + "-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        // A long recipe takes two lines.
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(name, mark, value);
        line.getStyleClass().add("line");
        code.getStyleClass().add("mono");
        getChildren().add(line);
        Tooltips.install(this, code.textProperty(), "mono");
        focusedProperty().subscribe(focused -> show(code, focused));
        setOnMousePressed(_ -> requestFocus());
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                notices.copyCode(expression);
                event.consume();
            }
        });
    }

    void show(Way way, boolean own) {
        String form = way.kind().shortForm();
        show(way.kind().isByHand() ? messages.get(SideText.WAYS_BY_HAND, form) : form, way.expression(), way.outcome());
        mark(own);
        pseudoClassStateChanged(OWN, own);
        pseudoClassStateChanged(STRAY, false);
    }

    /** Shows the result of a recipe that is not a correct way. */
    void showStray(String recipe, Way.Outcome outcome, boolean differs) {
        show(recipe, recipe, outcome);
        mark(true);
        pseudoClassStateChanged(OWN, true);
        pseudoClassStateChanged(STRAY, differs);
    }

    /**
     * Adds a text under the line, the reason before the code, instead of hiding it, since hidden nodes are styled too.
     */
    private void show(Label text, boolean shown) {
        if (!shown) {
            getChildren().remove(text);
        } else if (!getChildren().contains(text)) {
            getChildren().add(text.equals(obstacle) ? 1 : getChildren().size(), text);
        }
    }

    private void mark(boolean own) {
        mark.setText(messages.get(SideText.WAYS_OWN));
        SectionNodes.show(mark, own);
    }

    private void show(String shortForm, String full, Way.Outcome outcome) {
        name.setText(shortForm);
        expression = full;
        Optional<String> words = words(outcome);
        code.setText(full + words.map(text -> "\n" + text).orElse(""));
        value.setText(
                switch (outcome) {
                    case Way.Outcome.Value(float number, var _) -> NumberDisplay.fixed(number, digits(number));
                    case Way.Outcome.Raises _ -> messages.get(SideText.WAYS_REFUSED);
                    case Way.Outcome.NotApplicable _ -> messages.get(SideText.WAYS_NOT_APPLICABLE);
                });
        boolean aside = outcome instanceof Way.Outcome.NotApplicable;
        obstacle.setText(aside ? words.orElse("") : "");
        show(obstacle, aside);
        pseudoClassStateChanged(ASIDE, aside);
        pseudoClassStateChanged(REFUSED, outcome instanceof Way.Outcome.Raises);
        setAccessibleText(shortForm + ": " + value.getText());
        setAccessibleHelp(code.getText());
    }

    /** The digits that keep all numbers about the same length. */
    private static int digits(float number) {
        double magnitude = Math.abs((double) number);
        return magnitude >= 1 && magnitude < Float.MAX_VALUE
                ? Math.max(0, DIGITS - (int) Math.floor(Math.log10(magnitude)))
                : DIGITS;
    }

    /** The reason why there is no number. */
    private Optional<String> words(Way.Outcome outcome) {
        return switch (outcome) {
            case Way.Outcome.Value _ -> Optional.empty();
            case Way.Outcome.Raises(var type, String message) -> Optional.of(type.pythonName() + ": " + message);
            case Way.Outcome.NotApplicable(var why) ->
                Optional.of(messages.get(
                        switch (why) {
                            case NO_LABEL_SMOOTHING -> SideText.OBSTACLE_NO_LABEL_SMOOTHING;
                            case NO_PROBABILITIES -> SideText.OBSTACLE_NO_PROBABILITIES;
                            case NO_POS_WEIGHT -> SideText.OBSTACLE_NO_POS_WEIGHT;
                            case SHAPES_DIFFER -> SideText.OBSTACLE_SHAPES_DIFFER;
                        }));
        };
    }
}
