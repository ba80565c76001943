package lossgrid.core.array;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Labels as they were read: any {@link DType}, any shape, nothing corrected. Immutable, row-major. Arrays that differ
 * in one element share all planes but one.
 *
 * <p>It also serves wherever PyTorch takes a tensor of any dtype, such as the index and src of {@code scatter_}.
 */
public final class LabelArray {
    private final DType dtype;
    private final Shape shape;
    /** Chunks of {@link #chunkSize} elements each; a reshape keeps them as they are. */
    private final Storage[] chunks;

    private final int chunkSize;

    private LabelArray(DType dtype, Shape shape, Storage[] chunks, int chunkSize) {
        this.dtype = dtype;
        this.shape = shape;
        this.chunks = chunks;
        this.chunkSize = chunkSize;
    }

    private static LabelArray allocate(DType dtype, Shape shape) {
        int chunkSize = Math.max(shape.planeSize(), 1);
        Storage[] chunks = new Storage[shape.size() / chunkSize];
        Arrays.setAll(chunks, i -> Storage.allocate(dtype, chunkSize));
        return new LabelArray(dtype, shape, chunks, chunkSize);
    }

    /** An array whose element {@code i}, in row-major order, is {@code value(i)} cast to {@code dtype}. */
    public static LabelArray ofLongs(DType dtype, Shape shape, IntToLongFunction value) {
        LabelArray array = allocate(dtype, shape);
        for (int c = 0; c < array.chunks.length; c++) {
            array.chunks[c].fillLongs(c * array.chunkSize, value);
        }
        return array;
    }

    /** An array of whole numbers in row-major order, cast to {@code dtype}; as many as the shape has elements. */
    public static LabelArray ofLongs(DType dtype, Shape shape, long... values) {
        shape.requireCount(values.length);
        return ofLongs(dtype, shape, i -> values[i]);
    }

    /** An array whose element {@code i}, in row-major order, is {@code value(i)} cast to {@code dtype} as on x86. */
    public static LabelArray ofDoubles(DType dtype, Shape shape, IntToDoubleFunction value) {
        LabelArray array = allocate(dtype, shape);
        for (int c = 0; c < array.chunks.length; c++) {
            array.chunks[c].fillDoubles(c * array.chunkSize, value);
        }
        return array;
    }

    /** An array of numbers in row-major order, cast to {@code dtype} as on x86; as many as the shape has elements. */
    public static LabelArray ofDoubles(DType dtype, Shape shape, double... values) {
        shape.requireCount(values.length);
        return ofDoubles(dtype, shape, i -> values[i]);
    }

    /**
     * A uint8 array of bytes in row-major order; at least as many as the shape has elements, of which the first count.
     */
    public static LabelArray ofBytes(Shape shape, byte[] values) {
        int chunkSize = Math.max(shape.planeSize(), 1);
        Storage[] chunks = new Storage[shape.size() / chunkSize];
        Arrays.setAll(chunks, i -> new Storage.Bytes(Arrays.copyOfRange(values, i * chunkSize, (i + 1) * chunkSize)));
        return new LabelArray(DType.UINT8, shape, chunks, chunkSize);
    }

    /** Wraps the planes without copying: only for arrays that nobody else changes. */
    static LabelArray sharing(Shape shape, float[][] planes) {
        Storage[] chunks = new Storage[planes.length];
        Arrays.setAll(chunks, i -> new Storage.Floats(planes[i]));
        return new LabelArray(DType.FLOAT32, shape, chunks, Math.max(shape.planeSize(), 1));
    }

    /** The elements in runs of {@link #chunkSize}; never to be written. */
    Storage[] chunks() {
        return chunks;
    }

    int chunkSize() {
        return chunkSize;
    }

    public DType dtype() {
        return dtype;
    }

    /** Shape and dtype, as {@code [2, 2, 2] int64}. */
    public String summary() {
        return shape() + " " + dtype().torchName();
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return shape.size();
    }

    /**
     * Element {@code i} in row-major order as a whole number: exact for the integer types, cast as on x86 for the
     * floating ones.
     */
    public long longAt(int i) {
        return chunks[i / chunkSize].longAt(i % chunkSize);
    }

    /** Copies {@code count} elements from element {@code start} on, each as {@link #longAt} has it. */
    public void copy(int start, int count, long[] out) {
        int chunk = start / chunkSize;
        int at = start % chunkSize;
        if (at + count <= chunkSize && chunks[chunk] instanceof Storage.Longs(long[] data)) {
            System.arraycopy(data, at, out, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = longAt(start + i);
        }
    }

    /** As above, each rounded to float32. */
    public void copy(int start, int count, float[] out) {
        int chunk = start / chunkSize;
        int at = start % chunkSize;
        if (at + count <= chunkSize && chunks[chunk] instanceof Storage.Floats(float[] data)) {
            System.arraycopy(data, at, out, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = (float) doubleAt(start + i);
        }
    }

    /** Element {@code i} in row-major order: exact up to 2^53. */
    public double doubleAt(int i) {
        return chunks[i / chunkSize].doubleAt(i % chunkSize);
    }

    /** Copies {@code count} elements, from element {@code i} in row-major order on, to the beginning of {@code out}. */
    public void copy(int i, double[] out, int count) {
        int at = i;
        int done = 0;
        while (done < count) {
            int from = at % chunkSize;
            int run = Math.min(count - done, chunkSize - from);
            chunks[at / chunkSize].copy(from, out, done, run);
            at += run;
            done += run;
        }
    }

    public Scalar at(int i) {
        return dtype.isFloatingPoint() ? new Scalar.Real(doubleAt(i)) : new Scalar.Whole(longAt(i));
    }

    /** This array with element {@code i} set to {@code value}, cast to its dtype. Copies one plane. */
    public LabelArray with(int i, Scalar value) {
        Storage[] out = chunks.clone();
        Storage copy = chunks[i / chunkSize].copy();
        switch (value) {
            case Scalar.Whole(long whole) -> copy.put(i % chunkSize, whole);
            case Scalar.Real(double real) -> copy.put(i % chunkSize, real);
        }
        out[i / chunkSize] = copy;
        return new LabelArray(dtype, shape, out, chunkSize);
    }

    /**
     * This array with element {@code cells[i]} set to element {@code i} of {@code values}, cast to its dtype; of two
     * for the same element the later one counts. Copies each plane that changes once, and is the same object when none
     * does.
     */
    public LabelArray with(int[] cells, LabelArray values) {
        values.shape.requireCount(cells.length);
        LabelArray cast = values.to(dtype);
        Storage[] out = chunks.clone();
        boolean changed = false;
        for (int i = 0; i < cells.length; i++) {
            int c = cells[i] / chunkSize;
            int at = cells[i] % chunkSize;
            if (!sameElement(out[c], at, cast, i)) {
                out[c] = isShared(out, c) ? chunks[c].copy() : out[c];
                if (dtype.isFloatingPoint()) {
                    out[c].put(at, cast.doubleAt(i));
                } else {
                    out[c].put(at, cast.longAt(i));
                }
                changed = true;
            }
        }
        return changed ? new LabelArray(dtype, shape, out, chunkSize) : this;
    }

    /** The bytes of memory that this array does not share with {@code other}. */
    public long bytesApartFrom(LabelArray other) {
        boolean isLikeIt = dtype == other.dtype && chunks.length == other.chunks.length;
        long bytes = 0;
        for (int c = 0; c < chunks.length; c++) {
            bytes += isLikeIt && isShared(other.chunks, c) ? 0 : (long) chunkSize * dtype.bytes();
        }
        return bytes;
    }

    private boolean sameElement(Storage chunk, int at, LabelArray values, int i) {
        return dtype.isFloatingPoint()
                ? Double.doubleToLongBits(chunk.doubleAt(at)) == Double.doubleToLongBits(values.doubleAt(i))
                : chunk.longAt(at) == values.longAt(i);
    }

    @SuppressWarnings("ReferenceEquality") // Whether the chunk has been copied yet.
    private boolean isShared(Storage[] out, int c) {
        return out[c] == chunks[c];
    }

    /** The same elements in another shape of the same size. Shares all data. */
    public LabelArray reshape(Shape newShape) {
        newShape.requireCount(shape.size());
        return new LabelArray(dtype, newShape, chunks, chunkSize);
    }

    /** The same elements in another type, as {@code Tensor.to(dtype)} on x86. */
    public LabelArray to(DType target) {
        if (target == dtype) {
            return this;
        }
        return dtype.isFloatingPoint()
                ? ofDoubles(target, shape, this::doubleAt)
                : ofLongs(target, shape, this::longAt);
    }

    /** The same elements as float32. Shares all data where they are float32 and lie in planes. */
    public Tensor toTensor() {
        if (dtype == DType.FLOAT32 && chunkSize == Math.max(shape.planeSize(), 1)) {
            float[][] planes = new float[chunks.length][];
            Arrays.setAll(planes, i -> ((Storage.Floats) chunks[i]).data());
            return new Tensor(shape, planes);
        }
        return Tensor.generate(shape, i -> (float) doubleAt(i));
    }

    /** Whether both share the storage of every element, so that nothing can differ. */
    public boolean sameStorage(LabelArray other) {
        return dtype == other.dtype
                && shape.equals(other.shape)
                && chunkSize == other.chunkSize
                && IntStream.range(0, chunks.length).allMatch(c -> isShared(other.chunks, c));
    }

    /** Equal in dtype, shape and every element; NaN equals NaN, 0.0 differs from −0.0. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof LabelArray that) || dtype != that.dtype || !shape.equals(that.shape)) {
            return false;
        }
        return chunkSize == that.chunkSize ? hasEqualChunks(that) : hasEqualElements(that);
    }

    private boolean hasEqualChunks(LabelArray that) {
        for (int c = 0; c < chunks.length; c++) {
            if (!isShared(that.chunks, c) && chunks[c].mismatch(that.chunks[c], 0) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** For arrays of which one was reshaped, so that its chunks have another size. */
    private boolean hasEqualElements(LabelArray that) {
        for (int i = 0; i < size(); i++) {
            if (!sameElement(chunks[i / chunkSize], i % chunkSize, that, i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 31 * dtype.hashCode() + shape.hashCode();
        for (int i = 0; i < size(); i++) {
            hash = 31 * hash + Double.hashCode(doubleAt(i));
        }
        return hash;
    }

    @Override
    public String toString() {
        return dtype.torchName() + shape;
    }
}
