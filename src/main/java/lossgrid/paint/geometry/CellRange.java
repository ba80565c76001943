package lossgrid.paint.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A rectangle of cells: the rows and columns between two corners, in every plane between those of the corners (which
 * again form a rectangle of rows n and columns c). Both corners are cells of {@code shape}.
 *
 * @param anchor the cell where the selection began; keys and the editor act on it
 * @param corner the opposite corner, which moves
 */
public record CellRange(GridShape shape, CellRef anchor, CellRef corner) {
    public static CellRange of(GridShape shape, CellRef cell) {
        return new CellRange(shape, cell, cell);
    }

    /** The whole plane of {@code cell}. */
    public static CellRange plane(GridShape shape, int plane) {
        return new CellRange(shape, new CellRef(plane, 0), new CellRef(plane, shape.planeSize() - 1));
    }

    public static CellRange all(GridShape shape) {
        return new CellRange(shape, new CellRef(0, 0), new CellRef(shape.planes() - 1, shape.planeSize() - 1));
    }

    public CellRange to(CellRef newCorner) {
        return new CellRange(shape, anchor, newCorner);
    }

    public boolean isSingle() {
        return anchor.equals(corner);
    }

    private static int row(GridShape shape, CellRef cell) {
        return cell.cell() / shape.width();
    }

    private static int column(GridShape shape, CellRef cell) {
        return cell.cell() % shape.width();
    }

    /** The uppermost row within its planes. */
    public int top() {
        return Math.min(row(shape, anchor), row(shape, corner));
    }

    public int left() {
        return Math.min(column(shape, anchor), column(shape, corner));
    }

    public int height() {
        return Math.abs(row(shape, anchor) - row(shape, corner)) + 1;
    }

    public int width() {
        return Math.abs(column(shape, anchor) - column(shape, corner)) + 1;
    }

    /** The planes, in order. */
    public List<Integer> planes() {
        int n0 = Math.min(anchor.plane() / shape.columns(), corner.plane() / shape.columns());
        int n1 = Math.max(anchor.plane() / shape.columns(), corner.plane() / shape.columns());
        int c0 = Math.min(anchor.plane() % shape.columns(), corner.plane() % shape.columns());
        int c1 = Math.max(anchor.plane() % shape.columns(), corner.plane() % shape.columns());
        List<Integer> planes = new ArrayList<>();
        for (int n = n0; n <= n1; n++) {
            for (int c = c0; c <= c1; c++) {
                planes.add(n * shape.columns() + c);
            }
        }
        return planes;
    }

    /** The number of its cells. */
    public int size() {
        return planes().size() * height() * width();
    }

    public boolean contains(CellRef cell) {
        int row = row(shape, cell) - top();
        int column = column(shape, cell) - left();
        return row >= 0 && row < height() && column >= 0 && column < width() && planes().contains(cell.plane());
    }

    /** Its cells as elements of the array in row-major order: plane after plane, row after row. */
    public int[] indices() {
        int[] out = new int[size()];
        int i = 0;
        for (int plane : planes()) {
            for (int h = top(); h < top() + height(); h++) {
                for (int w = left(); w < left() + width(); w++) {
                    out[i++] = shape.element(plane, h * shape.width() + w);
                }
            }
        }
        return out;
    }

    /**
     * The texts of its cells in a spreadsheet's format: tabs between columns, a line a row, a blank line between
     * planes.
     */
    public String tabSeparated(IntFunction<String> textOfElement) {
        StringBuilder out = new StringBuilder();
        int[] elements = indices();
        for (int i = 0; i < elements.length; i++) {
            boolean newRow = i % width() == 0;
            boolean newPlane = i % (width() * height()) == 0;
            if (i > 0) {
                out.append(newPlane ? "\n\n" : newRow ? "\n" : "\t");
            }
            out.append(textOfElement.apply(elements[i]));
        }
        return out.toString();
    }
}
