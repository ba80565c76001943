package lossgrid.core.array;

import java.util.Arrays;

/** A tensor of one number. */
public record ConstantView(Shape shape, float value) implements TensorView {
    @Override
    public float at(int plane, int cell) {
        return value;
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        Arrays.fill(out, 0, count, value);
    }
}
