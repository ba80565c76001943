package lossgrid.ui.figure;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.Ticks;
import lossgrid.paint.color.ValueRange;
import lossgrid.ui.board.ColorBar;
import lossgrid.ui.control.SectionNodes;

/** A colour scale with round numbers below: a colour bar that cannot be used. */
final class FigureBar extends Region {
    /** All relative to the size of type. */
    private static final double RAMP = 0.7;

    private static final double SIDE = 1.2;
    private static final double TICK = 0.22;
    private static final double LABEL_GAP = 0.4;

    private final FigureSpace space;
    private final ColorScale scale;
    private final Region ramp = new Region();
    private final List<Double> values;
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    FigureBar(ColorScale scale, FigureSpace space) {
        this.space = space;
        this.scale = scale;
        getStyleClass().addAll("figure-bar", "mono");
        ramp.setBackground(new Background(
                new BackgroundFill(ColorBar.gradient(scale), new CornerRadii(RAMP * space.type() / 4), Insets.EMPTY)));
        values = Ticks.of(new ValueRange(scale.low(), scale.high()));
        for (double value : values) {
            Region line = new Region();
            line.getStyleClass().add("tick");
            lines.add(line);
            labels.add(SectionNodes.label(Ticks.label(value), "tick-label"));
        }
        getChildren().add(ramp);
        getChildren().addAll(lines);
        getChildren().addAll(labels);
    }

    private double below() {
        return Math.rint((RAMP + TICK) * space.type());
    }

    @Override
    protected double computePrefHeight(double width) {
        return below()
                + labels.stream().mapToDouble(label -> Math.ceil(label.prefHeight(-1))).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.rint(SIDE * space.type());
        double width = getWidth() - 2 * side;
        double height = Math.rint(RAMP * space.type());
        ramp.resizeRelocate(side, 0, width, height);
        double free = 0;
        for (int i = 0; i < values.size(); i++) {
            double x = side + scale.position(values.get(i)) * width;
            lines.get(i).resizeRelocate(Math.rint(x - 0.5), height, 1, Math.rint(TICK * space.type()));
            Label label = labels.get(i);
            double labelWidth = Math.ceil(label.prefWidth(-1));
            double left = Math.clamp(Math.rint(x - labelWidth / 2), 0, Math.max(0, getWidth() - labelWidth));
            label.resizeRelocate(left, below(), labelWidth, Math.ceil(label.prefHeight(-1)));
            label.setVisible(left >= free);
            free = label.isVisible() ? left + labelWidth + LABEL_GAP * space.type() : free;
        }
    }
}
