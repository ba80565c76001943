package lossgrid.core;

import java.util.Arrays;

/** Scratch in which runs of a {@link ClassSlopeView} are found in loops over rows. */
final class ClassSlopeRows {
    private static final int MAX_CELLS = 1024;
    /** Wide rows cost more to allocate than they save, unless they are used so many times. */
    private static final int MANY_TIMES = 4;

    private static final int FEW_CELLS = 256;
    /** The least power of two that exponentials may have. */
    private static final int LEAST_POWER = -125;

    private final ClassSlopeView view;
    private final RowMath.Pipe pipe;
    private final char[] label;
    private final float[] number;
    private final float[] x;
    private final float[] max;
    private final float[] log;
    private final float[] zeros;
    private final float[] total;
    private final float[] slope;

    /** Rows for {@code count} cells, or for fewer. */
    ClassSlopeRows(ClassSlopeView view, int count) {
        this.view = view;
        int width = (count < MANY_TIMES * MAX_CELLS ? Math.min(count, FEW_CELLS) : MAX_CELLS) + Blocks.PADDING;
        pipe = new RowMath.Pipe(width, LEAST_POWER);
        label = new char[width];
        number = new float[width];
        x = new float[width];
        max = new float[width];
        log = new float[width];
        zeros = new float[width];
        total = new float[width];
        slope = new float[width];
    }

    int width() {
        return x.length;
    }

    /**
     * Finds a run of cells, to be {@link #copy copied} out.
     *
     * @return whether the loops give the right numbers; not so where exponentials are very small
     */
    boolean read(int plane, int cell, int count) {
        ClassTargets targets = view.slopes().targets();
        int n = plane / targets.classes();
        view.logits().copy(plane, cell, x, count);
        System.arraycopy(view.sums().max()[n], cell, max, 0, count);
        System.arraycopy(view.sums().log()[n], cell, log, 0, count);
        for (float[] row : new float[][] {x, max, log}) {
            Arrays.fill(row, count, row.length, 0f);
        }
        RowMath.minus(x, x, max, log);
        pipe.clear();
        pipe.exp(x, x, zeros);
        if (!pipe.isOrdinary()) {
            return false;
        }
        System.arraycopy(view.sums().label()[n], cell, label, 0, count);
        if (view.slopes().isPlain()) {
            for (int j = 0; j < count; j++) {
                number[j] = label[j];
            }
            ofPlain(number, plane % targets.classes() + 1, view.slopes().of(0, 0), total, slope);
        } else {
            look(plane % targets.classes(), count);
        }
        ClassSlopes.byLogits(x, total, slope);
        return true;
    }

    /** What the labels say where every class has the same weight; loops without a branch, each short enough to be vectorized. */
    private static void ofPlain(float[] number, float wanted, float own, float[] total, float[] slope) {
        for (int j = 0; j < number.length; j++) {
            total[j] = Math.fma(Math.min(1f, number[j]), own, 0f);
        }
        for (int j = 0; j < number.length; j++) {
            slope[j] = Math.fma(Math.max(0f, 1f - Math.abs(number[j] - wanted)), own, 0f);
        }
    }

    /** What the labels say. */
    private void look(int c, int count) {
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

    void copy(float[] out, int to, int count) {
        System.arraycopy(x, 0, out, to, count);
    }
}
