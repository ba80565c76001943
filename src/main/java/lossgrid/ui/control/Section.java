package lossgrid.ui.control;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lossgrid.words.TextKey;

/** A titled part of the side panel. */
public class Section extends VBox {
    private final Label heading = SectionNodes.label("", "section-title");

    /** A section whose title changes. */
    public Section() {
        getStyleClass().add("section");
        getChildren().add(heading);
    }

    public Section(Messages messages, TextKey title) {
        this();
        heading.textProperty()
                .bind(messages.bind(title)
                        .map(text -> text.toUpperCase(messages.language().locale())));
    }

    protected final void title(String text) {
        heading.setText(text);
    }

    /** Runs {@code action} once, when this section has been added to a window. */
    public final void onWindow(Consumer<Window> action) {
        sceneProperty().flatMap(Scene::windowProperty).subscribe(window -> {
            if (window != null) {
                action.accept(window);
            }
        });
    }
}
