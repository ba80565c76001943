package lossgrid.core.loss;

import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TensorView;

/**
 * The gradient of the hand-written loss with respect to the probabilities, computed from these when it is read.
 *
 * @param denominator the divisor of the reduction
 */
public record ByHandSlopeView(ByHandTerms terms, Tensor q, double denominator) implements TensorView {
    @Override
    public Shape shape() {
        return q.shape();
    }

    @Override
    public float at(int plane, int cell) {
        return terms.slope(q.inPlane(plane, cell), plane, cell, denominator);
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        q.copy(plane, cell, out, count);
        terms.slopes(out, plane, cell, count, denominator);
    }
}
