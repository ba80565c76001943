package lossgrid.paint.grid;

import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.PixelAxis;

/** Planes as pixels, a pixel a cell, and the patterns that represent looks in pixels. */
public final class HeatmapRaster {
    private static final int LIGHT = 0xffd0d7de;
    private static final int MIDDLE = 0xff8c959f;
    private static final int DARK = 0xff24292f;
    private static final int PERIOD = 4;
    private static final int HALF = PERIOD / 2;
    private static final CellLook[] LOOKS = CellLook.values();

    private HeatmapRaster() {}

    /**
     * Fills {@code pixels}, row by row, with the colours of one plane. Cells that are not ordinary get a pattern in
     * greys, which do not occur in colour maps; each look has its own.
     *
     * @param pixels at least as many as the plane has cells
     */
    public static void fill(CellGrid grid, int plane, int[] pixels) {
        int width = grid.shape().width();
        for (int cell = 0; cell < grid.shape().planeSize(); cell++) {
            CellLook look = grid.look(plane, cell);
            pixels[cell] = look == CellLook.ORDINARY ? grid.argb(plane, cell) : tone(look, cell % width, cell / width);
        }
    }

    private static int tone(CellLook look, int x, int y) {
        return switch (look) {
            case ORDINARY -> throw new IllegalArgumentException("an ordinary cell has a colour");
            case IGNORED -> (x + y) % PERIOD < HALF ? LIGHT : MIDDLE;
            case NO_CLASS -> Math.floorMod(x - y, PERIOD) < HALF ? MIDDLE : DARK;
            case NAN -> (x + y) % 2 == 0 ? LIGHT : DARK;
            case POSITIVE_INFINITY -> y % PERIOD < HALF ? LIGHT : DARK;
            case NEGATIVE_INFINITY -> x % PERIOD < HALF ? LIGHT : DARK;
        };
    }

    /** The tone of a single pixel of a look, which has no room for a pattern: the more conspicuous one. */
    private static int loneTone(CellLook look) {
        return look == CellLook.IGNORED ? MIDDLE : DARK;
    }

    /**
     * Draws the looks of line {@code i} that are not ordinary into {@code line}. Zoomed in, the pattern has a tone a
     * cell; else one a pixel.
     */
    static void drawLooks(byte[] looks, int[] line, PixelAxis columns, PixelAxis rows, int i) {
        int y = position(rows, i);
        int begin = 0;
        while (begin < looks.length) {
            int end = begin + 1;
            while (end < looks.length && looks[end] == looks[begin]) {
                end++;
            }
            CellLook look = LOOKS[looks[begin]];
            if (look != CellLook.ORDINARY) {
                boolean lone = position(columns, end - 1) == position(columns, begin);
                for (int k = begin; k < end; k++) {
                    line[k] = lone ? loneTone(look) : tone(look, position(columns, k), y);
                }
            }
            begin = end;
        }
    }

    /** The position of a pixel in its pattern, which moves with the plane. */
    private static int position(PixelAxis axis, int pixel) {
        return axis.isZoomedIn() ? axis.from(pixel) : axis.place(pixel);
    }
}
