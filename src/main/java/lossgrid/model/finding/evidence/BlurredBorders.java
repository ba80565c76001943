package lossgrid.model.finding.evidence;

import java.util.function.DoublePredicate;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;

/** Distinguishes the blurred edges of an interpolated mask from regions. */
public final class BlurredBorders {
    /** The width of a blurred edge in pixels. */
    private static final int REACH = 2;

    private BlurredBorders() {}

    /**
     * Whether every pixel {@code between} has pixels nearby that are not, both of a lower value and of a higher one.
     * The last two dimensions are rows and columns.
     */
    public static boolean holdAll(LabelArray labels, DoublePredicate between) {
        Shape shape = labels.shape();
        for (int i = 0; i < labels.size(); i++) {
            if (between.test(labels.doubleAt(i)) && !isEdge(labels, shape, i, between)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEdge(LabelArray labels, Shape shape, int i, DoublePredicate between) {
        int width = shape.fromEnd(0);
        int height = shape.fromEnd(1);
        int plane = i / (width * height) * (width * height);
        int row = i % (width * height) / width;
        int column = i % width;
        double value = labels.doubleAt(i);
        boolean lower = false;
        boolean higher = false;
        for (int r = Math.max(row - REACH, 0); r <= Math.min(row + REACH, height - 1); r++) {
            for (int c = Math.max(column - REACH, 0); c <= Math.min(column + REACH, width - 1); c++) {
                double other = labels.doubleAt(plane + r * width + c);
                boolean region = !between.test(other);
                lower |= region && other < value;
                higher |= region && other > value;
            }
        }
        return lower && higher;
    }
}
