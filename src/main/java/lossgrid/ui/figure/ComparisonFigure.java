package lossgrid.ui.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.MapTriple;
import lossgrid.model.compare.mistake.MistakeEffect;
import lossgrid.paint.figure.FigureFit;
import lossgrid.paint.grid.TensorGrid;
import lossgrid.ui.compare.CompareCells;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.grid.LookLegend;
import lossgrid.ui.workspace.ComparisonState;
import lossgrid.words.ComparisonReasonText;
import lossgrid.words.ComparisonText;
import lossgrid.words.DoctorText;

/** A comparison in a figure: both sides, their difference, and what is remarkable about them. */
final class ComparisonFigure {
    /** The width, relative to the size of type, from which the difference is beside the two sides. */
    private static final double BESIDE_FROM = 48;

    /** All planes are shown up to so many, and of so many cells. */
    private static final int MOST_PLANES = 4;

    private static final int MOST_CELLS = 64;

    private final Messages messages;
    private final FigureSource source;
    private final ComparisonText texts;
    private final Comparison comparison;
    private final CompareCells cells;
    private final FigureSpace column;
    private final FigureTable table;
    private final boolean isBeside;

    private ComparisonFigure(FigureSource source, FigureSource.Compared compared, FigureSpace space) {
        this.source = source;
        messages = source.messages();
        texts = new ComparisonText(messages.texts(), source.colors().digits());
        comparison = compared.comparison().get();
        cells = cells(compared);
        isBeside = space.ems() >= BESIDE_FROM && cells.difference().isPresent();
        int columns = isBeside ? 3 : 2;
        column = space.column(columns);
        table = new FigureTable(space, columns);
    }

    static List<Node> of(FigureSource source, FigureSpace space) {
        FigureSource.Compared compared = source.compared().orElseThrow();
        List<Node> nodes = new ArrayList<>();
        nodes.add(SectionNodes.note(
                ComparisonReasonText.title(compared.request(), source.messages().texts()), "figure-title"));
        ComparisonReasonText.explanation(compared.request(), source.messages().texts())
                .ifPresent(why -> nodes.add(SectionNodes.note(why, "compare-why")));
        nodes.addAll(new ComparisonFigure(source, compared, space).nodes());
        return nodes;
    }

    private CompareCells cells(FigureSource.Compared compared) {
        MapTriple maps = MapTriple.of(comparison, compared.quantity());
        boolean isSmall = Stream.of(maps.left(), maps.right())
                .flatMap(Optional::stream)
                .map(Tensor::shape)
                .allMatch(ComparisonFigure::isSmall);
        if (isSmall) {
            return CompareCells.of(comparison, compared.quantity(), maps, source.colors());
        }
        ComparisonState.Plane plane = compared.plane()
                .orElseGet(() -> new ComparisonState.Plane(
                        comparison.difference().map(most -> most.at().n()).orElse(0), 0));
        return CompareCells.of(comparison, compared.quantity(), maps, plane.n(), plane.c(), source.colors());
    }

    private static boolean isSmall(Shape shape) {
        return shape.planeSize() <= MOST_CELLS && shape.size() <= MOST_PLANES * shape.planeSize();
    }

    private List<Node> nodes() {
        Map<ComparisonSide, Integer> at = new EnumMap<>(Map.of(ComparisonSide.LEFT, 0, ComparisonSide.RIGHT, 1));
        table.row();
        at.forEach((side, x) -> table.add(SectionNodes.note(messages.get(title(side)), "card-title"), x, 1));
        table.row();
        at.forEach((side, x) -> table.add(BoardFigure.text(recipe(side), "side-recipe"), x, 1));
        table.row();
        at.forEach((side, x) -> table.add(BoardFigure.text(setup(side), "side-setup"), x, 1));
        table.row();
        at.forEach((side, x) -> table.add(map(side), x, 1));
        if (isBeside) {
            cells.difference().ifPresent(grid -> table.add(planes(grid), 2, 1));
        }
        table.row();
        if (cells.left().isPresent() || cells.right().isPresent()) {
            table.add(new FigureBar(cells.scale(), column), 0, 2);
        }
        if (isBeside) {
            table.add(new FigureBar(cells.around(), column), 2, 1);
        }
        table.row();
        at.forEach((side, x) -> cells.side(side).ifPresent(grid -> table.add(looks(grid), x, 1)));
        table.row();
        at.forEach((side, x) -> table.add(number(side), x, 1));
        addDifference();
        VBox remarks = new VBox();
        remarks.getStyleClass().add("compare-facts");
        Stream.concat(texts.facts(comparison).stream(), texts.remarks(comparison).stream())
                .forEach(line -> remarks.getChildren().add(BoardFigure.text(line, "compare-fact")));
        return List.of(table, remarks);
    }

    /** The difference beside the sides, or below them. */
    private void addDifference() {
        Node title = SectionNodes.note(messages.get(DoctorText.COMPARE_DIFFERENCE), "card-title");
        Node number = BoardFigure.text(texts.number(comparison).orElse(""), "compare-number");
        if (isBeside) {
            table.addTo(0, title, 2);
            table.add(number, 2, 1);
            return;
        }
        table.row(1).add(title, 0, 1).add(number, 1, 1);
        if (cells.difference().isPresent()) {
            TensorGrid grid = cells.difference().get();
            table.row().add(planes(grid), 0, 2);
            table.row().add(new FigureBar(cells.around(), column), 0, 2);
        }
    }

    private static DoctorText title(ComparisonSide side) {
        return side == ComparisonSide.LEFT ? DoctorText.COMPARE_LEFT : DoctorText.COMPARE_RIGHT;
    }

    private String recipe(ComparisonSide side) {
        return texts.recipe(comparison.analysis(side).experiment());
    }

    private String setup(ComparisonSide side) {
        return String.join("\n", ComparisonText.setup(comparison.analysis(side).experiment()));
    }

    private Node planes(TensorGrid grid) {
        FigureFit fit = FigurePlanes.fit(grid, column);
        return new FigurePlanes(grid, fit, column);
    }

    private Node map(ComparisonSide side) {
        return cells.side(side).map(this::planes).orElseGet(() -> MistakeEffect.error(comparison.analysis(side))
                .map(raises -> BoardFigure.text(raises.type().pythonName() + ": " + raises.message(), "refusal"))
                .orElseGet(() -> SectionNodes.note(messages.get(DoctorText.COMPARE_NO_MAP), "card-note")));
    }

    private Node looks(TensorGrid grid) {
        LookLegend looks = new LookLegend(messages, column.resolution());
        looks.show(grid);
        return looks;
    }

    private Node number(ComparisonSide side) {
        Optional<Float> value = comparison.number(side);
        FlowPane line = new FlowPane(
                SectionNodes.label(value.map(source.colors()::text).orElse("—"), "side-number", "mono"),
                SectionNodes.label(
                        messages.get(
                                value.isPresent()
                                        ? texts.reduction(
                                                comparison.analysis(side).experiment())
                                        : DoctorText.COMPARE_REFUSED),
                        "card-note"));
        line.getStyleClass().add("side-result");
        return line;
    }
}
