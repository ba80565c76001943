package lossgrid.core.loss;

import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TensorView;
import lossgrid.core.math.DimLines;

/**
 * The softmax over the classes, computed from the logits when it is read: {@code e^(x − max) / sum}, bit for bit as
 * {@link FusedClasses#softmax} stores it.
 *
 * @param logits {@code [N, C, H, W]}
 * @param max each pixel's greatest logit, a plane for each image
 * @param sum the sum of each pixel's {@code e^(x − max)}
 */
@SuppressWarnings("ArrayRecordComponent")
public // Not handed out.
record SoftmaxView(Tensor logits, float[][] max, float[][] sum) implements TensorView {
    @Override
    public Shape shape() {
        return logits.shape();
    }

    int classes() {
        return shape().dim(Nchw.CLASS_DIM);
    }

    private int planeSize() {
        return shape().planeSize();
    }

    @Override
    public float at(int plane, int cell) {
        int n = plane / classes();
        float x = logits.inPlane(plane, cell) - max[n][cell];
        return DimLines.Loop.acrossPlanes(cell, planeSize()).exp(x) / sum[n][cell];
    }

    /**
     * The first cell that PyTorch's vectorized loop over pixels leaves over; from here on, the exponential is another.
     */
    int leftOver() {
        return DimLines.Loop.vectorized(planeSize());
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        SoftmaxRows rows = SoftmaxRows.forCells(this, count);
        for (int done = 0; done < count; done += rows.width()) {
            rows.read(plane, cell + done, Math.min(rows.width(), count - done), out, done);
        }
    }

    @Override
    public void take(int plane, int cell, int[] offsets, float[] out) {
        SoftmaxRows rows = SoftmaxRows.forCells(this, offsets.length);
        for (int done = 0; done < offsets.length; done += rows.width()) {
            rows.take(plane, cell, offsets, done, Math.min(offsets.length, done + rows.width()), out);
        }
    }

    /** Works in blocks of pixels, on all cores. */
    @Override
    public void copyPlanes(float[][] out) {
        Blocks blocks = Blocks.of(shape().dim(0), planeSize(), SoftmaxRows.ROWS);
        blocks.run(() -> {
            SoftmaxRows rows = new SoftmaxRows(this, blocks.width());
            return (_, n, start, count) -> {
                for (int c = 0; c < classes(); c++) {
                    int plane = n * classes() + c;
                    rows.read(plane, start, count, out[plane], start);
                }
            };
        });
    }
}
