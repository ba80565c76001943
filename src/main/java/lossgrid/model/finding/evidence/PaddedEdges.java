package lossgrid.model.finding.evidence;

import java.util.BitSet;
import lossgrid.core.array.LabelArray;

/** Finds padded rows and columns along the edges of an image. */
public final class PaddedEdges {
    private static final int LEAST_PART = 16;
    private static final int LEAST_LENGTH = 8;
    private static final int LEAST_PIXELS = 4;

    private PaddedEdges() {}

    /** Tests whether a pixel is like that of a corner. */
    public interface PairTest {
        boolean test(int cell, int corner);
    }

    /**
     * The rows from the top and bottom and the columns from the left and right all of whose pixels are like the corner
     * there. Empty if that is the whole image, or if most of the rest is {@code alike} too, so that the frame does not
     * differ from it.
     */
    public static BitSet frame(int height, int width, PairTest same, PairTest alike) {
        int last = height * width - 1;
        int top = enough(rows(height, width, false, 0, same), width);
        int bottom = enough(rows(height, width, true, last, same), width);
        int left = enough(columns(height, width, false, 0, same), height);
        int right = enough(columns(height, width, true, last, same), height);
        BitSet out = new BitSet(height * width);
        if (top + bottom >= height || left + right >= width) {
            return out;
        }
        for (int cell = 0; cell <= last; cell++) {
            int row = cell / width;
            int column = cell % width;
            out.set(cell, row < top || row >= height - bottom || column < left || column >= width - right);
        }
        int corner = bottom + right > 0 ? last : 0;
        int inside = 0;
        for (int cell = out.nextClearBit(0); cell <= last; cell = out.nextClearBit(cell + 1)) {
            inside += alike.test(cell, corner) ? 1 : 0;
        }
        return 2 * inside > last + 1 - out.cardinality() ? new BitSet() : out;
    }

    /**
     * The number of equal lines, or 0 if they have so few pixels that chance explains it; a single pixel always equals
     * its corner.
     */
    private static int enough(int lines, int length) {
        return lines * length < LEAST_PIXELS ? 0 : lines;
    }

    private static int rows(int height, int width, boolean fromEnd, int corner, PairTest same) {
        for (int k = 0; k < height; k++) {
            int row = fromEnd ? height - 1 - k : k;
            for (int column = 0; column < width; column++) {
                if (!same.test(row * width + column, corner)) {
                    return k;
                }
            }
        }
        return height;
    }

    private static int columns(int height, int width, boolean fromEnd, int corner, PairTest same) {
        for (int k = 0; k < width; k++) {
            int column = fromEnd ? width - 1 - k : k;
            for (int row = 0; row < height; row++) {
                if (!same.test(row * width + column, corner)) {
                    return k;
                }
            }
        }
        return width;
    }

    /**
     * The zeros at the bottom and right of every image whose border is a straight line without a zero before it; the
     * last two dimensions are rows and columns.
     */
    public static BitSet sharp(LabelArray labels) {
        int width = labels.shape().fromEnd(0);
        int height = labels.shape().fromEnd(1);
        int planeSize = width * height;
        BitSet out = new BitSet();
        for (int plane = 0; plane + planeSize <= labels.size() && planeSize > 0; plane += planeSize) {
            int offset = plane;
            PairTest zero = (cell, _) -> labels.doubleAt(offset + cell) == 0;
            int bottom = rows(height, width, true, 0, zero);
            int right = columns(height, width, true, 0, zero);
            if (bottom < height && isSharp(height - bottom, width - right, width, zero, bottom, right)) {
                for (int cell = 0; cell < planeSize; cell++) {
                    boolean padded = cell / width >= height - bottom || cell % width >= width - right;
                    out.set(offset + cell, padded);
                }
            }
        }
        return out;
    }

    /** Whether the last row and column that are not padded have no 0 and are long enough, and enough is padded. */
    private static boolean isSharp(int rows, int columns, int width, PairTest zero, int bottom, int right) {
        boolean enough = bottom * LEAST_PART >= rows + bottom || right * LEAST_PART >= columns + right;
        boolean sharp = enough && rows >= LEAST_LENGTH && columns >= LEAST_LENGTH;
        for (int column = 0; column < columns && bottom > 0 && sharp; column++) {
            sharp = !zero.test((rows - 1) * width + column, 0);
        }
        for (int row = 0; row < rows && right > 0 && sharp; row++) {
            sharp = !zero.test(row * width + columns - 1, 0);
        }
        return sharp;
    }
}
