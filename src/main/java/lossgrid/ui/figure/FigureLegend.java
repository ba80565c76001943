package lossgrid.ui.figure;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import lossgrid.paint.color.ClassPalette;
import lossgrid.ui.grid.CellSwatch;

/** The classes with their colours. Of many classes those that do not occur are left out. */
final class FigureLegend extends FlowPane {
    /** As many classes are shown whether they occur or not. */
    private static final int FEW = 12;

    FigureLegend(List<String> names, ClassPalette palette, IntPredicate occurs, double resolution) {
        getStyleClass().add("figure-legend");
        for (int c = 0; c < names.size(); c++) {
            if (names.size() <= FEW || occurs.test(c)) {
                Label entry = new Label(names.get(c), CellSwatch.of(palette.of(c), palette.texture(c), resolution));
                entry.getStyleClass().add("mono");
                getChildren().add(entry);
            }
        }
    }
}
