package lossgrid.core.array;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable float32 array in row-major order. Logits and everything of their size are {@code [N, C, H, W]}; weights,
 * losses of pixels and scalars have other ranks. The last two dimensions form planes, each an array of its own: tensors
 * that differ in one element share all planes but one.
 */
public final class Tensor {
    /** Gives element {@code i} in row-major order. */
    @FunctionalInterface
    public interface Generator {
        float at(int i);
    }

    /** Gives the elements of one plane after another. */
    @FunctionalInterface
    public interface PlaneReader {
        /** Writes all elements of plane {@code plane} into {@code out}, which it must not keep. */
        void read(int plane, float[] out);
    }

    private final Shape shape;
    /** Empty where there is a view. */
    private final float[][] planes;

    private final @Nullable TensorView view;
    private final int planeSize;

    /** Wraps the planes without copying: only for arrays that nobody else changes. */
    public Tensor(Shape shape, float[][] planes) {
        this.shape = shape;
        this.planes = planes;
        this.view = null;
        this.planeSize = Math.max(shape.planeSize(), 1);
    }

    /** A tensor whose elements are computed where they are read. */
    public Tensor(TensorView view) {
        this.shape = view.shape();
        this.planes = new float[0][];
        this.view = view;
        this.planeSize = Math.max(shape.planeSize(), 1);
    }

    public static float[][] allocatePlanes(Shape shape) {
        int planeSize = Math.max(shape.planeSize(), 1);
        return new float[shape.size() / planeSize][planeSize];
    }

    public static Tensor generate(Shape shape, Generator generator) {
        float[][] planes = allocatePlanes(shape);
        int i = 0;
        for (float[] plane : planes) {
            for (int j = 0; j < plane.length; j++) {
                plane[j] = generator.at(i++);
            }
        }
        return new Tensor(shape, planes);
    }

    /** A tensor whose planes come from {@code reader}, each once and in order. */
    public static Tensor read(Shape shape, PlaneReader reader) {
        float[][] planes = allocatePlanes(shape);
        for (int p = 0; p < planes.length; p++) {
            reader.read(p, planes[p]);
        }
        return new Tensor(shape, planes);
    }

    /** A tensor of these elements in row-major order; as many as the shape has. */
    public static Tensor of(Shape shape, float... values) {
        shape.requireCount(values.length);
        return generate(shape, i -> values[i]);
    }

    /** A tensor of rank 0. */
    public static Tensor scalar(float value) {
        return of(Shape.SCALAR, value);
    }

    /** A tensor of rank 1. */
    public static Tensor vector(float... values) {
        return of(Shape.of(values.length), values);
    }

    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, allocatePlanes(shape));
    }

    public static Tensor full(Shape shape, float value) {
        return generate(shape, i -> value);
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return shape.size();
    }

    public int planeCount() {
        return shape.size() / planeSize;
    }

    /** Whether every element is known to be 0 or 1 without reading it. */
    public boolean isOneHotView() {
        return view instanceof OneHotView;
    }

    @Nullable
    TensorView view() {
        return view;
    }

    /** The stored planes; never to be written, and empty where there is a view. */
    float[][] storedPlanes() {
        return planes;
    }

    private float[][] allPlanes() {
        return view == null ? planes : view.planes();
    }

    /** Element {@code i} in row-major order. */
    public float at(int i) {
        return inPlane(i / planeSize, i % planeSize);
    }

    /** Element {@code [n, c, h, w]} of a tensor of rank 4. */
    public float at(int n, int c, int h, int w) {
        Nchw layout = Nchw.of(shape);
        return inPlane(layout.plane(n, c), h * layout.width() + w);
    }

    /** Element {@code cell} of plane {@code plane}. */
    public float inPlane(int plane, int cell) {
        return view == null ? planes[plane][cell] : view.at(plane, cell);
    }

    /** Copies {@code count} elements of a plane, from {@code cell} on, to the beginning of {@code out}. */
    public void copy(int plane, int cell, float[] out, int count) {
        if (view == null) {
            System.arraycopy(planes[plane], cell, out, 0, count);
        } else {
            view.copy(plane, cell, out, count);
        }
    }

    /**
     * Copies single elements of a plane, that at {@code cell + offsets[i]} into {@code out[i]}; offsets do not fall.
     */
    public void take(int plane, int cell, int[] offsets, float[] out) {
        if (view == null) {
            float[] from = planes[plane];
            for (int i = 0; i < offsets.length; i++) {
                out[i] = from[cell + offsets[i]];
            }
        } else {
            view.take(plane, cell, offsets, out);
        }
    }

    /** Copies every plane into the array at its index, each as long as a plane. A view computes them on all cores. */
    public void copyPlanes(float[][] out) {
        if (view == null) {
            for (int p = 0; p < planes.length; p++) {
                System.arraycopy(planes[p], 0, out[p], 0, planeSize);
            }
        } else {
            view.copyPlanes(out);
        }
    }

    /** The storage of one plane; never to be written. */
    public float[] plane(int plane) {
        return view == null ? planes[plane] : view.plane(plane);
    }

    /** The elements of one plane, in an array that the caller may change. */
    public float[] ownedPlane(int plane) {
        return view == null ? planes[plane].clone() : view.plane(plane);
    }

    /** Whether both tensors share the storage of this plane, so that none of its elements differs. */
    @SuppressWarnings("ReferenceEquality")
    public boolean samePlane(Tensor other, int plane) {
        boolean stored = view == null && other.view == null;
        return stored ? planes[plane] == other.planes[plane] : view == other.view;
    }

    /** The bytes of memory that this tensor does not share with {@code other}. */
    public long bytesApartFrom(Tensor other) {
        long planesApart = 0;
        for (int p = 0; p < planeCount(); p++) {
            planesApart += shape.equals(other.shape) && samePlane(other, p) ? 0 : 1;
        }
        return planesApart * planeSize * Float.BYTES;
    }

    /** The pixels whose columns are stored outside the planes, ascending; never to be written. */
    public int[] patchedPixels() {
        return view instanceof PatchedView patched ? patched.pixels() : new int[0];
    }

    /** This tensor with other columns at {@code pixels}, which ascend; see {@link PatchedView}. Copies no plane. */
    public Tensor patched(int[] pixels, float[][] columns) {
        return new Tensor(
                view instanceof PatchedView earlier
                        ? earlier.with(pixels, columns)
                        : new PatchedView(this, pixels, columns));
    }

    /** This tensor with element {@code i} set to {@code value}. Copies one plane. */
    public Tensor with(int i, float value) {
        float[][] out = allPlanes().clone();
        out[i / planeSize] = out[i / planeSize].clone();
        out[i / planeSize][i % planeSize] = value;
        return new Tensor(shape, out);
    }

    /**
     * This tensor with element {@code cells[i]} set to element {@code i} of {@code values}; of two for the same element
     * the later one counts. Copies each plane that changes once, and is the same object when none does.
     */
    public Tensor with(int[] cells, Tensor values) {
        values.shape.requireCount(cells.length);
        if (view != null) {
            return new Tensor(shape, view.planes()).with(cells, values);
        }
        float[][] out = planes.clone();
        boolean changed = false;
        for (int i = 0; i < cells.length; i++) {
            int p = cells[i] / planeSize;
            int at = cells[i] % planeSize;
            float value = values.at(i);
            if (Float.floatToIntBits(out[p][at]) != Float.floatToIntBits(value)) {
                out[p] = isShared(out, p) ? planes[p].clone() : out[p];
                out[p][at] = value;
                changed = true;
            }
        }
        return changed ? new Tensor(shape, out) : this;
    }

    @SuppressWarnings("ReferenceEquality") // Whether the plane has been copied yet.
    private boolean isShared(float[][] out, int plane) {
        return out[plane] == planes[plane];
    }

    /** The same elements in another shape of the same size. */
    public Tensor reshape(Shape newShape) {
        newShape.requireCount(size());
        if (newShape.planeSize() == planeSize) {
            return new Tensor(newShape, allPlanes());
        }
        return generate(newShape, this::at);
    }

    public float[] toArray() {
        float[] out = new float[size()];
        for (int p = 0; p < planeCount(); p++) {
            System.arraycopy(plane(p), 0, out, p * planeSize, planeSize);
        }
        return out;
    }

    /** The same elements as a float32 {@link LabelArray}. Shares all data. */
    public LabelArray toLabels() {
        return LabelArray.sharing(shape, allPlanes());
    }

    /** Equal in shape and every element; NaN equals NaN, 0.0 differs from −0.0. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Tensor that) || !shape.equals(that.shape)) {
            return false;
        }
        for (int p = 0; p < planeCount(); p++) {
            if (!samePlane(that, p) && !Arrays.equals(plane(p), that.plane(p))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.deepHashCode(allPlanes());
    }

    @Override
    public String toString() {
        return "float32" + shape;
    }
}
