package lossgrid.paint.geometry;

import java.util.List;

/**
 * The sizes of a board's cards.
 *
 * @param order of the planes on all cards
 * @param cell the size of cells on all cards
 * @param columns from left to right
 */
public record BoardPlan(PlaneOrder order, double cell, List<Column> columns) {
    /** The width of a column, and the heights of its two cards. */
    public record Column(double width, double upper, double lower) {}

    public BoardPlan {
        columns = List.copyOf(columns);
    }

    /** The width of all columns, without the gaps between them. */
    public double width() {
        return columns.stream().mapToDouble(Column::width).sum();
    }

    /** The height of the highest column, without the gap in it. */
    public double height() {
        return columns.stream()
                .mapToDouble(column -> column.upper() + column.lower())
                .max()
                .orElse(0);
    }
}
