package lossgrid.core.loss;

import java.util.Arrays;
import lossgrid.core.math.RowMath;

/**
 * Scratch rows in which runs of a {@link ClassSlopeView} are computed: a run of pixels is {@link #select selected}, and
 * then read for any of its classes.
 */
final class ClassSlopeRows {
    /** The least power of two that exponentials may have. */
    private static final int LEAST_POWER = -125;
    /** Rows of scratch. */
    static final int ROWS = 8;

    private final ClassSlopeView view;
    private final boolean plain;
    private final RowMath.Pipe pipe;
    private final short[] label;
    private final float[] number;
    private final float[] x;
    private final float[] max;
    private final float[] log;
    private final float[] total;
    private final float[] slope;
    private int image;
    private int first;
    private int count;

    ClassSlopeRows(ClassSlopeView view, int width) {
        this.view = view;
        plain = view.slopes().isPlain();
        pipe = new RowMath.Pipe(width, LEAST_POWER);
        label = new short[width];
        number = new float[width];
        x = new float[width];
        max = new float[width];
        log = new float[width];
        total = new float[width];
        slope = new float[width];
    }

    /** Rows to read {@code cells} cells of one plane. */
    static ClassSlopeRows forCells(ClassSlopeView view, int cells) {
        return new ClassSlopeRows(view, Blocks.widthFor(cells));
    }

    int width() {
        return x.length;
    }

    /** Loads the numbers that all classes of a run of pixels share. */
    void select(int n, int cell, int cells) {
        image = n;
        first = cell;
        count = cells;
        LogSums sums = view.sums();
        System.arraycopy(sums.max()[n], cell, max, 0, count);
        System.arraycopy(sums.log()[n], cell, log, 0, count);
        System.arraycopy(sums.label()[n], cell, label, 0, count);
        prepare();
    }

    /** Fills the ends of rows that are longer than the run, and converts labels to numbers for the loops. */
    private void prepare() {
        Arrays.fill(max, count, max.length, 0f);
        Arrays.fill(log, count, log.length, 0f);
        if (plain) {
            convert(number, label);
        }
    }

    private static void convert(float[] number, short[] label) {
        for (int j = 0; j < number.length; j++) {
            number[j] = label[j];
        }
    }

    /** Finds the slopes of class {@code c} and writes them to {@code out}, from {@code to} on. */
    void read(int c, float[] out, int to) {
        int plane = image * view.slopes().targets().classes() + c;
        view.logits().copy(plane, first, x, count);
        boolean ordinary = find(c);
        if (ordinary) {
            System.arraycopy(x, 0, out, to, count);
        }
        int leftOver = Math.max(view.leftOver() - first, 0);
        for (int j = ordinary ? leftOver : 0; j < count; j++) {
            out[to + j] = view.at(plane, first + j);
        }
    }

    /**
     * Finds the slopes at {@code cell + offsets[i]} of one plane for i from {@code from} to below {@code to}, at most
     * as many as a row has.
     */
    void take(int plane, int cell, int[] offsets, int from, int to, float[] out) {
        int classes = view.slopes().targets().classes();
        image = plane / classes;
        count = to - from;
        LogSums sums = view.sums();
        for (int j = 0; j < count; j++) {
            int at = cell + offsets[from + j];
            x[j] = view.logits().inPlane(plane, at);
            max[j] = sums.max()[image][at];
            log[j] = sums.log()[image][at];
            label[j] = sums.label()[image][at];
        }
        prepare();
        boolean ordinary = find(plane % classes);
        for (int j = 0; j < count; j++) {
            int at = cell + offsets[from + j];
            out[from + j] = ordinary && at < view.leftOver() ? x[j] : view.at(plane, at);
        }
    }

    /**
     * Turns the logits of class {@code c} in x into slopes.
     *
     * @return whether these are right, which fails where exponentials are very small
     */
    private boolean find(int c) {
        Arrays.fill(x, count, x.length, 0f);
        pipe.clear();
        pipe.expOfDifferences(x, max, log);
        if (!pipe.isOrdinary()) {
            return false;
        }
        if (plain) {
            ofPlain(x, number, c + 1, view.slopes().of(0, 0));
        } else {
            look(c);
            ClassSlopes.byLogits(x, total, slope);
        }
        return true;
    }

    /**
     * As {@link ClassSlopes#byLogits} where every class has the same weight, without a branch; {@code wanted} is the
     * number of the class.
     */
    private static void ofPlain(float[] x, float[] number, float wanted, float own) {
        for (int j = 0; j < x.length; j++) {
            float total = Math.min(1f, number[j]) * own + 0f;
            float slope = Math.max(0f, 1f - Math.abs(number[j] - wanted)) * own + 0f;
            x[j] = Math.fma(-x[j], total, slope);
        }
    }

    /** Looks up, for each pixel, the total of its label and the slope of class {@code c}. */
    private void look(int c) {
        float[] totals = view.totals();
        float own = view.slopes().of(c, c);
        float other = view.slopes().of(c + 1, c);
        float ignored = view.slopes().of(ClassTargets.IGNORED, c);
        for (int j = 0; j < count; j++) {
            total[j] = totals[label[j]];
            if (label[j] == 0) {
                slope[j] = ignored;
            } else {
                slope[j] = label[j] == c + 1 ? own : other;
            }
        }
    }
}
