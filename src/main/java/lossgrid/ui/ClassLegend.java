package lossgrid.ui;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import lossgrid.paint.ClassPalette;

/** The classes with their colours, as many as fit beside each other. */
final class ClassLegend extends FlowPane {
    private static final double CORNER = 4;
    private static final int MOST_SHOWN = 12;

    ClassLegend(List<String> names, ClassPalette palette) {
        getStyleClass().add("class-legend");
        for (int c = 0; c < Math.min(names.size(), MOST_SHOWN); c++) {
            Region swatch = new Region();
            swatch.getStyleClass().add("swatch");
            swatch.setBackground(new Background(
                    new BackgroundFill(ColorBar.color(palette.of(c)), new CornerRadii(CORNER), Insets.EMPTY)));
            Label label = new Label(names.get(c), swatch);
            label.getStyleClass().add("mono");
            getChildren().add(label);
        }
        if (names.size() > MOST_SHOWN) {
            getChildren().add(new Label("… " + names.getLast()));
        }
    }
}
