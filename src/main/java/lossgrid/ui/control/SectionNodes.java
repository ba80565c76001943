package lossgrid.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.words.TextKey;

/** Factories for small nodes, as all parts of the window have them. */
public final class SectionNodes {
    private SectionNodes() {}

    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A text that changes with the language, or with what it says. */
    public static Label label(ObservableValue<String> text, String... styleClasses) {
        Label label = label("", styleClasses);
        label.textProperty().bind(text);
        return label;
    }

    /** A button that says what it does. */
    public static Button button(String id, ObservableValue<String> text, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(text);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A button with a symbol on it; its meaning is in its tooltip, and spoken. */
    public static Button symbol(String symbol, String id, Messages messages, TextKey meaning, Runnable action) {
        Button button = new Button(symbol);
        button.setId(id);
        button.accessibleTextProperty().bind(messages.bind(meaning));
        Tooltips.install(button, messages, meaning);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A text that wraps. */
    public static Label note(String text, String styleClass) {
        Label note = label(text, styleClass);
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
        VBox part = new VBox(label(name, "option-title"), content);
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
