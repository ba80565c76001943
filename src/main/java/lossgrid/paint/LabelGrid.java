package lossgrid.paint;

import java.util.function.IntPredicate;
import lossgrid.core.LabelArray;

/**
 * Labels in the colours of their classes. A label that names no class has a look of its own; what lies between two classes is mixed from them.
 *
 * @param ignored whether an element is {@code ignore_index}
 * @param classes how many classes there are; whole labels from 0 to below this are classes
 */
public record LabelGrid(
        LabelArray labels, IntPredicate ignored, int classes, ClassPalette palette, GridShape shape, int longestText)
        implements CellGrid {
    private static final int MAX_DIGITS = 4;

    /** In the usual colours. */
    public static LabelGrid of(LabelArray labels, IntPredicate ignored, int classes) {
        return of(labels, ignored, classes, ClassPalette.USUAL);
    }

    public static LabelGrid of(LabelArray labels, IntPredicate ignored, int classes, ClassPalette palette) {
        return new LabelGrid(labels, ignored, classes, palette, GridShape.of(labels.shape()), longest(labels));
    }

    private static int longest(LabelArray labels) {
        int longest = 1;
        for (int i = 0; i < labels.size(); i++) {
            double value = labels.doubleAt(i);
            boolean oneDigit = value >= 0 && value <= 9 && value == Math.rint(value);
            longest = oneDigit ? longest : Math.max(longest, text(labels, i).length());
        }
        return longest;
    }

    private static String text(LabelArray labels, int i) {
        if (!labels.dtype().isFloatingPoint()) {
            return Long.toString(labels.longAt(i));
        }
        String text = Numbers.shortest(labels.doubleAt(i));
        int point = text.indexOf('.');
        return point < 0 || text.length() - point <= MAX_DIGITS ? text : text.substring(0, point + MAX_DIGITS);
    }

    private int index(int plane, int cell) {
        return plane * shape.planeSize() + cell;
    }

    @Override
    public CellLook look(int plane, int cell) {
        int i = index(plane, cell);
        if (ignored.test(i)) {
            return CellLook.IGNORED;
        }
        double value = labels.doubleAt(i);
        CellLook look = CellLook.of(value);
        return look == CellLook.ORDINARY && !(value >= 0 && value <= classes - 1) ? CellLook.NO_CLASS : look;
    }

    @Override
    public int argb(int plane, int cell) {
        return palette.mix(labels.doubleAt(index(plane, cell)));
    }

    @Override
    public String text(int plane, int cell) {
        return text(labels, index(plane, cell));
    }

    @Override
    public boolean sameCell(CellGrid other, int plane, int cell) {
        int i = index(plane, cell);
        return other instanceof LabelGrid that
                && classes == that.classes
                && palette.equals(that.palette)
                && labels.dtype() == that.labels.dtype()
                && labels.at(i).equals(that.labels.at(i))
                && look(plane, cell) == that.look(plane, cell);
    }

    @Override
    public boolean samePlane(CellGrid other, int plane) {
        return false;
    }
}
