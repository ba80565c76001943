package lossgrid.ui.figure;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.LossTrace;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.color.Ticks;
import lossgrid.paint.color.ValueRange;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.FigureText;
import lossgrid.words.SideText;
import lossgrid.words.Text;

/** The loss over the steps of a descent, with both axes. */
final class CurveFigure extends Region {
    /** All relative to the size of type. */
    private static final double TICK = 0.35;

    private static final double GAP = 0.35;
    private static final double DOT = 0.28;
    private static final double SHARE_OF_WIDTH = 0.42;
    private static final double LEAST_HEIGHT = 9;

    private final FigureSpace space;
    private final LossTrace trace;
    private final Polyline curve = new Polyline();
    private final List<Line> lines = new ArrayList<>();
    private final List<Label> across = new ArrayList<>();
    private final List<Label> up = new ArrayList<>();
    private final List<Double> steps;
    private final List<Double> losses;
    private final Label stepName;
    private final Label lossName;
    private final Circle first = new Circle();
    private final Circle last = new Circle();
    private final double low;
    private final double high;

    private CurveFigure(LossTrace trace, String loss, Messages messages, FigureSpace space) {
        this.trace = trace;
        this.space = space;
        getStyleClass().addAll("figure-curve", "mono");
        double top = trace.most();
        double bottom = Math.min(0, trace.least());
        steps = Ticks.of(new ValueRange(0, Math.max(1, trace.steps()))).stream()
                .filter(step -> step == Math.rint(step))
                .toList();
        losses = Ticks.of(new ValueRange(bottom, top > bottom ? top : bottom + 1));
        low = bottom;
        high = Math.max(top > bottom ? top : bottom + 1, losses.getLast());
        stepName = SectionNodes.label(messages.get(SideText.DESCENT_STEPS), "axis-name");
        lossName = SectionNodes.label(loss, "axis-name");
        steps.forEach(step -> across.add(SectionNodes.label(Ticks.label(step), "tick-label")));
        losses.forEach(value -> up.add(SectionNodes.label(Ticks.label(value), "tick-label")));
        curve.getStyleClass().add("curve");
        for (int i = 0; i < 2 + steps.size() + losses.size(); i++) {
            Line line = new Line();
            line.getStyleClass().add("axis");
            lines.add(line);
        }
        for (Circle end : List.of(first, last)) {
            end.getStyleClass().add("end");
            end.setRadius(DOT * space.type());
        }
        getChildren().addAll(lines);
        getChildren().addAll(curve, first, last, stepName, lossName);
        getChildren().addAll(across);
        getChildren().addAll(up);
        getChildren().forEach(child -> child.setManaged(false));
    }

    static List<Node> of(FigureSource.Descended descended, FigureSource source, FigureSpace space) {
        Messages messages = source.messages();
        LossTrace trace = descended.trace();
        Experiment experiment = source.analysis().experiment();
        boolean isMean = experiment.options().reduction() == Reduction.MEAN;
        String loss = messages.get(isMean ? Text.MEAN_LOSS : Text.SUM_LOSS);
        String facts = messages.get(
                FigureText.FIGURE_DESCENT_FACTS,
                NumberDisplay.fixed(trace.first()),
                NumberDisplay.fixed(trace.last()),
                NumberDisplay.shortest(descended.rate()),
                trace.steps());
        List<Node> nodes = new ArrayList<>();
        nodes.add(SectionNodes.note(messages.get(SideText.DESCENT), "figure-title"));
        if (!experiment.title().isBlank()) {
            nodes.add(SectionNodes.note(experiment.title(), "card-note"));
        }
        nodes.add(BoardFigure.text("x = x - η * x.grad", "card-expression"));
        nodes.add(BoardFigure.text(facts, "card-facts"));
        nodes.add(new CurveFigure(trace, loss, messages, space));
        return nodes;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.rint(Math.max(LEAST_HEIGHT * space.type(), SHARE_OF_WIDTH * space.width()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return space.width();
    }

    private static double widest(List<Label> labels) {
        return labels.stream()
                .mapToDouble(label -> Math.ceil(label.prefWidth(-1)))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double tick = TICK * space.type();
        double gap = GAP * space.type();
        double dot = DOT * space.type();
        double line = Math.ceil(stepName.prefHeight(-1));
        double left = Math.rint(widest(up) + gap + tick);
        double right = Math.rint(getWidth() - Math.max(dot, widest(across) / 2));
        double top = Math.rint(line + gap + dot);
        double bottom = Math.rint(getHeight() - 2 * line - gap - tick);
        place(lossName, 0, 0);
        place(stepName, right - Math.ceil(stepName.prefWidth(-1)), getHeight() - line);
        set(lines.get(0), left, bottom, right, bottom);
        set(lines.get(1), left, top, left, bottom);
        for (int i = 0; i < steps.size(); i++) {
            double x = Math.rint(x(steps.get(i), left, right));
            set(lines.get(2 + i), x, bottom, x, bottom + tick);
            double width = Math.ceil(across.get(i).prefWidth(-1));
            place(across.get(i), Math.min(x - width / 2, getWidth() - width), bottom + tick);
        }
        for (int i = 0; i < losses.size(); i++) {
            double y = Math.rint(y(losses.get(i), top, bottom));
            set(lines.get(2 + steps.size() + i), left - tick, y, left, y);
            Label label = up.get(i);
            place(label, left - tick - gap - Math.ceil(label.prefWidth(-1)), y - Math.ceil(label.prefHeight(-1)) / 2);
        }
        plot(left, right, top, bottom);
    }

    /** A loss that is not finite leaves a gap at the end. */
    private void plot(double left, double right, double top, double bottom) {
        curve.getPoints().clear();
        for (int step : trace.sampledSteps((int) Math.max(2, 2 * (right - left)))) {
            if (Float.isFinite(trace.at(step))) {
                curve.getPoints().addAll(x(step, left, right), y(trace.at(step), top, bottom));
            }
        }
        List<Double> points = curve.getPoints();
        boolean isDrawn = points.size() >= 2;
        first.setVisible(isDrawn);
        last.setVisible(isDrawn);
        if (isDrawn) {
            first.setCenterX(points.get(0));
            first.setCenterY(points.get(1));
            last.setCenterX(points.get(points.size() - 2));
            last.setCenterY(points.getLast());
        }
    }

    private double x(double step, double left, double right) {
        return left + (right - left) * step / Math.max(1, trace.steps());
    }

    private double y(double loss, double top, double bottom) {
        return bottom - (bottom - top) * (loss - low) / (high - low);
    }

    private static void place(Label label, double x, double y) {
        label.resizeRelocate(
                Math.rint(x), Math.rint(y), Math.ceil(label.prefWidth(-1)), Math.ceil(label.prefHeight(-1)));
    }

    private static void set(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
