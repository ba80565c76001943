package lossgrid.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Small pieces that sections are made from. */
public final class SectionNodes {
    private SectionNodes() {}

    /** A text of as many lines as it needs. */
    public static Label note(String text, String styleClass) {
        Label note = new Label(text);
        note.getStyleClass().add(styleClass);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        return note;
    }

    /** Takes the room in a row that nothing else takes. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** Shows a node, or takes it out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
