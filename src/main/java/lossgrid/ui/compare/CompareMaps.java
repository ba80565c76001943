package lossgrid.ui.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.MapQuantity;
import lossgrid.model.compare.MapTriple;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.grid.CellGrid;
import lossgrid.paint.grid.TensorGrid;
import lossgrid.ui.board.ColorBar;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.grid.GridEvent;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.grid.MapFrame;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.AccessibleCellText;
import lossgrid.words.DoctorText;
import lossgrid.words.TextKey;

/**
 * The maps of both sides and of their difference, one plane of each, with the same pixel outlined on all; they zoom and
 * pan together.
 */
public final class CompareMaps {
    /** The three maps. */
    public enum Kind {
        LEFT,
        RIGHT,
        DIFFERENCE;

        static Kind of(ComparisonSide side) {
            return side == ComparisonSide.LEFT ? LEFT : RIGHT;
        }
    }

    private final Workspace workspace;
    private final Map<Kind, GridView> grids = new EnumMap<>(Kind.class);
    private final Map<Kind, MapFrame> frames = new EnumMap<>(Kind.class);
    private final ColorBar common;
    private final ColorBar difference;
    private final ObjectProperty<Optional<CellRef>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<CellRef> selected = new SimpleObjectProperty<>(new CellRef(0, 0));

    CompareMaps(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        for (Kind kind : Kind.values()) {
            GridView grid = new GridView(workspace.resolution());
            grid.setId("compare-" + kind.name().toLowerCase(Locale.ROOT) + "-grid");
            grid.describeWith((shown, cell, isSelected) ->
                    AccessibleCellText.text(workspace.messages().texts(), title(kind), shown, cell, isSelected));
            grid.onEvent(this::handle);
            grids.put(kind, grid);
            frames.put(kind, new MapFrame(grid));
        }
        common = new ColorBar(workspace, popovers);
        common.setId("compare-colors");
        difference = new ColorBar(workspace, popovers);
        difference.setId("compare-difference-colors");
        hovered.subscribe(this::outline);
        selected.subscribe(this::outline);
    }

    /** Only shows: a comparison is changed by its recipes and steps. */
    private Optional<String> handle(GridEvent event) {
        switch (event) {
            case GridEvent.Selected(var _, var cell) -> selected.set(cell);
            case GridEvent.Hovered(var _, var cell) -> hovered.set(cell);
            case GridEvent.Moved(var grid) ->
                grids.values().stream().filter(other -> other != grid).forEach(other -> other.follow(grid));
            case GridEvent.EditAsked _,
                    GridEvent.Entered _,
                    GridEvent.Previewed _,
                    GridEvent.PreviewEnded _,
                    GridEvent.Scrubbed _,
                    GridEvent.Cancelled _,
                    GridEvent.Commanded _ -> {}
        }
        return Optional.empty();
    }

    public GridView grid(Kind kind) {
        return Optional.ofNullable(grids.get(kind)).orElseThrow();
    }

    public MapFrame frame(Kind kind) {
        return Optional.ofNullable(frames.get(kind)).orElseThrow();
    }

    /** The colour bar of both sides. */
    ColorBar commonBar() {
        return common;
    }

    ColorBar differenceBar() {
        return difference;
    }

    /** The pixel under the pointer. */
    ObjectProperty<Optional<CellRef>> hoveredProperty() {
        return hovered;
    }

    /** The pixel selected by click or keyboard: a cell of plane 0. */
    ObjectProperty<CellRef> selectedProperty() {
        return selected;
    }

    /** The pixel whose numbers are shown. */
    CellRef pointedAt() {
        return hovered.get().orElse(selected.get());
    }

    /** The number of a map at a pixel; empty where it does not have that pixel, or ignores it. */
    public OptionalDouble valueAt(Kind kind, CellRef cell) {
        return shown(kind)
                .filter(cells -> isInside(cells, cell))
                .map(cells -> cells.value(0, cell.cell()))
                .orElse(OptionalDouble.empty());
    }

    /** The text of a pixel on a map, including NaN and ∞. */
    Optional<String> textAt(Kind kind, CellRef cell) {
        return shown(kind).filter(cells -> isInside(cells, cell)).map(cells -> cells.text(0, cell.cell()));
    }

    private Optional<CellGrid> shown(Kind kind) {
        GridView grid = grid(kind);
        return grid.isVisible() ? grid.grid() : Optional.empty();
    }

    private static boolean isInside(CellGrid cells, CellRef cell) {
        return cell.cell() < cells.shape().planeSize();
    }

    /**
     * Shows one plane of each map.
     *
     * @param mapTriple all planes
     */
    void show(Comparison comparison, MapQuantity quantity, MapTriple mapTriple, int n, int c) {
        CompareCells cells = CompareCells.of(
                comparison, quantity, mapTriple, n, c, workspace.view().colors());
        common.show(cells.kind(), cells.scale());
        show(Kind.LEFT, cells.left());
        show(Kind.RIGHT, cells.right());
        difference.show(NumberKind.DIFFERENCE, cells.around());
        show(Kind.DIFFERENCE, cells.difference());
        SectionNodes.show(difference, cells.difference().isPresent());
        SectionNodes.show(common, cells.left().isPresent() || cells.right().isPresent());
        outline();
    }

    private void show(Kind kind, Optional<TensorGrid> cells) {
        grid(kind).show(cells.orElse(null));
        cells.ifPresent(shown -> frame(kind).show(shown.shape()));
        SectionNodes.show(frame(kind), cells.isPresent());
    }

    static TextKey title(Kind kind) {
        return switch (kind) {
            case LEFT -> DoctorText.COMPARE_LEFT;
            case RIGHT -> DoctorText.COMPARE_RIGHT;
            case DIFFERENCE -> DoctorText.COMPARE_DIFFERENCE;
        };
    }

    private void outline() {
        for (Kind kind : Kind.values()) {
            GridView grid = grid(kind);
            Optional<CellGrid> cells = grid.grid();
            CellRef at = selected.get();
            boolean fits = cells.filter(shown -> isInside(shown, at)).isPresent();
            grid.outline(fits ? List.of(at) : List.of(), fits ? at : null);
            grid.highlight(
                    hovered
                            .get()
                            .filter(cell ->
                                    cells.filter(shown -> isInside(shown, cell)).isPresent())
                            .stream()
                            .toList());
        }
        difference.mark(
                valueAt(Kind.DIFFERENCE, pointedAt()).isPresent()
                        ? Optional.of(valueAt(Kind.DIFFERENCE, pointedAt()))
                        : Optional.empty());
    }
}
