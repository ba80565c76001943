package lossgrid.paint.geometry;

/**
 * The cells that keys lead to in a grid of planes. Every method returns a cell of the grid, at its end the same one.
 */
public final class GridNavigation {
    private GridNavigation() {}

    /** One cell in a direction; over the edge of a plane into its neighbour on the card. */
    public static CellRef step(PlaneWrapping lines, CellRef from, int right, int down) {
        return downwards(lines, across(lines, from, right), down);
    }

    private static CellRef across(PlaneWrapping lines, CellRef from, int by) {
        int width = lines.shape().width();
        int w = from.cell() % width + by;
        if (w >= 0 && w < width) {
            return new CellRef(from.plane(), from.cell() + by);
        }
        int row = from.cell() - from.cell() % width;
        int entered = by > 0 ? row : row + width - 1;
        return lines.beside(from.plane(), by)
                .map(plane -> new CellRef(plane, entered))
                .orElse(from);
    }

    private static CellRef downwards(PlaneWrapping lines, CellRef from, int by) {
        int width = lines.shape().width();
        int cell = from.cell() + by * width;
        if (cell >= 0 && cell < lines.shape().planeSize()) {
            return new CellRef(from.plane(), cell);
        }
        int column = from.cell() % width;
        int entered = by > 0 ? column : lines.shape().planeSize() - width + column;
        return lines.beyond(from.plane(), by)
                .map(plane -> new CellRef(plane, entered))
                .orElse(from);
    }

    /** Some cells in a direction, within the plane. */
    public static CellRef within(GridShape shape, CellRef from, int right, int down) {
        long row = Math.clamp((long) (from.cell() / shape.width()) + down, 0, shape.height() - 1);
        long column = Math.clamp((long) (from.cell() % shape.width()) + right, 0, shape.width() - 1);
        return new CellRef(from.plane(), (int) (row * shape.width() + column));
    }

    /** The same position some planes further, in the order of the array. */
    public static CellRef planes(GridShape shape, CellRef from, int by) {
        return new CellRef(Math.clamp(from.plane() + by, 0, shape.planes() - 1), from.cell());
    }

    /** The next cell in reading order, plane after plane; {@code by} may be −1 for the one before. */
    public static CellRef inOrder(GridShape shape, CellRef from, int by) {
        int last = shape.size() - 1;
        int index = Math.clamp(shape.element(from.plane(), from.cell()) + by, 0, last);
        return shape.cell(index);
    }

    /** The cell below; from the bottom of a column to the top of the next, from the last column to the next plane. */
    public static CellRef below(GridShape shape, CellRef from) {
        int h = from.cell() / shape.width();
        int w = from.cell() % shape.width();
        if (h + 1 < shape.height()) {
            return new CellRef(from.plane(), (h + 1) * shape.width() + w);
        }
        if (w + 1 < shape.width()) {
            return new CellRef(from.plane(), w + 1);
        }
        return from.plane() + 1 < shape.planes() ? new CellRef(from.plane() + 1, 0) : from;
    }
}
