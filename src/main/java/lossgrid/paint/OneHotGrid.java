package lossgrid.paint;

import java.util.function.IntPredicate;
import lossgrid.core.Tensor;

/**
 * A target with a number for each class: the class's colour, the more transparent the smaller the number.
 *
 * @param ignored whether a pixel, counted through {@code [N, H, W]}, is ignored
 * @param classOf the class that a column stands for
 */
public record OneHotGrid(
        Tensor values,
        IntPredicate ignored,
        ColumnClass classOf,
        ClassPalette palette,
        GridShape shape,
        int longestText)
        implements CellGrid {
    /** Which class's colour a column takes. */
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

    public static OneHotGrid of(Tensor values, IntPredicate ignored, ColumnClass classOf, ClassPalette palette) {
        int longest = 1;
        for (int i = 0; i < values.size(); i++) {
            longest = values.at(i) == 0 || values.at(i) == 1
                    ? longest
                    : Math.max(longest, text(values.at(i)).length());
        }
        return new OneHotGrid(values, ignored, classOf, palette, GridShape.of(values.shape()), longest);
    }

    private static String text(float value) {
        return value == Math.rint(value) ? Numbers.shortest(value) : Numbers.fixed(value, 2);
    }

    @Override
    public String planeTitle(int plane) {
        return switch (classOf) {
            case SAME -> shape.planeTitle(plane);
            case PAIR -> "n=" + plane / shape.columns() + (plane % shape.columns() == 0 ? " y" : " 1−y");
        };
    }

    @Override
    public CellLook look(int plane, int cell) {
        return ignored.test(plane / shape.columns() * shape.planeSize() + cell)
                ? CellLook.IGNORED
                : CellLook.of(values.inPlane(plane, cell));
    }

    @Override
    public int argb(int plane, int cell) {
        int color = palette.of(classOf.of(plane % shape.columns()));
        return ClassColors.withOpacity(color, values.inPlane(plane, cell));
    }

    @Override
    public String text(int plane, int cell) {
        return text(values.inPlane(plane, cell));
    }

    @Override
    public boolean sameCell(CellGrid other, int plane, int cell) {
        return other instanceof OneHotGrid that
                && classOf == that.classOf
                && palette.equals(that.palette)
                && Float.floatToIntBits(values.inPlane(plane, cell))
                        == Float.floatToIntBits(that.values.inPlane(plane, cell))
                && look(plane, cell) == that.look(plane, cell);
    }

    @Override
    public boolean samePlane(CellGrid other, int plane) {
        return false;
    }
}
