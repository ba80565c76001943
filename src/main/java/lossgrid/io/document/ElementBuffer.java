package lossgrid.io.document;

import java.util.Arrays;
import java.util.OptionalLong;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.json.JsonError;
import lossgrid.io.json.JsonModule;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Collects elements of one dtype as they stand in a document. Grows with what is there, whatever a shape claims. */
final class ElementBuffer {
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

    void add(JsonParser parser) {
        if (size == bits.length) {
            bits = Arrays.copyOf(bits, 2 * size);
        }
        bits[size++] = read(parser);
    }

    private long read(JsonParser parser) {
        return switch (dtype) {
            case BOOL -> JsonModule.flag(parser) ? 1 : 0;
            case UINT8 -> whole(parser, 0, (1 << Byte.SIZE) - 1);
            case INT16 -> whole(parser, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> whole(parser, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> whole(parser, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT32, FLOAT64 -> Double.doubleToRawLongBits(real(parser, dtype));
        };
    }

    private long whole(JsonParser parser, long min, long max) {
        OptionalLong value = JsonModule.whole(parser);
        if (value.isEmpty() || value.getAsLong() < min || value.getAsLong() > max) {
            String article = dtype == DType.UINT8 ? "a " : "an ";
            throw new JsonError(parser, JsonError.found(parser) + " is not " + article + dtype.torchName() + " value");
        }
        return value.getAsLong();
    }

    /**
     * The number that the parser is on, rounded once to {@code dtype}.
     *
     * @param dtype float32 or float64
     */
    static double real(JsonParser parser, DType dtype) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return special(parser);
        }
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            throw JsonError.expected(parser, "a number");
        }
        String text = parser.getString();
        double value = dtype == DType.FLOAT32 ? Float.parseFloat(text) : Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new JsonError(parser, JsonError.found(parser) + " is beyond the range of " + dtype.torchName());
        }
        return value;
    }

    private static double special(JsonParser parser) {
        return switch (parser.getString()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                throw new JsonError(
                        parser,
                        JsonError.found(parser) + " is not a number; the only strings are \"NaN\", \"Infinity\" and"
                                + " \"-Infinity\"");
        };
    }
}
