package lossgrid.paint.grid;

import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.overview.LabelOverview;

/** Lines of a plane of labels. A pixel of several cells shows the rarest of their labels. */
final class LabelLines implements LinePainter {
    private final LabelOverview overview;
    private final int plane;
    private final PixelAxis columns;
    private final int left;
    private final double[] row;
    private final char[] codes;
    private final char[] rarest;
    private final int[] colors;
    private final byte[] lookOf;

    LabelLines(LabelOverview overview, int plane, PixelAxis columns, ClassPalette palette) {
        this.overview = overview;
        this.plane = plane;
        this.columns = columns;
        left = columns.count() == 0 ? 0 : columns.from(0);
        int across = columns.count() == 0 ? 0 : columns.to(columns.count() - 1) - left;
        row = new double[across];
        codes = new char[across];
        rarest = new char[across];
        colors = new int[overview.codes().size()];
        lookOf = new byte[colors.length];
        for (int code = 0; code < colors.length; code++) {
            double label = overview.codes().label(code);
            CellLook look = overview.rule().look(label);
            boolean isOrdinary = look == CellLook.ORDINARY;
            lookOf[code] = isOrdinary ? HeatmapRaster.code(palette.textureOf(label)) : look.code();
            colors[code] = isOrdinary ? palette.mix(label) : 0;
        }
    }

    @Override
    public boolean paint(int from, int to, int[] argb, byte[] looks) {
        if (columns.level() > 0) {
            readBlocks(from, to);
        } else {
            overview.read(plane, from, left, row, rarest);
            for (int h = from + 1; h < to && !columns.isZoomedIn(); h++) {
                overview.read(plane, h, left, row, codes);
                lower(codes, 0);
            }
        }
        boolean special = false;
        for (int i = 0; i < columns.count(); i++) {
            int code = rarest[columns.from(i) - left];
            for (int x = columns.from(i) + 1 - left; x < columns.to(i) - left; x++) {
                code = Math.min(code, rarest[x]);
            }
            argb[i] = colors[code];
            looks[i] = lookOf[code];
            special |= lookOf[code] != 0;
        }
        return special;
    }

    private void readBlocks(int from, int to) {
        LabelOverview.CodeLevel level = overview.level(plane, columns.level());
        System.arraycopy(level.codes(), from * level.width() + left, rarest, 0, rarest.length);
        for (int y = from + 1; y < to; y++) {
            lower(level.codes(), y * level.width() + left);
        }
    }

    private void lower(char[] others, int start) {
        for (int x = 0; x < rarest.length; x++) {
            rarest[x] = (char) Math.min(rarest[x], others[start + x]);
        }
    }
}
