package lossgrid.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/**
 * A dialog with a few named text fields. Enter accepts them, Escape discards them; with invalid texts it stays open and
 * shows the reason.
 */
public final class FormDialog extends Dialog<ButtonType> {
    /** One field and its initial text. */
    public record Field(TextKey name, String text) {}

    private final List<TextField> inputs = new ArrayList<>();
    private final Label reason = SectionNodes.label("", "form-reason");

    /** @param take accepts the texts, or returns the reason why they are invalid */
    public FormDialog(
            Window owner,
            Messages messages,
            TextKey title,
            List<Field> fields,
            Function<List<String>, Optional<String>> take) {
        GridPane form = new GridPane();
        form.getStyleClass().add("cell-form");
        for (int i = 0; i < fields.size(); i++) {
            TextField input = new TextField(fields.get(i).text());
            input.getStyleClass().add("mono");
            input.setId("form-field-" + i);
            Label name = new Label(messages.get(fields.get(i).name()));
            name.setLabelFor(input);
            input.setAccessibleText(name.getText());
            input.textProperty().subscribe(() -> reason.setVisible(false));
            form.addRow(i, name, input);
            inputs.add(input);
        }
        reason.setId("form-reason");
        reason.setWrapText(true);
        reason.setVisible(false);
        VBox content = new VBox(form, reason);
        content.getStyleClass().add("form-content");
        ButtonType accept = new ButtonType(messages.get(title), ButtonBar.ButtonData.OK_DONE);
        prepare(this, owner, messages, title, accept, content);
        Node button = getDialogPane().lookupButton(accept);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            Optional<String> rejected =
                    take.apply(inputs.stream().map(TextField::getText).toList());
            rejected.ifPresent(words -> {
                reason.setText(words);
                reason.setVisible(true);
                event.consume();
            });
        });
        setOnShown(_ -> {
            inputs.getFirst().requestFocus();
            inputs.getFirst().selectAll();
        });
    }

    /** Gives a dialog the window's style, a title, a button to accept and one to cancel. */
    public static void prepare(
            Dialog<ButtonType> dialog,
            Window owner,
            Messages messages,
            TextKey title,
            ButtonType accept,
            Node content) {
        dress(dialog, owner, messages.get(title));
        var pane = dialog.getDialogPane();
        pane.getButtonTypes()
                .addAll(accept, new ButtonType(messages.get(Text.CANCEL), ButtonBar.ButtonData.CANCEL_CLOSE));
        if (pane.lookupButton(accept) instanceof Button button) {
            button.setId("dialog-accept");
            // Radio buttons keep Enter from the default button.
            content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    button.fire();
                    event.consume();
                }
            });
        }
        pane.setContent(content);
    }

    /** Gives a dialog the window's style and a title. */
    public static void dress(Dialog<ButtonType> dialog, Window owner, String title) {
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(title);
        var pane = dialog.getDialogPane();
        DialogFit.onShown(dialog);
        pane.getStylesheets().addAll(Theme.sheets());
        pane.getStylesheets().add(Fonts.sheet());
        pane.getStyleClass().add("cell-dialog");
        // The size of type.
        pane.setStyle(owner.getScene().getRoot().getStyle());
        for (Theme theme : Theme.values()) {
            if (owner.getScene().getRoot().getStyleClass().contains(theme.styleClass())) {
                pane.getStyleClass().add(theme.styleClass());
            }
        }
    }
}
