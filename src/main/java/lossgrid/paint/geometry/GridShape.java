package lossgrid.paint.geometry;

import lossgrid.core.array.Shape;

/**
 * The planes of an array, of {@code height × width} cells each: {@code rows} are its n, {@code columns} its c. The
 * {@link Arrangement} decides which of the two runs across a card.
 *
 * @param hasChannels whether c is a dimension of the array
 */
public record GridShape(int rows, int columns, int height, int width, boolean hasChannels) {
    private static final int FULL_RANK = 4;

    /**
     * The planes of an array of this shape: the last two dimensions are a plane, the one before them is the columns of
     * rank 4 and the rows of rank 3.
     */
    public static GridShape of(Shape shape) {
        boolean hasChannels = shape.rank() >= FULL_RANK;
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

    public boolean contains(CellRef cell) {
        return cell.plane() < planes() && cell.cell() < planeSize();
    }

    /** {@code n=0 c=1}, or {@code n=0} without channels. */
    public String planeTitle(int plane) {
        String n = "n=" + plane / columns;
        return hasChannels ? n + " c=" + plane % columns : n;
    }
}
