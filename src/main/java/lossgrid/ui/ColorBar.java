package lossgrid.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import lossgrid.paint.ColorScale;
import lossgrid.paint.Numbers;

/** A colour scale with the values of its ends. */
final class ColorBar extends HBox {
    private static final int STOPS = 32;
    private static final double CORNER = 4;

    ColorBar(ColorScale scale) {
        getStyleClass().addAll("color-bar", "mono");
        setAlignment(Pos.CENTER);
        Region bar = new Region();
        bar.getStyleClass().add("ramp");
        bar.setBackground(new Background(new BackgroundFill(gradient(scale), new CornerRadii(CORNER), Insets.EMPTY)));
        HBox.setHgrow(bar, Priority.ALWAYS);
        String sign = scale.low() < 0 ? "+" : "";
        getChildren()
                .addAll(
                        new Label(Numbers.shortest(scale.low()).replace('-', '−')),
                        bar,
                        new Label(sign + Numbers.shortest(scale.high())));
    }

    private static LinearGradient gradient(ColorScale scale) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double t = i / (double) STOPS;
            stops.add(new Stop(t, color(scale.map().at(t))));
        }
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }

    /** An opaque colour of a map. */
    static Color color(int argb) {
        int mask = 0xff;
        return Color.rgb(argb >> 16 & mask, argb >> 8 & mask, argb & mask);
    }
}
