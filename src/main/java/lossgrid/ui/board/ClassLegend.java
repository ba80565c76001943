package lossgrid.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import lossgrid.paint.color.ClassPalette;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.grid.Brush;
import lossgrid.ui.grid.CellSwatch;
import lossgrid.words.Text;

/**
 * The classes with their colours. One can be picked, which clicks and drags on the labels then paint; picking it again,
 * or Escape, ends that.
 */
final class ClassLegend extends FlowPane {
    private static final int MOST_SHOWN = 12;

    private final Brush brush;
    private final Messages messages;
    private final double resolution;
    private final List<ToggleButton> chips = new ArrayList<>();
    private final MenuButton others = new MenuButton();
    private List<String> shown = List.of();
    private ClassPalette palette = ClassPalette.USUAL;

    ClassLegend(Brush brush, Messages messages, double resolution) {
        this.brush = brush;
        this.messages = messages;
        this.resolution = resolution;
        getStyleClass().add("class-legend");
        others.setId("class-others");
        others.getStyleClass().addAll("class-chip", "mono");
        others.accessibleTextProperty().bind(messages.bind(Text.PAINT_PICK));
        brush.pickedProperty().subscribe(this::refresh);
    }

    /** Shows these classes, from class 0. */
    void show(List<String> names, ClassPalette colors) {
        if (names.equals(shown) && colors.equals(palette)) {
            return;
        }
        shown = names;
        palette = colors;
        chips.clear();
        others.getItems().clear();
        for (int c = 0; c < names.size(); c++) {
            if (c < MOST_SHOWN) {
                chips.add(chip(c, names.get(c)));
            } else {
                others.getItems().add(item(c, names.get(c)));
            }
        }
        getChildren().setAll(chips);
        if (!others.getItems().isEmpty()) {
            getChildren().add(others);
        }
        refresh();
    }

    private ToggleButton chip(int c, String name) {
        ToggleButton chip = new ToggleButton(name, swatch(c));
        chip.setId("class-" + c);
        chip.getStyleClass().addAll("class-chip", "mono");
        Tooltips.install(chip, messages, Text.PAINT_PICK);
        chip.setOnAction(_ -> {
            brush.toggle(c);
            refresh();
        });
        return chip;
    }

    private MenuItem item(int c, String name) {
        MenuItem item = new MenuItem(name, swatch(c));
        item.setOnAction(_ -> brush.toggle(c));
        return item;
    }

    private CellSwatch swatch(int c) {
        return CellSwatch.of(palette.of(c), palette.texture(c), resolution);
    }

    private void refresh() {
        Optional<Integer> picked = brush.picked();
        for (int c = 0; c < chips.size(); c++) {
            chips.get(c).setSelected(picked.equals(Optional.of(c)));
        }
        others.setText(picked.filter(c -> c >= MOST_SHOWN && c < shown.size())
                .map(shown::get)
                .orElse("…"));
    }
}
