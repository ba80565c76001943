package lossgrid.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import lossgrid.words.TextKey;

/**
 * Tooltips of controls. Each is a window of its own, and there are dozens: they are created when the pointer enters,
 * and screen readers get the text without them.
 */
public final class Tooltips {
    private Tooltips() {}

    public static void install(Control control, Messages messages, TextKey meaning) {
        install(control, messages.bind(meaning));
    }

    public static void install(Control control, ObservableValue<String> text) {
        control.accessibleHelpProperty().bind(text);
        whenPointedAt(control, () -> control.setTooltip(tooltip(text)));
    }

    /** Installs a tooltip with the whole text of a label that may be cut off. */
    public static void installWhole(Labeled label) {
        label.accessibleHelpProperty().bind(label.textProperty());
        whenPointedAt(label, () -> {
            Tooltip tooltip = tooltip(label.textProperty());
            label.textProperty().subscribe(text -> label.setTooltip(text == null || text.isEmpty() ? null : tooltip));
        });
    }

    /**
     * Installs a tooltip on a node that is not a control and sets its own accessible text. The style classes are the
     * tooltip's.
     */
    public static void install(Node node, ObservableValue<String> text, String... styleClasses) {
        whenPointedAt(node, () -> {
            Tooltip tooltip = tooltip(text);
            tooltip.setWrapText(true);
            tooltip.getStyleClass().addAll(styleClasses);
            Tooltip.install(node, tooltip);
        });
    }

    private static Tooltip tooltip(ObservableValue<String> text) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        return tooltip;
    }

    /** Runs {@code make} when the pointer enters, before the first move, for which a tooltip waits. */
    private static void whenPointedAt(Node node, Runnable make) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                make.run();
            }
        });
    }
}
