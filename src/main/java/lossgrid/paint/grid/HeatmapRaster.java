package lossgrid.paint.grid;

import lossgrid.paint.color.ClassTexture;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.LookInks;
import lossgrid.paint.geometry.PixelAxis;

/** Planes as pixels, a pixel a cell, and the patterns that represent looks and textures in pixels. */
public final class HeatmapRaster {
    private static final CellLook[] LOOKS = CellLook.values();

    private HeatmapRaster() {}

    /** {@link #fill(CellGrid, int, int[], LookInks)} with {@link LookInks#GREYS}. */
    public static void fill(CellGrid grid, int plane, int[] pixels) {
        fill(grid, plane, pixels, LookInks.GREYS);
    }

    /**
     * Fills {@code pixels}, row by row, with the colours of one plane. Cells that are not ordinary get patterns; each
     * look has its own.
     *
     * @param pixels at least as many as the plane has cells
     */
    public static void fill(CellGrid grid, int plane, int[] pixels, LookInks inks) {
        int width = grid.shape().width();
        for (int cell = 0; cell < grid.shape().planeSize(); cell++) {
            CellLook look = grid.look(plane, cell);
            int x = cell % width;
            int y = cell / width;
            pixels[cell] = look == CellLook.ORDINARY
                    ? textured(grid.argb(plane, cell), grid.texture(plane, cell), x, y)
                    : inks.argb(look, x, y);
        }
    }

    private static int textured(int argb, ClassTexture texture, int x, int y) {
        return texture.isInked(x, y) ? DefaultClassColors.ink(argb) : argb;
    }

    /** The code of an ordinary cell's texture in lines of pixels, beside those of {@link CellLook#code}. */
    @SuppressWarnings("EnumOrdinal") // As the codes of looks.
    static byte code(ClassTexture texture) {
        return texture == ClassTexture.PLAIN ? CellLook.ORDINARY.code() : (byte) (LOOKS.length + texture.ordinal());
    }

    /**
     * Draws the looks and textures of line {@code i} into {@code line}. Zoomed in, a pattern has a tone a cell; else
     * one a pixel.
     */
    static void drawLooks(byte[] looks, int[] line, PixelAxis columns, PixelAxis rows, int i, LookInks inks) {
        int y = position(rows, i);
        int begin = 0;
        while (begin < looks.length) {
            int end = begin + 1;
            while (end < looks.length && looks[end] == looks[begin]) {
                end++;
            }
            boolean lone = position(columns, end - 1) == position(columns, begin);
            if (looks[begin] >= LOOKS.length) {
                ClassTexture texture = lone ? ClassTexture.PLAIN : ClassTexture.after(looks[begin] - LOOKS.length);
                for (int k = begin; k < end; k++) {
                    line[k] = textured(line[k], texture, position(columns, k), y);
                }
            } else if (looks[begin] != CellLook.ORDINARY.code()) {
                CellLook look = LOOKS[looks[begin]];
                for (int k = begin; k < end; k++) {
                    line[k] = lone ? inks.lone(look) : inks.argb(look, position(columns, k), y);
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
