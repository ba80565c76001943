package lossgrid.ui.control;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;

/** A titled part of the side panel. */
public class Section extends VBox {
    public Section(Workspace workspace, Text title, Node... content) {
        this(Bindings.createStringBinding(
                () -> workspace
                        .messages()
                        .get(title)
                        .toUpperCase(workspace.messages().language().locale()),
                workspace.messages().languageProperty()));
        getChildren().addAll(content);
    }

    /** A section whose title says what it is about at present. */
    public Section(ObservableValue<String> title) {
        getStyleClass().add("section");
        Label heading = new Label();
        heading.getStyleClass().add("section-title");
        heading.textProperty().bind(title);
        getChildren().add(heading);
    }

    /** Runs {@code action} once, when this section has got into a window. */
    public final void onWindow(Consumer<Window> action) {
        sceneProperty().flatMap(Scene::windowProperty).subscribe(window -> {
            if (window != null) {
                action.accept(window);
            }
        });
    }
}
