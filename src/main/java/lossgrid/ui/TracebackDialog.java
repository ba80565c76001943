package lossgrid.ui;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lossgrid.io.messages.MessageCatalog;
import lossgrid.io.messages.Recognition;
import lossgrid.io.messages.TracebackReader;
import lossgrid.model.compare.Mistake;

/** Takes a pasted error of PyTorch's, explains it as one types, and opens an experiment that reproduces it, or the same without the mistake. */
final class TracebackDialog extends Dialog<ButtonType> {
    private final TracebackReader reader = new TracebackReader(MessageCatalog.load());
    private final TextArea input = new TextArea();
    private final Explanation explanation;

    TracebackDialog(Window owner, Workspace workspace) {
        Messages messages = workspace.messages();
        explanation = new Explanation(messages);
        FormDialog.dress(this, owner, messages.get(Text.EXPLAIN_TITLE));
        ButtonType open = new ButtonType(messages.get(Text.EXPLAIN_OPEN), ButtonBar.ButtonData.OK_DONE);
        ButtonType mended = new ButtonType(messages.get(Text.EXPLAIN_OPEN_MENDED), ButtonBar.ButtonData.OTHER);
        ButtonType close = new ButtonType(messages.get(Text.EXPLAIN_CLOSE), ButtonBar.ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(open, mended, close);
        getDialogPane().setContent(content(messages));
        getDialogPane().setPadding(Insets.EMPTY);
        setResizable(true);
        getDialogPane().lookupButton(close).setId("traceback-close");
        prepare(getDialogPane().lookupButton(open), "traceback-open");
        prepare(getDialogPane().lookupButton(mended), "traceback-mended");
        input.textProperty().subscribe(this::read);
        clipboardError().ifPresent(input::setText);
        setOnShown(_ -> {
            input.requestFocus();
            input.selectAll();
        });
        setOnHidden(_ -> {
            boolean isMended = mended.equals(getResult());
            if (isMended || open.equals(getResult())) {
                explanation.chosenProperty().get().ifPresent(mistake -> open(workspace, mistake, isMended));
            }
        });
    }

    private static void open(Workspace workspace, Mistake mistake, boolean isMended) {
        CaseText text = CaseText.in(workspace.messages().language());
        workspace.documents().openMade(isMended ? text.mended(mistake) : text.document(mistake));
    }

    private Node content(Messages messages) {
        Label hint = new Label(messages.get(Text.EXPLAIN_HINT));
        hint.setLabelFor(input);
        input.setId("traceback");
        input.getStyleClass().addAll("mono", "traceback-input");
        input.setWrapText(true);
        input.setAccessibleText(hint.getText());
        ScrollPane scroll = new ScrollPane(explanation);
        scroll.getStyleClass().add("traceback-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox content = new VBox(hint, input, scroll);
        content.getStyleClass().add("traceback-content");
        return content;
    }

    private void prepare(Node accept, String id) {
        accept.setId(id);
        explanation.chosenProperty().subscribe(chosen -> accept.setDisable(chosen.isEmpty()));
        // Enter belongs to the text.
        if (accept instanceof Button button) {
            button.setDefaultButton(false);
        }
    }

    private void read(String pasted) {
        if (pasted.isBlank()) {
            explanation.clear();
        } else {
            explanation.show(reader.read(pasted));
        }
    }

    /** What has been copied, if it is an error that is known. */
    private Optional<String> clipboardError() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                .filter(copied -> reader.read(copied) instanceof Recognition.Recognized);
    }
}
