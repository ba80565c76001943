package lossgrid.ui.compare;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lossgrid.model.document.OptionName;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.encoding.EncodingPane;
import lossgrid.ui.session.Session;
import lossgrid.ui.setup.OptionEditor;
import lossgrid.ui.setup.RecipeEditor;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;

/**
 * Edits one side of a comparison: recipe, encoding steps, options. Has its own document unless that is the open one.
 */
final class CompareEditor extends VBox {
    private final Session session;
    private final Messages messages;

    /** Edits the document of the workspace's session. */
    CompareEditor(Workspace workspace, PopoverLayer popovers) {
        session = workspace.session();
        messages = workspace.messages();
        getStyleClass().add("side-editor");
        setId("side-editor");
        VBox options = new VBox();
        options.getStyleClass().add("option-list");
        for (OptionName option : OptionName.values()) {
            options.getChildren().add(new OptionEditor(workspace, option, "side"));
        }
        EncodingPane encoding = new EncodingPane(workspace, popovers, "side-");
        getChildren()
                .addAll(
                        part(Text.RECIPE, new RecipeEditor(workspace, "side-")),
                        part(Text.COMPARE_ENCODING, encoding),
                        part(Text.OPTIONS, options));
        session.analysisProperty().subscribe(encoding::refresh);
        messages.languageProperty().subscribe(() -> encoding.refresh(session.analysis()));
    }

    private VBox part(Text name, Node content) {
        Label heading = new Label();
        heading.getStyleClass().add("option-title");
        heading.textProperty().bind(messages.bind(name));
        VBox part = new VBox(heading, content);
        part.getStyleClass().add("experiment-part");
        return part;
    }
}
