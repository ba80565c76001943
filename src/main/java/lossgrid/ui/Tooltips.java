package lossgrid.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** What stands beside the pointer when it rests on a control. */
final class Tooltips {
    private Tooltips() {}

    static void install(Control control, Messages messages, Text meaning) {
        install(control, messages.bind(meaning));
    }

    /** With the first of the keys that do the same. */
    static void install(Control control, Messages messages, Shortcut shortcut) {
        String keys = KeyHelp.name(shortcut.combinations().getFirst());
        install(
                control,
                Bindings.createStringBinding(
                        () -> messages.get(Text.TOOLTIP_WITH_KEYS, messages.get(shortcut.meaning()), keys),
                        messages.languageProperty()));
    }

    private static void install(Control control, StringBinding text) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        control.setTooltip(tooltip);
    }

    /** The whole text of a label that may be cut off. */
    static void installWhole(Labeled label) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(label.textProperty());
        label.textProperty().subscribe(text -> label.setTooltip(text == null || text.isEmpty() ? null : tooltip));
    }
}
