package lossgrid.core.loss;

import java.util.stream.IntStream;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TensorView;
import lossgrid.core.math.DimLines;

/**
 * The gradient of a loss of class indices with respect to the logits, computed from these when it is read: it stores
 * two numbers a pixel, instead of one for every class.
 *
 * @param sums of the logits
 * @param labels those that occur in the target
 * @param totals {@link ClassSlopes#total} of each label, at the label's number plus 1; that of ignored pixels comes
 *     first
 */
@SuppressWarnings("ArrayRecordComponent")
public // Neither is handed out.
record ClassSlopeView(Tensor logits, LogSums sums, ClassSlopes slopes, int[] labels, float[] totals)
        implements TensorView {
    static ClassSlopeView of(Tensor logits, LogSums sums, ClassSlopes slopes) {
        int[] labels = labels(slopes.targets());
        return new ClassSlopeView(logits, sums, slopes, labels, totals(slopes, labels));
    }

    /** The same logits and targets with another denominator of the mean. */
    ClassSlopeView with(ClassSlopes others) {
        return new ClassSlopeView(logits, sums, others, labels, totals(others, labels));
    }

    private static float[] totals(ClassSlopes slopes, int[] labels) {
        float[] out = new float[slopes.targets().classes() + 1];
        for (int label : labels) {
            out[label + 1] = slopes.total(label);
        }
        return out;
    }

    /** All possible labels; only those that occur where each takes a sum over the classes. */
    private static int[] labels(ClassTargets targets) {
        IntStream labels = targets.isSmoothed()
                ? IntStream.range(0, targets.target().size())
                        .map(targets::label)
                        .distinct()
                : IntStream.range(0, targets.classes());
        return labels.toArray();
    }

    @Override
    public Shape shape() {
        return logits.shape();
    }

    private int classes() {
        return slopes.targets().classes();
    }

    private int planeSize() {
        return shape().planeSize();
    }

    @Override
    public float at(int plane, int cell) {
        int n = plane / classes();
        int label = slopes.targets().label(shape().element(n, cell));
        float log = sums.logProbability(logits.inPlane(plane, cell), n, cell);
        float probability = DimLines.Loop.acrossPlanes(cell, planeSize()).exp(log);
        return slopes.byLogit(probability, totals[label + 1], label, plane % classes());
    }

    /**
     * The first cell that PyTorch's vectorized loop over pixels leaves over; from here on, the exponential is another.
     */
    int leftOver() {
        return DimLines.Loop.vectorized(planeSize());
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        ClassSlopeRows rows = ClassSlopeRows.forCells(this, count);
        for (int done = 0; done < count; done += rows.width()) {
            rows.select(plane / classes(), cell + done, Math.min(rows.width(), count - done));
            rows.read(plane % classes(), out, done);
        }
    }

    @Override
    public void take(int plane, int cell, int[] offsets, float[] out) {
        ClassSlopeRows rows = ClassSlopeRows.forCells(this, offsets.length);
        for (int done = 0; done < offsets.length; done += rows.width()) {
            int end = Math.min(offsets.length, done + rows.width());
            rows.take(plane, cell, offsets, done, end, out);
        }
    }

    /** Works in blocks of pixels, since most numbers read for one class serve the others too. */
    @Override
    public void copyPlanes(float[][] out) {
        Blocks blocks = Blocks.of(shape().dim(0), planeSize(), ClassSlopeRows.ROWS);
        blocks.run(() -> {
            ClassSlopeRows rows = new ClassSlopeRows(this, blocks.width());
            return (_, n, start, count) -> {
                rows.select(n, start, count);
                for (int c = 0; c < classes(); c++) {
                    rows.read(c, out[n * classes() + c], start);
                }
            };
        });
    }
}
