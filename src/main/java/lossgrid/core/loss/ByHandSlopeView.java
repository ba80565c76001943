package lossgrid.core.loss;

import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TensorView;

/**
 * The gradient of the formula by hand with respect to the probabilities, found from these where it is read.
 *
 * @param denominator what the reduction divides by
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
