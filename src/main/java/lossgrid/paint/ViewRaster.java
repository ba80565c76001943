package lossgrid.paint;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What can be seen of a plane, in pixels of the screen. */
public final class ViewRaster {
    private static final int LEAST_IN_PARALLEL = 1 << 13;

    private ViewRaster() {}

    /**
     * Colours the pixels where both axes meet. Cells that are not ordinary make patterns, as in {@link HeatmapRaster}.
     *
     * @param pixels rows of {@code stride} pixels, which take colours multiplied with their opacity
     */
    public static void fill(CellGrid grid, int plane, PixelAxis columns, PixelAxis rows, int[] pixels, int stride) {
        if (columns.count() == 0 || rows.count() == 0) {
            return;
        }
        int half = (rows.count() + 1) / 2;
        if (columns.count() * rows.count() < LEAST_IN_PARALLEL) {
            fill(grid, plane, columns, rows, 0, rows.count(), pixels, stride);
        } else {
            IntStream.range(0, 2)
                    .parallel()
                    .forEach(part -> fill(
                            grid,
                            plane,
                            columns,
                            rows,
                            part * half,
                            Math.min((part + 1) * half, rows.count()),
                            pixels,
                            stride));
        }
    }

    private static void fill(
            CellGrid grid,
            int plane,
            PixelAxis columns,
            PixelAxis rows,
            int firstLine,
            int endLine,
            int[] pixels,
            int stride) {
        LinePainter painter = grid.lines(plane, columns);
        int count = columns.count();
        int[] line = new int[count];
        byte[] looks = new byte[count];
        boolean special = false;
        for (int i = firstLine; i < endLine; i++) {
            boolean sameRow = i > firstLine && rows.isZoomedIn() && rows.from(i) == rows.from(i - 1);
            if (!sameRow) {
                if (special) {
                    Arrays.fill(looks, (byte) 0);
                }
                special = painter.paint(rows.from(i), rows.to(i), line, looks);
                if (special) {
                    HeatmapRaster.drawLooks(looks, line, columns, rows, i);
                }
            }
            System.arraycopy(line, 0, pixels, (rows.first() + i) * stride + columns.first(), count);
        }
    }
}
