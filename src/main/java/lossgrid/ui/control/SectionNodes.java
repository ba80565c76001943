package lossgrid.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

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

    /** A table of names on the left and numbers on the right. */
    public static GridPane facts() {
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        facts.getColumnConstraints().setAll(names, values);
        return facts;
    }

    /** A part of an experiment under its name. */
    public static VBox part(ObservableValue<String> name, Node content) {
        Label heading = new Label();
        heading.getStyleClass().add("option-title");
        heading.textProperty().bind(name);
        VBox part = new VBox(heading, content);
        part.getStyleClass().add("experiment-part");
        return part;
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
