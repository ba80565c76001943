package lossgrid.paint.grid;

import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.PixelAxis;

/**
 * Colours the lines of pixels of one plane. Keeps scratch space from line to line, so each thread and each painting
 * needs its own.
 */
@FunctionalInterface
interface LinePainter {
    /**
     * Colours a line of pixels that show the blocks of rows {@code from} to below {@code to}, of the level of the
     * columns' axis.
     *
     * @param argb receives a colour for each pixel of the columns' axis, multiplied by its opacity, where the look is
     *     ordinary
     * @param looks receives codes of {@link CellLook}s, or of ordinary cells' textures; all ordinary and plain before
     * @return whether any is not
     */
    boolean paint(int from, int to, int[] argb, byte[] looks);

    /** A painter that reads each pixel's first cell from the grid, for grids that are small or seldom painted. */
    static LinePainter ofCells(CellGrid grid, int plane, PixelAxis columns) {
        int width = grid.shape().width();
        return (from, to, argb, looks) -> {
            boolean special = false;
            int row = Math.min(
                    from << (2 * Math.max(columns.level(), 0)), grid.shape().height() - 1);
            for (int i = 0; i < columns.count(); i++) {
                int column = columns.isZoomedIn() ? columns.from(i) : columns.from(i) << (2 * columns.level());
                int cell = row * width + column;
                CellLook look = grid.look(plane, cell);
                if (look == CellLook.ORDINARY) {
                    argb[i] = DefaultClassColors.premultiplied(grid.argb(plane, cell));
                    looks[i] = HeatmapRaster.code(grid.texture(plane, cell));
                } else {
                    looks[i] = look.code();
                }
                special |= looks[i] != 0;
            }
            return special;
        };
    }
}
