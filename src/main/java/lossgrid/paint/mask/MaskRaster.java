package lossgrid.paint.mask;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.LookInks;

/**
 * Paints codes into the pixels of an image: by nearest neighbour where a pixel of the mask is larger than one of the
 * image. Where it is smaller, a pixel of the image shows the rarest value under it, so that a single outlier is not
 * lost.
 */
public final class MaskRaster {
    /** The share of the background in the colour of pixels that are not highlighted. */
    private static final double DIMMED = 0.82;

    /** The colours of everything except values: opaque ARGB. */
    public record Inks(int ground, int paper, int hatch, int alarm, int alarmInk) {
        LookInks looks() {
            return new LookInks(paper, hatch, alarm, alarmInk);
        }
    }

    private final MaskCodes mask;
    private final List<MaskColors.Tint> tints;
    private final IntPredicate lit;
    private final Inks inks;
    private final LookInks looks;
    private final int[] bright;
    private final int[] dim;
    private final int[] priority;

    /**
     * A raster of one mask.
     *
     * @param tints the look of each code
     * @param lit whether pixel {@code i} of the whole mask is highlighted; all are if there is no highlight
     */
    public MaskRaster(MaskCodes mask, List<MaskColors.Tint> tints, IntPredicate lit, Inks inks) {
        this.mask = mask;
        this.tints = List.copyOf(tints);
        this.lit = lit;
        this.inks = inks;
        looks = inks.looks();
        bright = tints.stream()
                .mapToInt(tint -> DefaultClassColors.over(inks.ground(), tint.argb()))
                .toArray();
        dim = Arrays.stream(bright).map(this::dimmed).toArray();
        priority = priorities();
    }

    private int dimmed(int color) {
        return DefaultClassColors.blend(color, inks.ground(), DIMMED);
    }

    /** For each code the number of rarer ones; marks come first. */
    private int[] priorities() {
        Comparator<Integer> rarestFirst = Comparator.<Integer>comparingInt(
                        code -> tints.get(code).look() == CellLook.ORDINARY ? 1 : 0)
                .thenComparingLong(code -> mask.groups().get(code).count());
        int[] order = IntStream.range(0, tints.size())
                .boxed()
                .sorted(rarestFirst)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] out = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            out[order[i]] = i;
        }
        return out;
    }

    /**
     * Paints one plane. Patterns are as large as on a screen of one pixel a unit.
     *
     * @param out opaque ARGB, row by row, {@code width × height}
     * @param density pixels of the image a unit of the view
     */
    public void paint(int[] out, int width, int height, int plane, MaskViewport view, double density) {
        double scale = view.scale() * density;
        int[] columns = edges(width, view.left() * density, scale, view.planeWidth());
        int[] rows = edges(height, view.top() * density, scale, view.planeHeight());
        int first = mask.shape().element(plane, 0);
        int coarse = Math.max(1, (int) Math.round(density));
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                boolean isInside = columns[2 * x] < columns[2 * x + 1] && rows[2 * y] < rows[2 * y + 1];
                out[y * width + x] = isInside
                        ? color(pick(first, rows, y, columns, x, view.planeWidth()), x / coarse, y / coarse)
                        : inks.ground();
            }
        });
    }

    /**
     * For each pixel of the image the first pixel of the mask that it covers, and the one after the last; the same
     * twice outside.
     */
    private static int[] edges(int length, double origin, double scale, int count) {
        int[] out = new int[2 * length];
        for (int i = 0; i < length; i++) {
            double from = (i - origin) / scale;
            double to = (i + 1 - origin) / scale;
            double middle = (from + to) / 2;
            if (scale < 1) {
                // Covers those whose middle is here, so that each pixel of the mask belongs to one of the image.
                out[2 * i] = (int) Math.clamp(Math.ceil(from - 0.5), 0, count);
                out[2 * i + 1] = (int) Math.clamp(Math.ceil(to - 0.5), 0, count);
            } else if (middle >= 0 && middle < count) {
                out[2 * i] = (int) middle;
                out[2 * i + 1] = (int) middle + 1;
            }
        }
        return out;
    }

    /** The pixel of the mask that is shown, among those under one of the image. */
    private int pick(int first, int[] rows, int y, int[] columns, int x, int planeWidth) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int row = rows[2 * y]; row < rows[2 * y + 1]; row++) {
            for (int column = columns[2 * x]; column < columns[2 * x + 1]; column++) {
                int i = first + row * planeWidth + column;
                int rank = priority[mask.code(i)] + (lit.test(i) ? 0 : priority.length);
                if (rank < bestRank) {
                    best = i;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    private int color(int i, int x, int y) {
        int code = mask.code(i);
        MaskColors.Tint tint = tints.get(code);
        if (tint.look() == CellLook.ORDINARY && !tint.texture().isInked(x, y)) {
            return lit.test(i) ? bright[code] : dim[code];
        }
        int marked =
                tint.look() == CellLook.ORDINARY ? DefaultClassColors.ink(bright[code]) : looks.argb(tint.look(), x, y);
        return lit.test(i) ? marked : dimmed(marked);
    }
}
