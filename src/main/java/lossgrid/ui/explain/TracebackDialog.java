package lossgrid.ui.explain;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lossgrid.io.messages.MessageCatalog;
import lossgrid.io.messages.MessageFamily;
import lossgrid.io.messages.Recognition;
import lossgrid.io.messages.TracebackReader;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.ui.control.FormDialog;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.CatalogueText;
import lossgrid.words.DoctorText;

/**
 * Accepts a pasted error of PyTorch, explains it while the text changes, and opens an experiment that reproduces it, or
 * the same without the mistake.
 */
public final class TracebackDialog extends Dialog<ButtonType> {
    private static final List<MessageFamily> COMMON = List.of(
            MessageFamily.TARGET_OUT_OF_BOUNDS,
            MessageFamily.LABEL_DTYPE,
            MessageFamily.TARGET_RANK,
            MessageFamily.SPATIAL_SIZE,
            MessageFamily.BINARY_SIZE,
            MessageFamily.WEIGHT_LENGTH);

    private final MessageCatalog catalog = MessageCatalog.load();
    private final TracebackReader reader = new TracebackReader(catalog);
    private final TextArea input = new TextArea();
    private final Explanation explanation;
    private final VBox examples;

    public TracebackDialog(Window owner, Workspace workspace) {
        Messages messages = workspace.messages();
        explanation = new Explanation(messages);
        examples = examples(messages);
        FormDialog.dress(this, owner, messages.get(DoctorText.EXPLAIN_TITLE));
        ButtonType open = new ButtonType(messages.get(DoctorText.EXPLAIN_OPEN), ButtonBar.ButtonData.OK_DONE);
        ButtonType corrected = new ButtonType(messages.get(DoctorText.EXPLAIN_OPEN_MENDED), ButtonBar.ButtonData.OTHER);
        ButtonType close = new ButtonType(messages.get(DoctorText.EXPLAIN_CLOSE), ButtonBar.ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(open, corrected, close);
        getDialogPane().setContent(content(messages));
        getDialogPane().setPadding(Insets.EMPTY);
        setResizable(true);
        getDialogPane().lookupButton(close).setId("traceback-close");
        prepare(getDialogPane().lookupButton(open), "traceback-open");
        prepare(getDialogPane().lookupButton(corrected), "traceback-mended");
        input.textProperty().subscribe(this::read);
        clipboardError().ifPresent(input::setText);
        setOnShown(_ -> {
            input.requestFocus();
            input.selectAll();
        });
        setOnHidden(_ -> {
            boolean isCorrected = corrected.equals(getResult());
            if (isCorrected || open.equals(getResult())) {
                explanation.chosenProperty().get().ifPresent(mistake -> open(workspace, mistake, isCorrected));
            }
        });
    }

    private static void open(Workspace workspace, Mistake mistake, boolean isCorrected) {
        CatalogueText text = CatalogueText.in(workspace.messages().language());
        workspace.documents().openMade(isCorrected ? text.corrected(mistake) : text.document(mistake));
    }

    private Node content(Messages messages) {
        Label hint = new Label(messages.get(DoctorText.EXPLAIN_HINT));
        hint.setLabelFor(input);
        input.setId("traceback");
        input.getStyleClass().addAll("mono", "traceback-input");
        input.setWrapText(true);
        input.setAccessibleText(hint.getText());
        ScrollPane scroll = new ScrollPane(new StackPane(examples, explanation));
        scroll.getStyleClass().add("traceback-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox content = new VBox(hint, input, scroll);
        content.getStyleClass().add("traceback-content");
        return content;
    }

    /** Examples to try: the newest wordings of the most common errors. */
    private VBox examples(Messages messages) {
        VBox box = new VBox(SectionNodes.note(messages.get(DoctorText.EXPLAIN_EXAMPLES), "heading"));
        box.setId("traceback-examples");
        box.getStyleClass().add("examples");
        for (MessageFamily family : COMMON) {
            catalog.wordings().stream()
                    .filter(wording -> wording.family() == family)
                    .findFirst()
                    .ifPresent(wording -> {
                        Hyperlink example = new Hyperlink(wording.example());
                        example.getStyleClass().add("mono");
                        example.setWrapText(true);
                        example.setOnAction(_ -> input.setText(wording.example()));
                        box.getChildren().add(example);
                    });
        }
        return box;
    }

    private void prepare(Node accept, String id) {
        accept.setId(id);
        explanation.chosenProperty().subscribe(chosen -> accept.setDisable(chosen.isEmpty()));
        // Enter is for new lines in the text.
        if (accept instanceof Button button) {
            button.setDefaultButton(false);
        }
    }

    private void read(String pasted) {
        SectionNodes.show(examples, pasted.isBlank());
        if (pasted.isBlank()) {
            explanation.clear();
        } else {
            explanation.show(reader.read(pasted));
        }
    }

    /** The text of the clipboard, if it is a known error. */
    private Optional<String> clipboardError() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                .filter(copied -> reader.read(copied) instanceof Recognition.Recognized);
    }
}
