package lossgrid.paint;

/** Planes as pixels, a pixel a cell, for grids too fine to draw cell by cell. */
public final class HeatmapRaster {
    private static final int LIGHT = 0xffd0d7de;
    private static final int MIDDLE = 0xff8c959f;
    private static final int DARK = 0xff24292f;
    private static final int PERIOD = 4;
    private static final int HALF = PERIOD / 2;

    private HeatmapRaster() {}

    /**
     * Fills {@code pixels}, row by row, with the colours of one plane. Cells that are not ordinary make a pattern in greys, which no colour map has, and
     * each look another one.
     *
     * @param pixels at least as many as the plane has cells
     */
    public static void fill(CellGrid grid, int plane, int[] pixels) {
        int width = grid.shape().width();
        for (int cell = 0; cell < grid.shape().planeSize(); cell++) {
            pixels[cell] = pixel(grid, plane, cell, cell % width, cell / width);
        }
    }

    private static int pixel(CellGrid grid, int plane, int cell, int x, int y) {
        return switch (grid.look(plane, cell)) {
            case ORDINARY -> grid.argb(plane, cell);
            case IGNORED -> (x + y) % PERIOD < HALF ? LIGHT : MIDDLE;
            case NO_CLASS -> Math.floorMod(x - y, PERIOD) < HALF ? MIDDLE : DARK;
            case NAN -> (x + y) % 2 == 0 ? LIGHT : DARK;
            case POSITIVE_INFINITY -> y % PERIOD < HALF ? LIGHT : DARK;
            case NEGATIVE_INFINITY -> x % PERIOD < HALF ? LIGHT : DARK;
        };
    }
}
