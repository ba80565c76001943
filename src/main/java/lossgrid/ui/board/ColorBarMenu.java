package lossgrid.ui.board;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.core.array.DType;
import lossgrid.model.text.NumberParser;
import lossgrid.model.text.Parsed;
import lossgrid.paint.color.ColorMapLibrary;
import lossgrid.paint.color.ColorMapName;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.color.ValueRange;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.SegmentedControl;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.InputTexts;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/**
 * The looks of one kind of number: its range, automatic or locked, its map, and the digits of all numbers. View state,
 * so nothing to undo.
 */
final class ColorBarMenu extends VBox {
    /** The origin of a range. */
    private enum Range {
        AUTOMATIC,
        LOCKED
    }

    private static final double CORNER = 3;

    private final ViewState view;
    private final Messages messages;
    private final NumberKind kind;
    private final Supplier<ValueRange> shown;
    private final SegmentedControl<Range> range;
    private final SegmentedControl<Integer> digits;
    private final CommitField low;
    private final CommitField high;
    private final Map<ColorMapName, RadioButton> maps = new LinkedHashMap<>();

    /**
     * A menu for the bars of this kind.
     *
     * @param shown the range that the bar shows at present
     */
    ColorBarMenu(Workspace workspace, NumberKind kind, Supplier<ValueRange> shown) {
        view = workspace.view();
        messages = workspace.messages();
        this.kind = kind;
        this.shown = shown;
        getStyleClass().add("option-pane");
        setId("color-menu");
        Label heading = SectionNodes.label(messages.bind(title(kind)), "option-title");
        range = new SegmentedControl<>("range", Range.values(), Range::name, this::choose);
        range.name(Range.AUTOMATIC, messages.bind(Text.RANGE_AUTOMATIC));
        range.name(Range.LOCKED, messages.bind(Text.RANGE_LOCKED));
        Label reason = CommitField.reasonLabel("range");
        low = field(
                "range-low",
                Text.RANGE_LOW,
                reason,
                value -> lock(value, present().high()));
        high = field(
                "range-high", Text.RANGE_HIGH, reason, value -> lock(present().low(), value));
        HBox ends = new HBox(low, new Label("…"), high);
        ends.getStyleClass().add("option-row");
        HBox.setHgrow(low, Priority.ALWAYS);
        HBox.setHgrow(high, Priority.ALWAYS);
        digits = new SegmentedControl<>("digits", digitChoices(), Object::toString, chosen -> view.colorsProperty()
                .set(view.colors().withDigits(chosen)));
        getChildren()
                .addAll(
                        heading,
                        caption(Text.RANGE),
                        range,
                        ends,
                        reason,
                        caption(Text.COLOR_MAP),
                        mapChoices(),
                        caption(Text.DIGITS),
                        digits);
        view.colorsProperty().subscribe(this::refresh);
    }

    /** The name of the numbers of a kind. */
    static TextKey title(NumberKind kind) {
        return switch (kind) {
            case DIVERGING, GRADIENT -> Text.KIND_DIVERGING;
            case DIFFERENCE -> DoctorText.KIND_DIFFERENCE;
            case PROBABILITY -> Text.KIND_PROBABILITY;
            case LOSS -> Text.KIND_LOSS;
        };
    }

    NumberKind kind() {
        return kind;
    }

    private static Integer[] digitChoices() {
        return IntStream.rangeClosed(ColorSettings.LEAST_DIGITS, ColorSettings.MOST_DIGITS)
                .boxed()
                .toArray(Integer[]::new);
    }

    private Label caption(TextKey text) {
        return SectionNodes.label(messages.bind(text), "option-caption");
    }

    /** Takes one end of the range; the reason when it cannot be. */
    private interface End {
        Optional<String> take(double value);
    }

    private CommitField field(String id, TextKey name, Label reason, End end) {
        CommitField field = new CommitField(
                id,
                text -> switch (NumberParser.real(text)) {
                    case Parsed.Value<Double>(Double value) -> end.take(value);
                    case Parsed.Rejected<Double> rejected ->
                        Optional.of(InputTexts.explain(messages.texts(), rejected, DType.FLOAT64));
                },
                reason);
        field.field().accessibleTextProperty().bind(messages.bind(name));
        return field;
    }

    private VBox mapChoices() {
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox();
        choices.getStyleClass().add("map-choices");
        for (ColorMapName map : kind.maps()) {
            RadioButton choice = new RadioButton(map.title());
            choice.setId("map-" + map.name().toLowerCase(Locale.ROOT));
            choice.setToggleGroup(group);
            choice.setGraphic(ramp(map));
            choice.setOnAction(_ -> view.colorsProperty().set(view.colors().withMap(kind, map)));
            maps.put(map, choice);
            choices.getChildren().add(choice);
        }
        return choices;
    }

    private static Region ramp(ColorMapName map) {
        Region ramp = new Region();
        ramp.getStyleClass().add("map-ramp");
        ramp.setBackground(new Background(new BackgroundFill(
                ColorBar.gradient(new ColorScale(ColorMapLibrary.of(map), 0, 1)), new CornerRadii(CORNER), null)));
        return ramp;
    }

    private ValueRange present() {
        return view.colors().lock(kind).orElseGet(shown);
    }

    private void choose(Range chosen) {
        ColorSettings colors = view.colors();
        view.colorsProperty()
                .set(
                        switch (chosen) {
                            case AUTOMATIC -> colors.withoutLock(kind);
                            case LOCKED -> colors.withLock(kind, present());
                        });
    }

    private Optional<String> lock(double from, double to) {
        if (!ValueRange.isValid(from, to)) {
            return Optional.of(messages.get(Text.RANGE_NOT_ORDERED));
        }
        view.colorsProperty().set(view.colors().withLock(kind, new ValueRange(from, to)));
        return Optional.empty();
    }

    /**
     * Shows the present settings; an automatic range also follows the values, which the bar's owner tells by calling
     * this.
     */
    void refresh() {
        ColorSettings colors = view.colors();
        range.select(colors.isFixed(kind) ? Range.LOCKED : Range.AUTOMATIC);
        low.show(NumberDisplay.shortest(present().low()));
        high.show(NumberDisplay.shortest(present().high()));
        digits.select(colors.digits());
        maps.forEach((map, choice) -> choice.setSelected(map == colors.map(kind)));
    }
}
