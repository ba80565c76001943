package lossgrid.ui.side;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import lossgrid.ui.control.Section;

/** The sections on the right of the board, from top to bottom. */
public final class SidePanel extends ScrollPane {
    public SidePanel(Section... sections) {
        getStyleClass().add("side-panel");
        setContent(new VBox(sections));
        setFitToWidth(true);
        // So that it can be scrolled without a mouse.
        setFocusTraversable(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }
}
