package lossgrid.core.loss;

import java.util.stream.IntStream;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TensorView;
import lossgrid.core.math.DimLines;

/**
 * The gradient of a loss of class indices with respect to the logits, found from these where it is read: of its own it has two numbers a pixel, instead of
 * one for every class.
 *
 * @param sums of the logits
 * @param labels those that a target has
 * @param totals {@link ClassSlopes#total} of each of these, in the place of its number, the ignored one first
 */
@SuppressWarnings("ArrayRecordComponent")
public // Neither is handed out.
record ClassSlopeView(Tensor logits, LogSums sums, ClassSlopes slopes, int[] labels, float[] totals)
        implements TensorView {
    static ClassSlopeView of(Tensor logits, LogSums sums, ClassSlopes slopes) {
        int[] labels = labels(slopes.targets());
        return new ClassSlopeView(logits, sums, slopes, labels, totals(slopes, labels));
    }

    /** The same logits and targets, of which the mean divides by another number. */
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

    /** All there can be; where each costs a sum over the classes, only those that there are. */
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

    /** From here on, cells are left over by PyTorch's loop over pixels, for another exponential. */
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

    /** By blocks of pixels, since most of what is read for one class is the same for the others. */
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
