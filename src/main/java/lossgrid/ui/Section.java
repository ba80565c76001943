package lossgrid.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A titled part of the side panel. */
class Section extends VBox {
    Section(Workspace workspace, Text title, Node... content) {
        getStyleClass().add("section");
        Label heading = new Label();
        heading.getStyleClass().add("section-title");
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> workspace
                                .messages()
                                .get(title)
                                .toUpperCase(workspace.messages().language().locale()),
                        workspace.messages().languageProperty()));
        getChildren().add(heading);
        getChildren().addAll(content);
    }
}
