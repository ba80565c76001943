package lossgrid.ui.grid;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import lossgrid.core.array.DecimalText;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.Text;

/** A card's legend of the looks that are not ordinary, with how often each occurs. Takes no room when none does. */
public final class LookLegend extends FlowPane {
    private final Messages messages;
    private final double resolution;

    public LookLegend(Messages messages, double resolution) {
        this.messages = messages;
        this.resolution = resolution;
        getStyleClass().add("specials");
    }

    public void show(CellGrid grid) {
        Map<CellLook, Integer> counts = grid.lookCounts();
        getChildren()
                .setAll(counts.entrySet().stream()
                        .map(entry -> entry(entry.getKey(), entry.getValue()))
                        .toList());
        SectionNodes.show(this, !counts.isEmpty());
    }

    private Label entry(CellLook look, int count) {
        Label label = new Label(name(look) + " " + DecimalText.grouped(count), CellSwatch.of(look, resolution));
        label.setId("special-" + look.name().toLowerCase(Locale.ROOT));
        return label;
    }

    private String name(CellLook look) {
        return switch (look) {
            case ORDINARY -> throw new IllegalArgumentException("an ordinary cell needs no legend");
            case IGNORED -> messages.get(Text.LOOK_IGNORED);
            case NO_CLASS -> messages.get(Text.LOOK_NO_CLASS);
            case NAN -> "NaN";
            case POSITIVE_INFINITY -> "+∞";
            case NEGATIVE_INFINITY -> "−∞";
        };
    }
}
