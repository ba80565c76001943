package lossgrid.ui.side;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import lossgrid.model.edit.LossTrace;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.SideText;

/** The loss over the steps of a descent, with the first and the last value. */
final class LossCurve extends Region {
    private static final double MARGIN = 12;
    private static final double HEAD = 22;
    private static final double RADIUS = 3;
    private static final double LABEL_GAP = 5;

    private final Messages messages;
    private final Polyline curve = new Polyline();
    private final Line axis = new Line();
    private final Circle firstEnd = new Circle(RADIUS);
    private final Circle lastEnd = new Circle(RADIUS);
    private final Label first = label("curve-first");
    private final Label last = label("curve-last");
    private final Label placeholder = SectionNodes.label("", "placeholder");
    private Optional<LossTrace> trace = Optional.empty();

    LossCurve(Messages messages) {
        this.messages = messages;
        getStyleClass().add("loss-curve");
        setId("loss-curve");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        curve.getStyleClass().add("curve");
        axis.getStyleClass().add("axis");
        firstEnd.getStyleClass().add("end");
        lastEnd.getStyleClass().add("end");
        placeholder.setWrapText(true);
        placeholder.textProperty().bind(messages.bind(SideText.DESCENT_EMPTY));
        getChildren().addAll(axis, curve, firstEnd, lastEnd, first, last, placeholder);
        getChildren().forEach(child -> child.setManaged(false));
        show(Optional.empty());
    }

    private static Label label(String id) {
        Label label = SectionNodes.label("", "mono");
        label.setId(id);
        return label;
    }

    void show(Optional<LossTrace> losses) {
        trace = losses;
        boolean drawn = losses.isPresent();
        getChildren().forEach(child -> child.setVisible(child.equals(placeholder) != drawn));
        losses.ifPresent(present -> {
            first.setText(NumberDisplay.fixed(present.first()));
            last.setText(NumberDisplay.fixed(present.last()));
        });
        setAccessibleText(losses.map(present -> messages.get(
                        SideText.DESCENT_CURVE,
                        present.steps(),
                        NumberDisplay.fixed(present.first()),
                        NumberDisplay.fixed(present.last())))
                .orElseGet(() -> messages.get(SideText.DESCENT_EMPTY)));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        axis.setStartX(MARGIN);
        axis.setEndX(getWidth() - MARGIN);
        axis.setStartY(bottom());
        axis.setEndY(bottom());
        double width = getWidth() - 2 * MARGIN;
        placeholder.resizeRelocate(MARGIN, MARGIN, width, Math.max(0, getHeight() - 2 * MARGIN));
        trace.ifPresent(this::plot);
    }

    private double bottom() {
        return getHeight() - MARGIN;
    }

    /**
     * Plots from 0, or from the least loss where that is negative, to the largest; a loss that is not finite leaves a
     * gap at the end.
     */
    private void plot(LossTrace losses) {
        double low = Math.min(0, losses.least());
        double high = losses.most() > low ? losses.most() : low + 1;
        int[] steps = losses.sampledSteps((int) Math.max(2, getWidth() - 2 * MARGIN));
        curve.getPoints().clear();
        double y = bottom();
        for (int step : steps) {
            if (Float.isFinite(losses.at(step))) {
                double x = x(step, losses.steps());
                y = y(losses.at(step), low, high);
                curve.getPoints().addAll(x, y);
            }
        }
        double start = y(Float.isFinite(losses.first()) ? losses.first() : high, low, high);
        place(firstEnd, first, x(0, losses.steps()), start, false);
        place(lastEnd, last, x(losses.steps(), losses.steps()), y, true);
    }

    private double x(int step, int steps) {
        return MARGIN + (getWidth() - 2 * MARGIN) * step / Math.max(1, steps);
    }

    private double y(double loss, double low, double high) {
        return bottom() - (bottom() - HEAD) * (loss - low) / (high - low);
    }

    /** Places a label above its point, inside the frame. */
    private void place(Circle end, Label label, double x, double y, boolean right) {
        end.setCenterX(x);
        end.setCenterY(y);
        double width = label.prefWidth(-1);
        double height = label.prefHeight(-1);
        double left = right ? x - width : x;
        label.resizeRelocate(Math.rint(left), Math.rint(Math.max(0, y - height - LABEL_GAP)), width, height);
    }
}
