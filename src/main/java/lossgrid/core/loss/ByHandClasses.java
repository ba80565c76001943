package lossgrid.core.loss;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code −Σ p log q} over the classes.
 *
 * @param target the index of the only class in p, {@code [N, H, W]}, or p itself, {@code [N, C, H, W]}
 * @param weight one factor a class, or null
 * @param ignoreIndex pixels of this index are ignored
 */
record ByHandClasses(LabelArray target, @Nullable Tensor weight, long ignoreIndex, double labelSmoothing, Shape shape)
        implements ByHandTerms {
    @Override
    public ByHandClasses with(LabelArray other) {
        return new ByHandClasses(other, weight, ignoreIndex, labelSmoothing, shape);
    }

    private int classes() {
        return shape.dim(Nchw.CLASS_DIM);
    }

    private boolean hasIndices() {
        return target.shape().rank() < shape.rank();
    }

    private long index(int n, int cell) {
        return target.longAt(shape.element(n, cell));
    }

    /** Whether the target of a pixel is valid. */
    boolean isTaken(int n, int cell) {
        return !hasIndices() || !counts(n, cell) || (index(n, cell) >= 0 && index(n, cell) < classes());
    }

    boolean counts(int n, int cell) {
        return !hasIndices() || index(n, cell) != ignoreIndex;
    }

    private float p(int n, int c, int cell) {
        return hasIndices()
                ? (index(n, cell) == c ? 1f : 0f)
                : (float) target.doubleAt(shape.element(n * classes() + c, cell));
    }

    private double classWeight(int c) {
        return ByHandLosses.classWeight(weight, c);
    }

    /** The smoothed and weighted {@code p} of class {@code c}. */
    private float share(float p, int c) {
        double smoothed = (1 - labelSmoothing) * p + labelSmoothing / classes();
        return (float) (smoothed * classWeight(c));
    }

    @Override
    public float loss(Tensor q, int n, int cell) {
        double sum = 0;
        for (int c = 0; c < classes() && counts(n, cell); c++) {
            float share = share(p(n, c, cell), c);
            float probability = q.inPlane(n * classes() + c, cell);
            // Elsewhere, 0 times the logarithm adds nothing.
            if (share != 0 || !(probability > 0 && probability <= Float.MAX_VALUE)) {
                sum -= share * Math.log(probability);
            }
        }
        return (float) sum;
    }

    /** A pixel's share of the denominator of the mean. */
    float weight(int n, int cell) {
        double sum = 0;
        for (int c = 0; c < classes() && counts(n, cell); c++) {
            sum += classWeight(c) * p(n, c, cell);
        }
        return (float) sum;
    }

    @Override
    public float slope(float q, int plane, int cell, double denominator) {
        int n = plane / classes();
        int c = plane % classes();
        return counts(n, cell) ? (float) (-share(p(n, c, cell), c) / (double) q / denominator) : 0f;
    }

    @Override
    public void slopes(float[] q, int plane, int cell, int count, double denominator) {
        if (!hasIndices()) {
            ByHandTerms.super.slopes(q, plane, cell, count, denominator);
            return;
        }
        int c = plane % classes();
        long[] indices = new long[count];
        target.copy(shape.element(plane / classes(), cell), count, indices);
        float own = -share(1f, c);
        float other = -share(0f, c);
        for (int j = 0; j < count; j++) {
            float share = indices[j] == c ? own : other;
            q[j] = indices[j] == ignoreIndex ? 0f : (float) (share / (double) q[j] / denominator);
        }
    }
}
