package lossgrid.model.edit;

import java.util.Arrays;

/** The losses of a descent, from the one before its first step. Grows; not to be shared between threads. */
public final class LossTrace {
    private static final int FIRST_CAPACITY = 64;

    private float[] losses = new float[FIRST_CAPACITY];
    private int size;

    public LossTrace(float first) {
        add(first);
    }

    public void add(float loss) {
        if (size == losses.length) {
            losses = Arrays.copyOf(losses, 2 * size);
        }
        losses[size++] = loss;
    }

    public int steps() {
        return size - 1;
    }

    public float first() {
        return losses[0];
    }

    public float last() {
        return losses[size - 1];
    }

    /** The loss after {@code step} steps. */
    public float at(int step) {
        return losses[step];
    }

    /** The steps to draw: all of them, or {@code most} spread evenly, with the first and the last in any case. */
    public int[] sampledSteps(int most) {
        int count = Math.min(size, Math.max(most, 2));
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = count == 1 ? 0 : (int) ((long) i * (size - 1) / (count - 1));
        }
        return out;
    }

    /** The least finite loss, or 0 when there is none. */
    public float least() {
        return bound(false);
    }

    /** The largest finite loss, or 0 when there is none. */
    public float most() {
        return bound(true);
    }

    private float bound(boolean upper) {
        float bound = Float.NaN;
        for (int i = 0; i < size; i++) {
            if (Float.isFinite(losses[i]) && !(upper ? losses[i] <= bound : losses[i] >= bound)) {
                bound = losses[i];
            }
        }
        return Float.isNaN(bound) ? 0 : bound;
    }
}
