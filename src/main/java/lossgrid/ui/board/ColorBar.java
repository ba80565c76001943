package lossgrid.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.color.Ticks;
import lossgrid.paint.color.ValueRange;
import lossgrid.ui.control.Colors;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * A colour scale with round numbers below and a mark above at the number that the user looks at. A click or Enter opens
 * its settings.
 */
public final class ColorBar extends Region {
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final int STOPS = 64;
    private static final double CORNER = 3;
    private static final double SIDE = 16;
    private static final double RAMP_TOP = 8;
    private static final double RAMP_HEIGHT = 9;
    private static final double TICK = 3;
    private static final double HEIGHT = 35;
    private static final double MARK_WIDTH = 9;
    private static final double MARK_HEIGHT = 6;
    private static final double LOCK_SIZE = 9;
    private static final double LABEL_GAP = 5;

    private final Workspace workspace;
    private final PopoverLayer popovers;
    private final Region ramp = new Region();
    private final Region mark = new Region();
    private final Region line = new Region();
    private final Region lock = new Region();
    private final List<Region> tickLines = new ArrayList<>();
    private final List<Label> tickLabels = new ArrayList<>();
    private final StringProperty hint = new SimpleStringProperty("");
    private List<Double> ticks = List.of();
    private OptionalDouble marked = OptionalDouble.empty();
    private @Nullable NumberKind kind;
    private @Nullable ColorScale scale;
    private @Nullable ColorBarMenu menu;

    public ColorBar(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        this.popovers = popovers;
        getStyleClass().addAll("color-bar", "mono");
        ramp.getStyleClass().add("ramp");
        mark.getStyleClass().add("mark");
        line.getStyleClass().add("mark-line");
        lock.getStyleClass().add("lock");
        getChildren().addAll(ramp, line, mark, lock);
        getChildren().forEach(child -> child.setManaged(false));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltips.install(this, hint);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open();
                event.consume();
            }
        });
    }

    private void open() {
        ColorScale present = scale;
        NumberKind of = kind;
        if (present == null || of == null) {
            return;
        }
        ColorBarMenu shown = menu;
        if (shown == null || shown.kind() != of) {
            shown = new ColorBarMenu(workspace, of, this::range);
            menu = shown;
        }
        shown.refresh();
        popovers.toggle(this, shown);
    }

    private ValueRange range() {
        ColorScale present = scale;
        return present == null ? new ValueRange(0, 1) : new ValueRange(present.low(), present.high());
    }

    public void show(NumberKind of, ColorScale newScale) {
        boolean isLocked = workspace.view().colors().lock(of).isPresent();
        boolean isKept = !isLocked && workspace.view().colors().isFixed(of);
        lock.setVisible(isLocked || isKept);
        lock.pseudoClassStateChanged(KEPT, isKept);
        pseudoClassStateChanged(LOCKED, isLocked);
        String click = workspace.messages().get(Text.COLOR_BAR_HINT);
        hint.set(isKept ? workspace.messages().get(Text.RANGE_KEPT) + "\n" + click : click);
        if (!newScale.equals(scale)) {
            ramp.setBackground(
                    new Background(new BackgroundFill(gradient(newScale), new CornerRadii(CORNER), Insets.EMPTY)));
            scale = newScale;
            showTicks(Ticks.of(range()));
        }
        kind = of;
        setAccessibleText(workspace
                .messages()
                .get(
                        Text.COLOR_BAR,
                        workspace.messages().get(ColorBarMenu.title(of)),
                        Ticks.label(newScale.low()),
                        Ticks.label(newScale.high())));
        requestLayout();
    }

    private void showTicks(List<Double> values) {
        ticks = values;
        getChildren().removeAll(tickLines);
        getChildren().removeAll(tickLabels);
        tickLines.clear();
        tickLabels.clear();
        for (double value : values) {
            Region tick = new Region();
            tick.getStyleClass().add("tick");
            Label label = SectionNodes.label(Ticks.label(value), "tick-label");
            tick.setManaged(false);
            label.setManaged(false);
            tickLines.add(tick);
            tickLabels.add(label);
        }
        getChildren().addAll(tickLines);
        getChildren().addAll(tickLabels);
    }

    /** Marks a number on the bar; nothing for a cell whose colour is none of the scale's. */
    public void mark(Optional<OptionalDouble> value) {
        OptionalDouble number = value.orElse(OptionalDouble.empty());
        if (!number.equals(marked)) {
            marked = number;
            requestLayout();
        }
    }

    /** The number that is marked. */
    public OptionalDouble marked() {
        return marked;
    }

    public List<String> tickTexts() {
        return tickLabels.stream().map(Label::getText).toList();
    }

    public static LinearGradient gradient(ColorScale scale) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double t = i / (double) STOPS;
            stops.add(new Stop(t, Colors.opaque(scale.argbAt(t))));
        }
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }

    @Override
    protected void layoutChildren() {
        ColorScale present = scale;
        if (present == null) {
            return;
        }
        double side = scaled(SIDE);
        double width = getWidth() - 2 * side;
        double bottom = scaled(RAMP_TOP) + scaled(RAMP_HEIGHT);
        double lockSize = scaled(LOCK_SIZE);
        ramp.resizeRelocate(side, scaled(RAMP_TOP), width, scaled(RAMP_HEIGHT));
        lock.resizeRelocate(getWidth() - lockSize, scaled(RAMP_TOP), lockSize, lockSize);
        double free = 0;
        for (int i = 0; i < ticks.size(); i++) {
            double x = side + present.position(ticks.get(i)) * width;
            tickLines.get(i).resizeRelocate(Math.rint(x - 0.5), bottom, 1, scaled(TICK));
            Label label = tickLabels.get(i);
            double labelWidth = Math.ceil(label.prefWidth(-1));
            double left = Math.clamp(Math.rint(x - labelWidth / 2), 0, Math.max(0, getWidth() - labelWidth));
            label.resizeRelocate(left, bottom + scaled(TICK), labelWidth, label.prefHeight(-1));
            label.setVisible(left >= free);
            free = label.isVisible() ? left + labelWidth + scaled(LABEL_GAP) : free;
        }
        placeMark(present, width);
    }

    /** A length at the bar's size of type. The style sheet sets the padding in that measure. */
    private double scaled(double length) {
        return Math.rint(length * getPadding().getLeft() / SIDE);
    }

    private void placeMark(ColorScale present, double width) {
        double position = marked.isPresent() ? present.position(marked.getAsDouble()) : 0;
        mark.pseudoClassStateChanged(BELOW, position < 0);
        mark.pseudoClassStateChanged(ABOVE, position > 1);
        boolean inside = position >= 0 && position <= 1;
        double x = scaled(SIDE) + Math.clamp(position, 0, 1) * width;
        mark.setVisible(marked.isPresent());
        line.setVisible(marked.isPresent() && inside);
        double markWidth = scaled(MARK_WIDTH);
        mark.resizeRelocate(Math.rint(x - markWidth / 2), 1, markWidth, scaled(MARK_HEIGHT));
        line.resizeRelocate(Math.rint(x) - 1, scaled(RAMP_TOP) - 1, 2, scaled(RAMP_HEIGHT) + 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1;
    }

    @Override
    protected double computePrefHeight(double width) {
        return scaled(HEIGHT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return scaled(HEIGHT);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
