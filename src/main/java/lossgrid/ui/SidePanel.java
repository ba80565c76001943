package lossgrid.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The sections on the right of the board, one under the other. */
final class SidePanel extends ScrollPane {
    SidePanel(Section... sections) {
        getStyleClass().add("side-panel");
        setContent(new VBox(sections));
        setFitToWidth(true);
        // So that it can be scrolled without a mouse.
        setFocusTraversable(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }
}
