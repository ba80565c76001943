package lossgrid.ui.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.MapQuantity;
import lossgrid.model.compare.MapTriple;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.geometry.CellRef;
import lossgrid.ui.control.EqualColumns;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PlaneChooser;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.SegmentedControl;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.workspace.ComparisonState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.ComparisonReasonText;
import lossgrid.words.ComparisonText;
import lossgrid.words.DoctorText;
import org.jspecify.annotations.Nullable;

/** A comparison: its title, both sides, their difference, and remarks. */
public final class CompareBoard extends VBox {
    /** The content of the maps, to detect changes. */
    private record Shown(Comparison comparison, MapQuantity quantity, int n, int c, ColorSettings colors) {
        @SuppressWarnings("ReferenceEquality") // Comparing large maps takes as long as painting them.
        boolean isSame(Shown other) {
            return comparison == other.comparison
                    && quantity == other.quantity
                    && n == other.n
                    && c == other.c
                    && colors.equals(other.colors);
        }
    }

    private final Workspace workspace;
    private final Messages messages;
    private final ComparisonState comparing;
    private final CompareMaps maps;
    private final Map<ComparisonSide, CompareCard> sides = new EnumMap<>(ComparisonSide.class);
    private final CompareEditorToggle editing;
    private final Label title = SectionNodes.note("", "compare-title");
    private final Label explanation = SectionNodes.note("", "compare-why");
    private final SegmentedControl<MapQuantity> quantities;
    private final PlaneChooser batch;
    private final PlaneChooser channel;
    private final Label pixel = SectionNodes.note("", "compare-fact");
    private final Label number = SectionNodes.label("", "compare-number", "mono");
    private final Label noDifference = SectionNodes.note("", "card-note");
    private final VBox facts = new VBox();
    private Optional<Comparison> present = Optional.empty();
    private @Nullable ComparisonRequest request;
    private @Nullable Shown shown;
    private @Nullable MapTriple mapTriple;
    private boolean isPlaneChosen;

    CompareBoard(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        messages = workspace.messages();
        comparing = workspace.view().comparing();
        getStyleClass().add("compare-board");
        maps = new CompareMaps(workspace, popovers);
        editing = new CompareEditorToggle(workspace, popovers);
        title.setId("compare-title");
        explanation.setId("compare-why");
        pixel.getStyleClass().add("mono");
        pixel.setId("compare-pixel");
        facts.getStyleClass().add("compare-facts");
        facts.setId("compare-facts");
        quantities = new SegmentedControl<>(
                "compare-quantity",
                MapQuantity.values(),
                quantity -> quantity.name().toLowerCase(Locale.ROOT),
                chosen -> comparing.quantityProperty().set(chosen));
        quantities.name(MapQuantity.LOSS, messages.bind(DoctorText.COMPARE_LOSS));
        quantities.name(MapQuantity.GRADIENT, messages.bind(DoctorText.COMPARE_GRADIENT));
        batch = new PlaneChooser("n", "compare-n", this::choosePlane);
        channel = new PlaneChooser("c", "compare-c", this::choosePlane);
        getChildren()
                .addAll(
                        title,
                        explanation,
                        tools(),
                        table(),
                        editing,
                        heading(),
                        noDifference,
                        maps.frame(CompareMaps.Kind.DIFFERENCE),
                        maps.differenceBar(),
                        pixel,
                        facts);
        maps.hoveredProperty().subscribe(this::showPixel);
        maps.selectedProperty().subscribe(this::showPixel);
    }

    private VBox table() {
        for (ComparisonSide side : ComparisonSide.values()) {
            CompareCard box = new CompareCard(side, workspace, maps.frame(CompareMaps.Kind.of(side)));
            editing.follow(side, box.editButton());
            sides.put(side, box);
        }
        VBox table = new VBox();
        table.getStyleClass().add("compare-table");
        table.getChildren().addAll(rows(CompareCard::above));
        table.getChildren().add(maps.commonBar());
        table.getChildren().addAll(rows(CompareCard::below));
        return table;
    }

    private List<EqualColumns> rows(Function<CompareCard, List<Node>> parts) {
        List<Node> left = parts.apply(side(ComparisonSide.LEFT));
        List<Node> right = parts.apply(side(ComparisonSide.RIGHT));
        return IntStream.range(0, left.size())
                .mapToObj(i -> new EqualColumns(left.get(i), right.get(i)))
                .toList();
    }

    private CompareCard side(ComparisonSide side) {
        return Optional.ofNullable(sides.get(side)).orElseThrow();
    }

    private FlowPane tools() {
        Button swap = SectionNodes.button("compare-swap", messages.bind(DoctorText.COMPARE_SWAP), comparing::swap);
        Button close = SectionNodes.button("compare-close", messages.bind(DoctorText.COMPARE_CLOSE), comparing::clear);
        Tooltips.install(close, messages, DoctorText.COMPARE_CLOSE_HINT);
        FlowPane tools = new FlowPane(quantities, batch, channel, swap, close);
        tools.getStyleClass().add("compare-tools");
        return tools;
    }

    private HBox heading() {
        Label heading = SectionNodes.label(
                messages.bind(DoctorText.COMPARE_DIFFERENCE)
                        .map(text -> text.toUpperCase(messages.language().locale())),
                "section-title");
        number.setId("compare-number");
        HBox row = new HBox(heading, SectionNodes.spacer(), number);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    public CompareMaps maps() {
        return maps;
    }

    /** The text beside the column's title. */
    String facts() {
        return messages.get(
                switch (comparing.quantityProperty().get()) {
                    case LOSS -> DoctorText.COMPARE_LOSS_FACTS;
                    case GRADIENT -> DoctorText.COMPARE_GRADIENT_FACTS;
                });
    }

    /** Nothing is compared any more. */
    void forget() {
        request = null;
    }

    private void choosePlane() {
        isPlaneChosen = true;
        comparing.compared().ifPresent(compared -> present.ifPresent(comparison -> show(compared, comparison)));
    }

    void show(ComparisonRequest compared, Comparison comparison) {
        if (!compared.equals(request)) {
            // Something else is compared: its plane is that of the largest difference.
            isPlaneChosen = false;
            request = compared;
        }
        present = Optional.of(comparison);
        title.setText(ComparisonReasonText.title(compared, messages.texts()));
        Optional<String> why = ComparisonReasonText.explanation(compared, messages.texts());
        explanation.setText(why.orElse(""));
        SectionNodes.show(explanation, why.isPresent());
        showMaps(comparison);
        ComparisonText text =
                new ComparisonText(messages.texts(), workspace.view().colors().digits());
        sides.forEach((_, box) -> box.show(compared, comparison, maps, text));
        editing.refresh(compared, comparison);
        number.setText(text.number(comparison).orElse(""));
        List<Label> lines = new ArrayList<>();
        text.facts(comparison).forEach(line -> lines.add(line(line)));
        text.remarks(comparison).forEach(line -> lines.add(line(line)));
        facts.getChildren().setAll(lines);
        showPixel();
    }

    private static Label line(String text) {
        Label line = SectionNodes.note(text, "compare-fact");
        line.getStyleClass().add("mono");
        return line;
    }

    private void showMaps(Comparison comparison) {
        MapQuantity quantity = comparing.quantityProperty().get();
        quantities.select(quantity);
        Shown before = shown;
        MapTriple planes = mapTriple;
        boolean sameMaps = before != null
                && planes != null
                && before.isSame(new Shown(comparison, quantity, before.n(), before.c(), before.colors()));
        if (!sameMaps || planes == null) {
            planes = MapTriple.of(comparison, quantity);
            mapTriple = planes;
        }
        if (!isPlaneChosen) {
            isPlaneChosen = true;
            comparison
                    .difference()
                    .ifPresentOrElse(
                            difference -> {
                                batch.choose(difference.at().n());
                                int width = difference.values().shape().dim(2);
                                maps.selectedProperty()
                                        .set(new CellRef(
                                                0,
                                                difference.at().h() * width
                                                        + difference.at().w()));
                            },
                            () -> maps.selectedProperty().set(new CellRef(0, 0)));
        }
        batch.show(planes.batches());
        channel.show(planes.channels());
        Shown next = new Shown(
                comparison,
                quantity,
                batch.chosen(),
                channel.chosen(),
                workspace.view().colors());
        if (before == null || !before.isSame(next)) {
            maps.show(comparison, quantity, planes, batch.chosen(), channel.chosen());
            shown = next;
        }
        comparing.planeProperty().set(Optional.of(new ComparisonState.Plane(batch.chosen(), channel.chosen())));
        boolean hasDifference = planes.difference().isPresent();
        noDifference.setText(messages.get(DoctorText.COMPARE_NO_DIFFERENCE_MAP));
        SectionNodes.show(noDifference, !hasDifference);
    }

    /** Shows the numbers of the pixel under the pointer on all three maps. */
    private void showPixel() {
        CellRef at = maps.pointedAt();
        int width = maps.grid(CompareMaps.Kind.RIGHT)
                .grid()
                .or(() -> maps.grid(CompareMaps.Kind.LEFT).grid())
                .map(cells -> cells.shape().width())
                .orElse(1);
        Optional<String> difference = maps.textAt(CompareMaps.Kind.DIFFERENCE, at);
        Optional<String> left = maps.textAt(CompareMaps.Kind.LEFT, at);
        Optional<String> right = maps.textAt(CompareMaps.Kind.RIGHT, at);
        SectionNodes.show(pixel, left.isPresent() || right.isPresent());
        pixel.setText(messages.get(
                DoctorText.COMPARE_PIXEL,
                ComparisonText.place(batch.chosen(), at.cell() / width, at.cell() % width),
                left.orElse("—"),
                right.orElse("—"),
                difference
                        .map(text -> text.startsWith("-") || text.startsWith("−") || isZero(text) ? text : "+" + text)
                        .orElse("—")));
    }

    private static boolean isZero(String text) {
        return text.chars().allMatch(c -> c == '0' || c == '.');
    }
}
