package lossgrid.core.array;

/** Elements of a tensor that are computed when they are read, instead of being stored in planes. */
public interface TensorView {
    Shape shape();

    /** Element {@code cell} of plane {@code plane}. */
    float at(int plane, int cell);

    /** Writes {@code count} elements of a plane, from {@code cell} on, to the beginning of {@code out}. */
    void copy(int plane, int cell, float[] out, int count);

    /** Writes the elements at {@code cell + offsets[i]} of a plane to {@code out[i]}; offsets do not fall. */
    default void take(int plane, int cell, int[] offsets, float[] out) {
        for (int i = 0; i < offsets.length; i++) {
            out[i] = at(plane, cell + offsets[i]);
        }
    }

    /** All elements of a plane, in an array that the caller may change. */
    default float[] plane(int plane) {
        float[] out = new float[shape().planeSize()];
        copy(plane, 0, out, out.length);
        return out;
    }

    /** Writes all planes, each into the array at its index. */
    default void copyPlanes(float[][] out) {
        for (int p = 0; p < out.length; p++) {
            copy(p, 0, out[p], out[p].length);
        }
    }

    /** All planes, in arrays that the caller may change. */
    default float[][] planes() {
        float[][] out = Tensor.allocatePlanes(shape());
        copyPlanes(out);
        return out;
    }
}
