package lossgrid.ui.setup;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossgrid.model.document.OptionName;
import lossgrid.model.edit.Edit;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;

/**
 * All settings of the document in one place: title, shape, recipe, classes and the loss's options. Every change is an
 * edit, applied at once.
 */
public final class ExperimentPane extends ScrollPane {
    private final Messages messages;

    public ExperimentPane(Workspace workspace) {
        messages = workspace.messages();
        setId("experiment-pane");
        getStyleClass().addAll("experiment-pane");
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        setFocusTraversable(false);
        Session session = workspace.session();
        CommitField title = new CommitField("title", text -> {
            session.apply(new Edit.SetTitle(text.strip()));
            return Optional.empty();
        });
        title.field().accessibleTextProperty().bind(messages.bind(Text.TITLE));
        session.follow(Frame::document, () -> title.show(session.experiment().title()));
        title.show(session.experiment().title());
        VBox left = new VBox(
                SectionNodes.part(messages.bind(Text.TITLE), title),
                SectionNodes.part(messages.bind(Text.SHAPE), new ShapeEditor(workspace)),
                SectionNodes.part(messages.bind(Text.RECIPE), new RecipeEditor(workspace)),
                SectionNodes.part(messages.bind(Text.CLASSES), new ClassesEditor(workspace)));
        VBox options = new VBox();
        options.getStyleClass().add("option-list");
        for (OptionName option : OptionName.values()) {
            options.getChildren().add(new OptionEditor(workspace, option, "all"));
        }
        VBox right = new VBox(SectionNodes.part(messages.bind(Text.OPTIONS), options));
        left.getStyleClass().add("experiment-column");
        right.getStyleClass().add("experiment-column");
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("experiment-columns");
        setContent(columns);
    }

    /** The height of the content at its real width: a scroll pane would compute it for lines that do not wrap. */
    @Override
    protected double computePrefHeight(double width) {
        Node content = getContent();
        return Math.ceil(content.prefHeight(content.prefWidth(-1))) + snappedTopInset() + snappedBottomInset();
    }
}
