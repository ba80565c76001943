package lossgrid.core.loss;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TensorView;
import org.jspecify.annotations.Nullable;

/**
 * Each pixel's share of the denominator of the weighted mean, read from its class index: 0 where that is {@code
 * ignoreIndex}.
 *
 * @param target class indices, one a pixel: {@code [N, H, W]}
 * @param weights one factor a class, or null for ones
 */
@SuppressWarnings("ArrayRecordComponent")
public // Not handed out.
record WeightView(LabelArray target, float @Nullable [] weights, long ignoreIndex) implements TensorView {
    @Override
    public Shape shape() {
        return target.shape();
    }

    private float of(long label) {
        if (label == ignoreIndex) {
            return 0f;
        }
        return weights == null ? 1f : weights[(int) label];
    }

    @Override
    public float at(int plane, int cell) {
        return of(target.longAt(shape().element(plane, cell)));
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        long[] labels = new long[count];
        target.copy(shape().element(plane, cell), count, labels);
        for (int i = 0; i < count; i++) {
            out[i] = of(labels[i]);
        }
    }
}
