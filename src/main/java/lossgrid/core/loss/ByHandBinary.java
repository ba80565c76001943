package lossgrid.core.loss;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;

/** {@code −w (pos_weight · y log q + (1 − y) log(1 − q))}, where y has the shape of q and weights broadcast to it. */
record ByHandBinary(LabelArray target, BroadcastRows weights, BroadcastRows positives) implements ByHandTerms {
    @Override
    public ByHandBinary with(LabelArray other) {
        return new ByHandBinary(other, weights, positives);
    }

    private int element(int plane, int cell) {
        return target.shape().element(plane, cell);
    }

    private float positive(int plane, int cell) {
        return positives.at(plane, cell) * (float) target.doubleAt(element(plane, cell));
    }

    @Override
    public float loss(Tensor q, int plane, int cell) {
        float probability = q.inPlane(plane, cell);
        double on = positive(plane, cell) * Math.log(probability);
        double off = rest(element(plane, cell)) * Math.log(1f - probability);
        return (float) (-weights.at(plane, cell) * (on + off));
    }

    @Override
    public float slope(float q, int plane, int cell, double denominator) {
        double on = positive(plane, cell) / (double) q;
        double off = rest(element(plane, cell)) / (double) (1f - q);
        return (float) (-weights.at(plane, cell) * (on - off) / denominator);
    }

    /** {@code 1 - y} in the dtype of y, in which whole numbers wrap around. */
    private float rest(int i) {
        return switch (target.dtype()) {
            case FLOAT32, FLOAT64 -> (float) (1 - target.doubleAt(i));
            case UINT8 -> 1 - target.longAt(i) & 0xff;
            case INT16 -> (short) (1 - target.longAt(i));
            case INT32 -> (int) (1 - target.longAt(i));
            case INT64 -> 1 - target.longAt(i);
            case BOOL -> throw new IllegalStateException("1 - y is refused for bool");
        };
    }
}
