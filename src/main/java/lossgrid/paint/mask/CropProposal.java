package lossgrid.paint.mask;

import java.util.BitSet;
import java.util.function.IntPredicate;
import lossgrid.paint.geometry.GridShape;

/** A small window of a mask. */
public record CropProposal(int row, int column, int height, int width) {
    /** The default height and width. */
    public static final int USUAL = 16;

    /** The score of a highlighted pixel, greater than that of everything else in a window. */
    private static final long POINTED = 1L << 40;

    private static final int COARSE = 128;

    /** This window moved and cut so that it lies within a plane, with at least one pixel. */
    public CropProposal within(int planeHeight, int planeWidth) {
        int h = Math.clamp(height, 1, planeHeight);
        int w = Math.clamp(width, 1, planeWidth);
        return new CropProposal(Math.clamp(row, 0, planeHeight - h), Math.clamp(column, 0, planeWidth - w), h, w);
    }

    /**
     * The busiest window of this size: with highlighted pixels, as many different values as possible, and the most
     * edges.
     *
     * @param lit whether a pixel of the whole mask is highlighted
     */
    public static CropProposal busiest(MaskCodes mask, int plane, int size, IntPredicate lit) {
        GridShape shape = mask.shape();
        CropProposal best = new CropProposal(0, 0, size, size).within(shape.height(), shape.width());
        long bestScore = -1;
        // In a large mask, windows are tried side by side instead of overlapping.
        int step = Math.max(Math.max(1, size / 2), Math.max(shape.height(), shape.width()) / COARSE);
        for (int row = 0; row <= shape.height() - best.height; row += step) {
            for (int column = 0; column <= shape.width() - best.width; column += step) {
                CropProposal window = new CropProposal(row, column, best.height, best.width);
                long score = score(mask, plane, window, lit);
                if (score > bestScore) {
                    best = window;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static long score(MaskCodes mask, int plane, CropProposal window, IntPredicate lit) {
        int planeWidth = mask.shape().width();
        int first = mask.shape().element(plane, 0);
        BitSet values = new BitSet();
        int edges = 0;
        int shown = 0;
        for (int y = 0; y < window.height; y++) {
            int at = first + (window.row + y) * planeWidth + window.column;
            for (int x = 0; x < window.width; x++) {
                values.set(mask.code(at + x));
                shown += lit.test(at + x) ? 1 : 0;
                edges += x > 0 && mask.code(at + x) != mask.code(at + x - 1) ? 1 : 0;
            }
        }
        int area = window.height * window.width;
        return (shown > 0 ? POINTED : 0) + values.cardinality() * 4L * area + Math.min(shown, area / 2) * 2L + edges;
    }
}
