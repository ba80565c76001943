package lossgrid.core.array;

/**
 * Conversions from floating point to whole numbers as {@code Tensor.to} makes them on x86: towards zero, and a number
 * that does not fit becomes the smallest one of the type. Java's own casts saturate and turn NaN into 0, which would
 * hide a broken mask.
 */
final class Casts {
    private static final double TWO_63 = 0x1p63;
    private static final double TWO_31 = 0x1p31;

    private Casts() {}

    static long toInt64(double value) {
        return value >= -TWO_63 && value < TWO_63 ? (long) value : Long.MIN_VALUE;
    }

    static int toInt32(double value) {
        return value > -TWO_31 - 1 && value < TWO_31 ? (int) value : Integer.MIN_VALUE;
    }
}
