package lossgrid.paint.grid;

import java.util.function.IntPredicate;
import lossgrid.core.array.Tensor;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.color.OpacityColors;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.overview.Overview;
import lossgrid.paint.overview.PixelMask;

/**
 * A target with a number for each class: the class's colour with the number as its opacity.
 *
 * @param classOf the class of a column
 */
public record OneHotGrid(Overview overview, ColumnClass classOf, ClassPalette palette, int longestText)
        implements NumberGrid {
    /** The class whose colour a column has. */
    public enum ColumnClass {
        SAME,
        /** The pair y, 1 − y: the first column is class 1, the second class 0. */
        PAIR;

        int of(int column) {
            return switch (this) {
                case SAME -> column;
                case PAIR -> 1 - column;
            };
        }
    }

    /**
     * The grid of an array without an overview.
     *
     * @param ignored whether a pixel, counted through {@code [N, H, W]}, is ignored
     */
    public static OneHotGrid of(Tensor values, IntPredicate ignored, ColumnClass classOf, ClassPalette palette) {
        PixelMask mask = PixelMask.of(GridShape.of(values.shape()), ignored);
        return of(Overview.of(values, mask, null), longest(values), classOf, palette);
    }

    /**
     * The grid of an array with its overview.
     *
     * @param longestText the result of {@link #longest}
     */
    public static OneHotGrid of(Overview overview, int longestText, ColumnClass classOf, ClassPalette palette) {
        return new OneHotGrid(overview, classOf, palette, longestText);
    }

    /** The length of the longest number's text. Reads all numbers, unless they are known to be 0 and 1. */
    public static int longest(Tensor values) {
        int longest = 1;
        if (values.isOneHotView()) {
            return longest;
        }
        int planeSize = values.size() / values.planeCount();
        for (int p = 0; p < values.planeCount(); p++) {
            for (int i = 0; i < planeSize; i++) {
                float value = values.inPlane(p, i);
                longest = value == 0 || value == 1
                        ? longest
                        : Math.max(longest, text(value).length());
            }
        }
        return longest;
    }

    private static String text(float value) {
        return NumberDisplay.wholeOrFixed(value, 2);
    }

    private int color(int plane) {
        return palette.of(classOf.of(plane % shape().columns()));
    }

    @Override
    public LinePainter lines(int plane, PixelAxis columns) {
        return new NumberLines(overview, plane, columns, new OpacityColors(color(plane)));
    }

    @Override
    public String planeTitle(int plane) {
        return switch (classOf) {
            case SAME -> shape().planeTitle(plane);
            case PAIR -> "n=" + plane / shape().columns() + (plane % shape().columns() == 0 ? " y" : " 1−y");
        };
    }

    @Override
    public int argb(int plane, int cell) {
        return DefaultClassColors.withOpacity(color(plane), values().inPlane(plane, cell));
    }

    @Override
    public String text(int plane, int cell) {
        return text(values().inPlane(plane, cell));
    }

    @Override
    public boolean sameCell(CellGrid other, int plane, int cell) {
        return other instanceof OneHotGrid that && sameRules(that) && sameNumber(that, plane, cell);
    }

    @Override
    public boolean samePlane(CellGrid other, int plane) {
        return other instanceof OneHotGrid that && sameRules(that) && overview.samePlane(that.overview, plane);
    }

    private boolean sameRules(OneHotGrid that) {
        return classOf == that.classOf && palette.equals(that.palette);
    }
}
