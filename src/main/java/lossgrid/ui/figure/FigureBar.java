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
                + labels.stream()
                        .mapToDouble(label -> Math.ceil(label.prefHeight(-1)))
                        .max()
                        .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.rint(SIDE * space.type());
        double width = getWidth() - 2 * side;
        double height = Math.rint(RAMP * space.type());
        ramp.resizeRelocate(side, 0, width, height);
        int stride = stride(side, width);
        for (int i = 0; i < values.size(); i++) {
            double x = side + scale.position(values.get(i)) * width;
            lines.get(i).resizeRelocate(Math.rint(x - 0.5), height, 1, Math.rint(TICK * space.type()));
            Label label = labels.get(i);
            double labelWidth = Math.ceil(label.prefWidth(-1));
            label.resizeRelocate(left(i, x), below(), labelWidth, Math.ceil(label.prefHeight(-1)));
            label.setVisible(i % stride == 0);
        }
    }

    private double left(int label, double x) {
        double labelWidth = Math.ceil(labels.get(label).prefWidth(-1));
        return Math.clamp(Math.rint(x - labelWidth / 2), 0, Math.max(0, getWidth() - labelWidth));
    }

    /** Each label, each second, or fewer, so that none touches the next and the gaps between them are alike. */
    private int stride(double side, double width) {
        int stride = 1;
        while (stride < values.size() && overlaps(stride, side, width)) {
            stride++;
        }
        return stride;
    }

    private boolean overlaps(int stride, double side, double width) {
        double free = 0;
        for (int i = 0; i < values.size(); i += stride) {
            double left = left(i, side + scale.position(values.get(i)) * width);
            if (left < free) {
                return true;
            }
            free = left + Math.ceil(labels.get(i).prefWidth(-1)) + LABEL_GAP * space.type();
        }
        return false;
    }
}
