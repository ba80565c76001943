package lossgrid.paint.color;

/** Lines over a class's colour, which tell it from the others that have this colour too. */
public enum ClassTexture {
    PLAIN(0, 0),
    ROW(1, 0),
    COLUMN(0, 1),
    CROSS(1, 1),
    ROWS(2, 0),
    COLUMNS(0, 2),
    GRID(2, 2),
    ROWS_AND_COLUMN(2, 1);

    /** The pixels after which lines repeat where a pixel is all there is of a cell; a multiple of every count. */
    private static final int PERIOD = 6;

    private static final ClassTexture[] ALL = values();

    private final int rows;
    private final int columns;

    ClassTexture(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** The texture of the class that is number {@code earlier + 1} to have its colour; the first follows the last. */
    public static ClassTexture after(long earlier) {
        return ALL[(int) Math.floorMod(earlier, (long) ALL.length)];
    }

    /** The level lines over a cell, at equal distances. */
    public int rows() {
        return rows;
    }

    /** The upright lines over a cell. */
    public int columns() {
        return columns;
    }

    /** Whether a line goes through a pixel of an area in this texture. */
    public boolean isInked(int x, int y) {
        return isLine(y, rows) || isLine(x, columns);
    }

    private static boolean isLine(int place, int lines) {
        return lines > 0 && Math.floorMod(place, PERIOD / lines) == 0;
    }
}
