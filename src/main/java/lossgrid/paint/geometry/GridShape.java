package lossgrid.paint.geometry;

import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;

/**
 * The planes of an array, of {@code height × width} cells each: {@code rows} are its n, {@code columns} its c. The
 * {@link Arrangement} decides which of the two runs across a card.
 *
 * @param hasChannels whether c is a dimension of the array
 */
public record GridShape(int rows, int columns, int height, int width, boolean hasChannels) {
    /**
     * The planes of an array of this shape: the last two dimensions are a plane, the one before them is the columns of
     * rank 4 and the rows of rank 3.
     */
    public static GridShape of(Shape shape) {
        boolean hasChannels = shape.rank() >= Nchw.RANK;
        int columns = hasChannels ? shape.fromEnd(2) : 1;
        int planes = shape.size() / Math.max(shape.planeSize(), 1);
        return new GridShape(planes / columns, columns, shape.fromEnd(1), shape.fromEnd(0), hasChannels);
    }

    public int planes() {
        return rows * columns;
    }

    public int planeSize() {
        return height * width;
    }

    public int size() {
        return planes() * planeSize();
    }

    /** The element of the array that a cell of a plane shows. */
    public int element(int plane, int cell) {
        return plane * planeSize() + cell;
    }

    public CellRef cell(int element) {
        return new CellRef(element / planeSize(), element % planeSize());
    }

    public boolean contains(CellRef cell) {
        return cell.plane() < planes() && cell.cell() < planeSize();
    }

    /** Whether the planes of another grid have as many rows and columns, so that their cells can be compared. */
    public boolean hasPlanesLike(GridShape other) {
        return height == other.height && width == other.width;
    }

    /** The plane of another grid's n and c, or the nearest to it. */
    public int planeLike(GridShape other, int plane) {
        int n = Math.min(plane / other.columns, rows - 1);
        int c = Math.min(plane % other.columns, columns - 1);
        return n * columns + c;
    }

    /** {@code n=0 c=1}, or {@code n=0} without channels. */
    public String planeTitle(int plane) {
        String n = "n=" + plane / columns;
        return hasChannels ? n + " c=" + plane % columns : n;
    }
}
