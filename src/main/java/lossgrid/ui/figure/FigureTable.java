package lossgrid.ui.figure;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import lossgrid.ui.control.SectionNodes;

/**
 * Columns of equal width whose parts lie in common rows, so that planes beside each other, and the bars below them,
 * begin at one height. Rows without anything in them take no room.
 */
final class FigureTable extends Region {
    private static final double ROW_GAP = 0.3;

    /** A node in a row, across one or more columns. */
    private record Cell(Node node, int column, int span) {}

    /** The place of an arrow. */
    enum Place {
        /** After a column, beside the middle of the row. */
        AFTER,
        /** After a column, between the row and the one above. */
        AFTER_AND_ABOVE,
        /** Over the middle of a column, between the row and the one above. */
        ABOVE
    }

    private record Arrow(Label label, int row, int column, Place place) {}

    private final FigureSpace space;
    private final int columns;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Double> above = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    FigureTable(FigureSpace space, int columns) {
        this.space = space;
        this.columns = columns;
    }

    /** Begins a row, with more room above it than usual. */
    FigureTable row(double ems) {
        rows.add(new ArrayList<>());
        above.add(ems * space.type());
        return this;
    }

    FigureTable row() {
        return row(ROW_GAP);
    }

    /** Adds to the last row. */
    FigureTable add(Node node, int column, int span) {
        rows.getLast().add(new Cell(node, column, span));
        getChildren().add(node);
        return this;
    }

    /** Adds to an earlier row. */
    void addTo(int row, Node node, int column) {
        rows.get(row).add(new Cell(node, column, 1));
        getChildren().add(node);
    }

    /** Adds an arrow to the last row. */
    FigureTable arrow(String direction, int column, Place place) {
        Label label = SectionNodes.label(direction, "flow-arrow");
        arrows.add(new Arrow(label, rows.size() - 1, column, place));
        getChildren().add(label);
        return this;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double width(int span, double whole) {
        double column = Math.floor((whole - (columns - 1) * space.gap()) / columns);
        return column * span + (span - 1) * space.gap();
    }

    private double height(List<Cell> row, double whole) {
        return row.stream()
                .filter(cell -> cell.node().isManaged())
                .mapToDouble(cell -> Math.ceil(cell.node().prefHeight(width(cell.span(), whole))))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double whole = width < 0 ? space.width() : width;
        double y = 0;
        for (int i = 0; i < rows.size(); i++) {
            double height = height(rows.get(i), whole);
            y += height > 0 ? height + (y > 0 ? Math.rint(above.get(i)) : 0) : 0;
        }
        return y;
    }

    @Override
    protected double computePrefWidth(double height) {
        return space.width();
    }

    @Override
    protected void layoutChildren() {
        double whole = getWidth();
        double step = width(1, whole) + space.gap();
        double y = 0;
        for (int i = 0; i < rows.size(); i++) {
            double height = height(rows.get(i), whole);
            if (height == 0) {
                continue;
            }
            double gap = y > 0 ? Math.rint(above.get(i)) : 0;
            y += gap;
            for (Cell cell : rows.get(i)) {
                cell.node().resizeRelocate(cell.column() * step, y, width(cell.span(), whole), height);
            }
            for (Arrow arrow : arrows) {
                if (arrow.row() == i) {
                    place(arrow, step, arrow.place() == Place.AFTER ? y + height / 2 : y - gap / 2);
                }
            }
            y += height;
        }
    }

    private void place(Arrow arrow, double step, double middle) {
        double width = Math.ceil(arrow.label().prefWidth(-1));
        double height = Math.ceil(arrow.label().prefHeight(width));
        double x = arrow.place() == Place.ABOVE
                ? (arrow.column() + 0.5) * step - space.gap() / 2
                : (arrow.column() + 1) * step - space.gap() / 2;
        arrow.label().resizeRelocate(Math.rint(x - width / 2), Math.rint(middle - height / 2), width, height);
    }
}
