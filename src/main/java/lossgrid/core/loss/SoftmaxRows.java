package lossgrid.core.loss;

import java.util.Arrays;
import lossgrid.core.math.RowMath;

/** Scratch rows in which runs of a {@link SoftmaxView} are computed. */
final class SoftmaxRows {
    /** The least power of two that exponentials may have. */
    private static final int LEAST_POWER = -125;
    /** Rows of scratch. */
    static final int ROWS = 6;

    private final SoftmaxView view;
    private final RowMath.Pipe pipe;
    private final float[] x;
    private final float[] max;
    private final float[] sum;

    SoftmaxRows(SoftmaxView view, int width) {
        this.view = view;
        pipe = new RowMath.Pipe(width, LEAST_POWER);
        x = new float[width];
        max = new float[width];
        sum = new float[width];
    }

    /** Rows to read {@code cells} cells of one plane. */
    static SoftmaxRows forCells(SoftmaxView view, int cells) {
        return new SoftmaxRows(view, Blocks.widthFor(cells));
    }

    int width() {
        return x.length;
    }

    /**
     * Writes {@code count} probabilities of a plane to {@code out}, from {@code to} on; at most as many as a row has.
     */
    void read(int plane, int cell, int count, float[] out, int to) {
        int n = plane / view.classes();
        view.logits().copy(plane, cell, x, count);
        System.arraycopy(view.max()[n], cell, max, 0, count);
        System.arraycopy(view.sum()[n], cell, sum, 0, count);
        boolean ordinary = find(count);
        if (ordinary) {
            System.arraycopy(x, 0, out, to, count);
        }
        for (int j = ordinary ? Math.max(view.leftOver() - cell, 0) : 0; j < count; j++) {
            out[to + j] = view.at(plane, cell + j);
        }
    }

    /**
     * Writes those at {@code cell + offsets[i]} to {@code out[i]} for i from {@code from} to below {@code to}; at most
     * as many as a row has.
     */
    void take(int plane, int cell, int[] offsets, int from, int to, float[] out) {
        int n = plane / view.classes();
        int count = to - from;
        for (int j = 0; j < count; j++) {
            int at = cell + offsets[from + j];
            x[j] = view.logits().inPlane(plane, at);
            max[j] = view.max()[n][at];
            sum[j] = view.sum()[n][at];
        }
        boolean ordinary = find(count);
        for (int j = 0; j < count; j++) {
            int at = cell + offsets[from + j];
            out[from + j] = ordinary && at < view.leftOver() ? x[j] : view.at(plane, at);
        }
    }

    /**
     * Turns the first logits in x into probabilities.
     *
     * @return whether these are right, which fails where exponentials are very small
     */
    private boolean find(int count) {
        Arrays.fill(x, count, x.length, 0f);
        Arrays.fill(max, count, x.length, 0f);
        Arrays.fill(sum, count, x.length, 1f);
        pipe.clear();
        pipe.exp(x, x, max);
        RowMath.quotients(x, x, sum);
        return pipe.isOrdinary();
    }
}
