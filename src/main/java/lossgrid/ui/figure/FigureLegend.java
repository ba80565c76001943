package lossgrid.ui.figure;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import lossgrid.paint.color.ClassPalette;
import lossgrid.ui.control.Colors;

/** The classes with their colours. Of many classes those that do not occur are left out. */
final class FigureLegend extends FlowPane {
    /** As many classes are shown whether they occur or not. */
    private static final int FEW = 12;

    private static final double CORNER = 3;

    FigureLegend(List<String> names, ClassPalette palette, IntPredicate occurs) {
        getStyleClass().add("figure-legend");
        for (int c = 0; c < names.size(); c++) {
            if (names.size() <= FEW || occurs.test(c)) {
                Region swatch = new Region();
                swatch.getStyleClass().add("swatch");
                swatch.setBackground(new Background(
                        new BackgroundFill(Colors.opaque(palette.of(c)), new CornerRadii(CORNER), Insets.EMPTY)));
                Label entry = new Label(names.get(c), swatch);
                entry.getStyleClass().add("mono");
                getChildren().add(entry);
            }
        }
    }
}
