package lossgrid.ui.control;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * A text field for a value of the document. Enter or leaving it commits the value; an invalid one stays in it, with the
 * reason below.
 */
public final class CommitField extends VBox {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final TextField field = new TextField();
    private final Label reason;
    private final Function<String, Optional<String>> commit;
    private String shown = "";

    /**
     * @param id the id of the text field; the reason's is {@code <id>-reason}
     * @param commit commits a text, or returns the reason why it is invalid
     */
    public CommitField(String id, Function<String, Optional<String>> commit) {
        this(id, commit, reasonLabel(id));
        getChildren().add(reason);
    }

    /** As above, with a label elsewhere for the reason. */
    public CommitField(String id, Function<String, Optional<String>> commit, Label reason) {
        this.commit = commit;
        this.reason = reason;
        field.setId(id);
        field.getStyleClass().addAll("mono", "commit-field");
        getChildren().add(field);
        explain(Optional.empty());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().subscribe(_ -> explain(Optional.empty()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                take();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                field.setText(shown);
            }
        });
    }

    public static Label reasonLabel(String id) {
        Label reason = new Label();
        reason.setId(id + "-reason");
        reason.getStyleClass().add("commit-reason");
        reason.setWrapText(true);
        reason.setMaxWidth(Double.MAX_VALUE);
        return reason;
    }

    public TextField field() {
        return field;
    }

    /** Shows the present value, unless the user is typing another. */
    public void show(String value) {
        boolean untouched = !isChanged();
        shown = value;
        if (untouched) {
            field.setText(value);
        }
    }

    private boolean isChanged() {
        return !field.getText().equals(shown);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && isChanged()) {
            field.setText(shown);
            field.selectAll();
            event.consume();
        }
    }

    private void take() {
        if (!isChanged()) {
            return;
        }
        String typed = field.getText();
        Optional<String> thrown = commit.apply(typed);
        if (thrown.isEmpty() && isChanged()) {
            // Committed, but written differently than it was typed.
            field.setText(shown);
        }
        explain(thrown);
    }

    private void explain(Optional<String> why) {
        reason.setText(why.orElse(""));
        SectionNodes.show(reason, why.isPresent());
        field.pseudoClassStateChanged(REFUSED, why.isPresent());
        field.setAccessibleHelp(why.orElse(null));
    }
}
