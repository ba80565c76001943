package lossgrid.io.document;

import java.util.Arrays;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.disk.UnreadableFile;
import tools.jackson.core.JsonToken;

/** Collects elements of one dtype as they stand in a document. Grows with what is there, whatever a shape claims. */
final class ElementBuffer implements NestedLists.Elements {
    private static final int INITIAL_CAPACITY = 16;

    private final DType dtype;
    /** Whole numbers, or the bits of float64 values. */
    private long[] bits = new long[INITIAL_CAPACITY];

    private int size;

    ElementBuffer(DType dtype) {
        this.dtype = dtype;
    }

    /** The elements so far, as many as the shape has. */
    LabelArray toArray(Shape shape) {
        return dtype.isFloatingPoint()
                ? LabelArray.ofDoubles(dtype, shape, i -> Double.longBitsToDouble(bits[i]))
                : LabelArray.ofLongs(dtype, shape, i -> bits[i]);
    }

    @Override
    public void add(JsonCursor cursor) throws UnreadableFile {
        if (size == bits.length) {
            bits = Arrays.copyOf(bits, 2 * size);
        }
        bits[size++] = read(cursor);
    }

    private long read(JsonCursor cursor) throws UnreadableFile {
        return switch (dtype) {
            case BOOL -> cursor.bool() ? 1 : 0;
            case UINT8 -> whole(cursor, 0, (1 << Byte.SIZE) - 1);
            case INT16 -> whole(cursor, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> whole(cursor, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> whole(cursor, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT32, FLOAT64 -> Double.doubleToRawLongBits(real(cursor, dtype));
        };
    }

    private long whole(JsonCursor cursor, long min, long max) throws UnreadableFile {
        var value = cursor.whole();
        if (value.isEmpty() || value.getAsLong() < min || value.getAsLong() > max) {
            String article = dtype == DType.UINT8 ? "a " : "an ";
            throw cursor.error(cursor.found() + " is not " + article + dtype.torchName() + " value");
        }
        return value.getAsLong();
    }

    /**
     * The number that the cursor stands on, rounded once to {@code dtype}.
     *
     * @param dtype float32 or float64
     */
    static double real(JsonCursor cursor, DType dtype) throws UnreadableFile {
        if (cursor.isAt(JsonToken.VALUE_STRING)) {
            return special(cursor);
        }
        if (!cursor.isAt(JsonToken.VALUE_NUMBER_INT) && !cursor.isAt(JsonToken.VALUE_NUMBER_FLOAT)) {
            throw cursor.expected("a number");
        }
        String text = cursor.string();
        double value = dtype == DType.FLOAT32 ? Float.parseFloat(text) : Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw cursor.error(cursor.found() + " is beyond the range of " + dtype.torchName());
        }
        return value;
    }

    private static double special(JsonCursor cursor) throws UnreadableFile {
        return switch (cursor.string()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                throw cursor.error(cursor.found() + " is not a number; the only strings are \"NaN\", \"Infinity\" and"
                        + " \"-Infinity\"");
        };
    }
}
