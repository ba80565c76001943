package lossgrid.paint;

/** Planes as pixels, a pixel a cell, for grids too fine to draw cell by cell. */
public final class HeatmapRaster {
    private static final int SPECIAL_LIGHT = 0xffd0d7de;
    private static final int SPECIAL_DARK = 0xff24292f;

    private HeatmapRaster() {}

    /**
     * Fills {@code pixels}, row by row, with the colours of one plane. Cells that are not ordinary make a chequered pattern, which no colour map has.
     *
     * @param pixels at least as many as the plane has cells
     */
    public static void fill(CellGrid grid, int plane, int[] pixels) {
        int width = grid.shape().width();
        for (int cell = 0; cell < grid.shape().planeSize(); cell++) {
            boolean even = (cell / width + cell % width) % 2 == 0;
            pixels[cell] = grid.look(plane, cell) == CellLook.ORDINARY
                    ? grid.argb(plane, cell)
                    : even ? SPECIAL_LIGHT : SPECIAL_DARK;
        }
    }
}
