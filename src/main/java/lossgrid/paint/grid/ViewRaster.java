package lossgrid.paint.grid;

import java.util.Arrays;
import java.util.stream.IntStream;
import lossgrid.paint.geometry.LookInks;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.geometry.PixelSpan;

/** The visible part of a plane in pixels of the screen. */
public final class ViewRaster {
    private static final int LEAST_IN_PARALLEL = 1 << 13;
    /** Parts for each core, so that a core that is busy with a frame takes fewer. */
    private static final int PARTS = 4;

    private ViewRaster() {}

    /**
     * The pixels of an image.
     *
     * @param argb rows of {@code stride} pixels, which receive colours multiplied by their opacity
     * @param inks of the cells that are not ordinary, which get patterns, as in {@link HeatmapRaster}
     */
    @SuppressWarnings("ArrayRecordComponent") // Of a frame, and written to.
    public record Image(int[] argb, int stride, LookInks inks) {}

    /** Colours the pixels where both axes meet, with looks in {@link LookInks#GREYS}. */
    public static void fill(CellGrid grid, int plane, PixelAxis columns, PixelAxis rows, int[] pixels, int stride) {
        fill(grid, plane, columns, rows, new Image(pixels, stride, LookInks.GREYS));
    }

    /** Colours the pixels where both axes meet. */
    public static void fill(CellGrid grid, int plane, PixelAxis columns, PixelAxis rows, Image image) {
        fill(grid, plane, columns, rows, all(columns), all(rows), image);
    }

    /**
     * Moves the pixels of an image. Lines run into each other at its edges, which have to be filled afterwards.
     *
     * @param right pixels to the right; fewer than the image's width
     * @param down lines downwards; fewer than the image's height
     */
    public static void move(int[] pixels, int stride, int right, int down) {
        int by = down * stride + right;
        System.arraycopy(pixels, Math.max(0, -by), pixels, Math.max(0, by), pixels.length - Math.abs(by));
    }

    /**
     * Colours the pixels except for those in both {@code keptColumns} and {@code keptRows}, which are right already.
     *
     * @return the number of coloured pixels
     */
    public static int fillOthers(
            CellGrid grid,
            int plane,
            PixelAxis columns,
            PixelAxis rows,
            PixelSpan keptColumns,
            PixelSpan keptRows,
            Image image) {
        PixelSpan across = all(columns);
        if (keptColumns.isEmpty() || keptRows.isEmpty()) {
            return fill(grid, plane, columns, rows, across, all(rows), image);
        }
        PixelSpan above = new PixelSpan(0, keptRows.from());
        PixelSpan below = new PixelSpan(keptRows.to(), rows.count());
        PixelSpan before = new PixelSpan(0, keptColumns.from());
        PixelSpan after = new PixelSpan(keptColumns.to(), columns.count());
        return fill(grid, plane, columns, rows, across, above, image)
                + fill(grid, plane, columns, rows, across, below, image)
                + fill(grid, plane, columns, rows, before, keptRows, image)
                + fill(grid, plane, columns, rows, after, keptRows, image);
    }

    private static PixelSpan all(PixelAxis axis) {
        return new PixelSpan(0, axis.count());
    }

    /** Fills a part and returns its number of pixels. */
    private static int fill(
            CellGrid grid,
            int plane,
            PixelAxis columns,
            PixelAxis rows,
            PixelSpan across,
            PixelSpan down,
            Image image) {
        if (across.isEmpty() || down.isEmpty()) {
            return 0;
        }
        PixelSpan wider = columns.withNeighbours(across);
        PixelAxis painted = columns.part(wider);
        int skipped = across.from() - wider.from();
        int parts = across.count() * down.count() < LEAST_IN_PARALLEL ? 1 : PARTS;
        IntStream.range(0, parts)
                .parallel()
                .forEach(part -> fill(
                        grid.lines(plane, painted),
                        painted,
                        rows,
                        new PixelSpan(cut(down, part, parts), cut(down, part + 1, parts)),
                        image.inks(),
                        (i, line) -> System.arraycopy(
                                line,
                                skipped,
                                image.argb(),
                                (rows.first() + i) * image.stride() + columns.first() + across.from(),
                                across.count())));
        return across.count() * down.count();
    }

    private static int cut(PixelSpan span, int part, int parts) {
        return span.from() + span.count() * part / parts;
    }

    @FunctionalInterface
    private interface LineTaker {
        void take(int line, int[] argb);
    }

    private static void fill(
            LinePainter painter, PixelAxis columns, PixelAxis rows, PixelSpan lines, LookInks inks, LineTaker taker) {
        int[] line = new int[columns.count()];
        byte[] looks = new byte[columns.count()];
        boolean special = false;
        for (int i = lines.from(); i < lines.to(); i++) {
            boolean sameRow = i > lines.from() && rows.isZoomedIn() && rows.from(i) == rows.from(i - 1);
            if (!sameRow) {
                if (special) {
                    Arrays.fill(looks, (byte) 0);
                }
                special = painter.paint(rows.from(i), rows.to(i), line, looks);
                if (special) {
                    HeatmapRaster.drawLooks(looks, line, columns, rows, i, inks);
                }
            }
            taker.take(i, line);
        }
    }
}
