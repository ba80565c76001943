package lossgrid.ui.side;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.HelpText;

/** The symbols and colours of the formulas, which can be folded away. */
public final class LegendPane extends VBox {
    private final Button toggle = new Button();

    /** @param shown whether it is unfolded */
    LegendPane(Messages messages, BooleanProperty shown) {
        getStyleClass().add("legend");
        toggle.setId("legend-toggle");
        toggle.getStyleClass().add("legend-toggle");
        toggle.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (shown.get() ? "▾ " : "▸ ") + messages.get(HelpText.LEGEND),
                        shown,
                        messages.languageProperty()));
        toggle.accessibleTextProperty().bind(messages.bind(HelpText.LEGEND));
        Tooltips.install(toggle, messages, HelpText.LEGEND_SHOW);
        toggle.setOnAction(_ -> shown.set(!shown.get()));
        VBox lines = new VBox();
        lines.setId("legend-lines");
        lines.getStyleClass().add("legend-lines");
        // Hidden nodes would be styled all the same.
        shown.subscribe(isShown -> lines.getChildren().setAll(isShown ? lines(messages) : List.of()));
        shown.subscribe(isShown -> SectionNodes.show(lines, isShown));
        getChildren().add(lines);
    }

    /** The button that folds it and unfolds it again. */
    Button toggle() {
        return toggle;
    }

    /** All lines of the legend. */
    public static List<Label> lines(Messages messages) {
        return Stream.of(
                        HelpText.LEGEND_AXES,
                        HelpText.LEGEND_LOG,
                        HelpText.LEGEND_RED,
                        HelpText.LEGEND_GREEN,
                        HelpText.LEGEND_BLACK)
                .map(text -> line(messages, text))
                .toList();
    }

    /** A line of help that wraps; one about a colour has that colour. */
    public static Label line(Messages messages, HelpText text) {
        Label line = SectionNodes.label(messages.bind(text), "legend-line");
        line.getStyleClass().add(text.key().replace('_', '-'));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
