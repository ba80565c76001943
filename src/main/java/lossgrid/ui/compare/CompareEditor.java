package lossgrid.ui.compare;

import javafx.scene.layout.VBox;
import lossgrid.model.document.OptionName;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.encoding.EncodingPane;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import lossgrid.ui.setup.OptionEditor;
import lossgrid.ui.setup.RecipeEditor;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.Text;

/**
 * Edits one side of a comparison: recipe, encoding steps, options. Has its own document unless that is the open one.
 */
final class CompareEditor extends VBox {
    private final Messages messages;

    /** Edits the document of the workspace's session. */
    CompareEditor(Workspace workspace, PopoverLayer popovers) {
        Session session = workspace.session();
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
                        SectionNodes.part(messages.bind(Text.RECIPE), new RecipeEditor(workspace, "side-")),
                        SectionNodes.part(messages.bind(DoctorText.COMPARE_ENCODING), encoding),
                        SectionNodes.part(messages.bind(Text.OPTIONS), options));
        session.follow(Frame::analysis, () -> encoding.refresh(session.analysis()), messages.languageProperty());
        encoding.refresh(session.analysis());
    }
}
