package lossgrid.model.edit;

import lossgrid.core.array.DType;
import lossgrid.core.array.Scalar;
import lossgrid.model.text.NumberParser;
import lossgrid.model.text.Parsed;

/** The value of a cell: what its dtype can hold. */
public final class CellValue {
    private static final double BEYOND_INT64 = 0x1p63;

    private CellValue() {}

    /**
     * Reads a value. A floating type takes any decimal number, {@code nan}, {@code inf}, {@code -inf}; an integer type
     * whole numbers within its range, bool {@code true} and {@code false} too. A minus sign may be typographic.
     */
    public static Parsed<Scalar> parse(DType dtype, String text) {
        if (dtype.isFloatingPoint()) {
            return NumberParser.real(text).flatMap(value -> fit(dtype, new Scalar.Real(value), text));
        }
        String plain = NumberParser.plain(text);
        if (dtype == DType.BOOL && (plain.equals("true") || plain.equals("false"))) {
            return new Parsed.Value<>(new Scalar.Whole(plain.equals("true") ? 1 : 0));
        }
        return NumberParser.whole(text).flatMap(value -> fit(dtype, new Scalar.Whole(value), text));
    }

    /** A number as the dtype holds it. A float that is a whole number, such as 1.0, is good for an integer type. */
    static Parsed<Scalar> fit(DType dtype, Scalar number, String text) {
        if (dtype.isFloatingPoint()) {
            double value = number.asDouble();
            double stored = dtype == DType.FLOAT32 ? (float) value : value;
            return Double.isInfinite(stored) && !Double.isInfinite(value)
                    ? new Parsed.Rejected<>(Parsed.Problem.OUT_OF_RANGE, text.strip())
                    : new Parsed.Value<>(new Scalar.Real(stored));
        }
        return switch (number) {
            case Scalar.Whole(long whole) -> fitWhole(dtype, whole, text);
            case Scalar.Real(double real) ->
                real != Math.rint(real) || Double.isInfinite(real)
                        ? new Parsed.Rejected<>(Parsed.Problem.NOT_WHOLE, text.strip())
                        : real < -BEYOND_INT64 || real >= BEYOND_INT64
                                ? new Parsed.Rejected<>(Parsed.Problem.OUT_OF_RANGE, text.strip())
                                : fitWhole(dtype, (long) real, text);
        };
    }

    private static Parsed<Scalar> fitWhole(DType dtype, long value, String text) {
        return value >= least(dtype) && value <= most(dtype)
                ? new Parsed.Value<>(new Scalar.Whole(value))
                : new Parsed.Rejected<>(Parsed.Problem.OUT_OF_RANGE, text.strip());
    }

    static long least(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8 -> 0;
            case INT16 -> Short.MIN_VALUE;
            case INT32 -> Integer.MIN_VALUE;
            case INT64, FLOAT32, FLOAT64 -> Long.MIN_VALUE;
        };
    }

    static long most(DType dtype) {
        return switch (dtype) {
            case BOOL -> 1;
            case UINT8 -> 255;
            case INT16 -> Short.MAX_VALUE;
            case INT32 -> Integer.MAX_VALUE;
            case INT64, FLOAT32, FLOAT64 -> Long.MAX_VALUE;
        };
    }
}
