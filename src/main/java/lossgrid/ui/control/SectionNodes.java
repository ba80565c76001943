package lossgrid.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Factories for small nodes of sections. */
public final class SectionNodes {
    private SectionNodes() {}

    /** A text that wraps. */
    public static Label note(String text, String styleClass) {
        Label note = new Label(text);
        note.getStyleClass().add(styleClass);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        return note;
    }

    /** A node that fills the free room in a row. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** Shows a node, or hides it and removes it from the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
