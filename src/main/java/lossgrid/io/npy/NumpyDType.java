package lossgrid.io.npy;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.io.json.JsonNames;

/**
 * The element types that files hold, named as NumPy names them, and the {@link DType} that takes their values
 * unchanged: some have no type of their own.
 */
public enum NumpyDType {
    BOOL(DType.BOOL, 1),
    UINT8(DType.UINT8, 1),
    INT8(DType.INT16, 1),
    INT16(DType.INT16, 2),
    UINT16(DType.INT32, 2),
    INT32(DType.INT32, 4),
    UINT32(DType.INT64, 4),
    INT64(DType.INT64, 8),
    /** PyTorch has no type for its upper half: see {@link #isBeyond}. */
    UINT64(DType.INT64, 8),
    FLOAT16(DType.FLOAT32, 2),
    FLOAT32(DType.FLOAT32, 4),
    FLOAT64(DType.FLOAT64, 8);

    private static final long UNSIGNED_INT = 0xffffffffL;

    private final DType dtype;
    private final int size;

    NumpyDType(DType dtype, int size) {
        this.dtype = dtype;
        this.size = size;
    }

    /** The type as NumPy calls it: {@code uint16}. */
    public String numpyName() {
        return JsonNames.of(this);
    }

    /** The narrowest type of labels that holds every value. */
    public DType dtype() {
        return dtype;
    }

    /** Bytes of an element in a file. */
    public int size() {
        return size;
    }

    /** Whether labels have this very type. */
    public boolean isLabelType() {
        return dtype.torchName().equals(numpyName());
    }

    static Optional<NumpyDType> named(String name) {
        for (NumpyDType type : values()) {
            if (type.numpyName().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type of labels' own elements. */
    static NumpyDType of(DType dtype) {
        return valueOf(dtype.name());
    }

    /** Elements in row-major order from {@code data}, read from its index 0 on in its byte order. */
    public LabelArray read(Shape shape, ByteBuffer data) {
        if (this == FLOAT32) {
            FloatBuffer floats = data.slice(0, data.limit()).order(data.order()).asFloatBuffer();
            return Tensor.read(shape, (_, out) -> floats.get(out)).toLabels();
        }
        return read(shape, data, i -> i);
    }

    /**
     * As {@link #read(Shape, ByteBuffer)} where element {@code i} in row-major order is the {@code order(i)}th in
     * {@code data}.
     */
    LabelArray read(Shape shape, ByteBuffer data, IntUnaryOperator order) {
        return dtype.isFloatingPoint()
                ? LabelArray.ofDoubles(dtype, shape, i -> realAt(data, size * order.applyAsInt(i)))
                : LabelArray.ofLongs(dtype, shape, i -> wholeAt(data, size * order.applyAsInt(i)));
    }

    /** Whether this element of what was read is another number than the file has, since no type holds that one. */
    boolean isBeyond(LabelArray read, int i) {
        return this == UINT64 && read.longAt(i) < 0;
    }

    private double realAt(ByteBuffer data, int at) {
        return switch (this) {
            case FLOAT16 -> Float.float16ToFloat(data.getShort(at));
            case FLOAT32 -> data.getFloat(at);
            case FLOAT64 -> data.getDouble(at);
            case BOOL, UINT8, INT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 -> wholeAt(data, at);
        };
    }

    private long wholeAt(ByteBuffer data, int at) {
        return switch (this) {
            case BOOL -> data.get(at) == 0 ? 0 : 1;
            case UINT8 -> Byte.toUnsignedInt(data.get(at));
            case INT8 -> data.get(at);
            case INT16 -> data.getShort(at);
            case UINT16 -> Short.toUnsignedInt(data.getShort(at));
            case INT32 -> data.getInt(at);
            case UINT32 -> data.getInt(at) & UNSIGNED_INT;
            case INT64, UINT64 -> data.getLong(at);
            case FLOAT16, FLOAT32, FLOAT64 -> (long) realAt(data, at);
        };
    }
}
