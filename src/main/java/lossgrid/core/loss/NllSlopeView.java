package lossgrid.core.loss;

import lossgrid.core.array.Shape;
import lossgrid.core.array.TensorView;

/**
 * The gradient of {@code nll_loss} with respect to its input, computed from the class indices: 0 except for a pixel's
 * own class.
 *
 * @param shape {@code [N, C, H, W]}
 * @param own the gradient of a target's own class, for weight 1
 */
public record NllSlopeView(Shape shape, ClassTargets targets, float own) implements TensorView {
    /** The gradient of a class where it is the target. */
    private float of(int c) {
        return c == targets.ignoreIndex() ? 0f : of(targets, own, c);
    }

    static float of(ClassTargets targets, float own, int c) {
        // Adds 0, so that no zero is negative.
        return -targets.weightOf(c) * own + 0f;
    }

    @Override
    public float at(int plane, int cell) {
        int c = plane % targets.classes();
        return targets.target().longAt(shape.element(plane / targets.classes(), cell)) == c ? of(c) : 0f;
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        int c = plane % targets.classes();
        long[] labels = new long[count];
        targets.target().copy(shape.element(plane / targets.classes(), cell), count, labels);
        float own = of(c);
        for (int i = 0; i < count; i++) {
            out[i] = labels[i] == c ? own : 0f;
        }
    }
}
