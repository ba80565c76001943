package lossgrid.ui.encoding;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.core.array.LabelArray;
import lossgrid.model.analysis.Stage;
import lossgrid.model.edit.EncodingChain;
import lossgrid.model.encoding.EncodingCode;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.StepKind;
import lossgrid.ui.control.BesideOrBelow;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.DoctorText;
import lossgrid.words.StepText;

/** One step of the chain: whether it is on, its line of PyTorch, and its result. */
public final class StepRow extends VBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /** The user's actions on a step. */
    interface Actions {
        void toggle(int at);

        void remove(int at);

        void move(int at, int by);

        /** Opens the arguments beside a node. */
        void edit(int at, Region beside);
    }

    private final int at;
    private final String id;
    private final Actions actions;
    private final Messages messages;
    private final Button code = new Button();

    /** @param ids the prefix of its nodes' ids */
    StepRow(int at, EncodingStep step, Stage<LabelArray> after, Actions actions, Messages messages, String ids) {
        id = ids + "step-" + at;
        this.at = at;
        this.actions = actions;
        this.messages = messages;
        boolean isOff = EncodingChain.isOff(step);
        setId(id);
        getStyleClass().add("step-row");
        pseudoClassStateChanged(OFF, isOff);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        EncodingStep plain = step instanceof Skipped(var off) ? off : step;
        BesideOrBelow said = new BesideOrBelow(code(plain), facts(isOff ? "" : facts(after)));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(number(), on(!isOff), said, remove());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("step-line");
        getChildren().add(line);
        after.exception().ifPresent(thrown -> {
            pseudoClassStateChanged(REFUSED, true);
            Label words = SectionNodes.note(thrown.type().pythonName() + ": " + thrown.message(), "step-refusal");
            words.getStyleClass().add("mono");
            words.setId(id + "-refusal");
            getChildren().add(words);
        });
        setAccessibleText(messages.get(
                isOff ? DoctorText.STEP_SPOKEN_OFF : DoctorText.STEP_SPOKEN,
                Integer.toString(at + 2),
                StepText.in(messages.language()).name(StepKind.of(step)),
                code.getText(),
                after.exception().map(Stage.Raises::message).orElseGet(() -> facts(after))));
        setAccessibleHelp(messages.get(DoctorText.STEP_KEYS));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(_ -> requestFocus());
    }

    static String facts(Stage<LabelArray> after) {
        return after.value().map(LabelArray::summary).orElse("");
    }

    int at() {
        return at;
    }

    /** The number of the step; the first one is that of the raw labels. */
    private Label number() {
        Label number = SectionNodes.label(Integer.toString(at + 2), "step-number", "mono");
        Tooltip.install(number, new Tooltip(messages.get(DoctorText.STEP_KEYS)));
        return number;
    }

    private CheckBox on(boolean isOn) {
        CheckBox on = new CheckBox();
        on.setId(id + "-on");
        on.setSelected(isOn);
        on.setAccessibleText(messages.get(DoctorText.STEP_ON));
        Tooltips.install(on, messages, DoctorText.STEP_ON);
        on.setOnAction(_ -> actions.toggle(at));
        return on;
    }

    private Button code(EncodingStep step) {
        String line = EncodingCode.summary(step, "y");
        code.setText("y = " + line);
        code.setId(id + "-edit");
        code.getStyleClass().addAll("step-code", "mono");
        code.setMnemonicParsing(false);
        code.setMaxWidth(Double.MAX_VALUE);
        code.setMinWidth(0);
        Tooltip whole = new Tooltip(code.getText() + "\n" + messages.get(DoctorText.STEP_EDIT));
        code.setTooltip(whole);
        code.setOnAction(_ -> actions.edit(at, code));
        return code;
    }

    static Label facts(String text) {
        Label facts = SectionNodes.label(text, "step-facts", "mono");
        facts.setMinWidth(Region.USE_PREF_SIZE);
        return facts;
    }

    private Button remove() {
        Button remove =
                SectionNodes.symbol("×", id + "-remove", messages, DoctorText.STEP_REMOVE, () -> actions.remove(at));
        remove.getStyleClass().add("step-remove");
        return remove;
    }

    private void key(KeyEvent event) {
        boolean isUsed = event.isAltDown() ? moved(event) : done(event);
        if (isUsed) {
            event.consume();
        }
    }

    private boolean moved(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> actions.move(at, -1);
            case DOWN -> actions.move(at, 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean done(KeyEvent event) {
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> actions.remove(at);
            case SPACE -> actions.toggle(at);
            case ENTER, F2 -> actions.edit(at, code);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A row for a proposed step. */
    static HBox proposed(EncodingStep step, Stage<LabelArray> after) {
        Label plus = SectionNodes.label("+", "step-number", "mono");
        Label line = SectionNodes.label("y = " + EncodingCode.summary(step, "y"), "step-code", "mono");
        BesideOrBelow said = new BesideOrBelow(line, facts(facts(after)));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(plus, said);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("step-row", "step-line", "step-proposed");
        return row;
    }

    /** The index of the row at a height, or of the nearest one. */
    static int indexAt(List<StepRow> rows, double y) {
        long above = rows.stream()
                .filter(row -> row.getBoundsInParent().getMaxY() < y)
                .count();
        return Math.clamp(above, 0, rows.size() - 1);
    }
}
