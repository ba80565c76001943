package lossgrid.model.text;

import lossgrid.core.array.LabelArray;

/** Values as texts that read back as the very same value, in a form that Python and spreadsheets understand. */
public final class RoundTripText {
    private static final double LARGEST_PLAIN = 1e7;

    private RoundTripText() {}

    /** The shortest text for a float32. */
    public static String of(float value) {
        return isPlainWhole(value) ? Long.toString((long) value) : special(value, Float.toString(value));
    }

    /** The shortest text for a float64. */
    public static String of(double value) {
        return isPlainWhole(value) ? Long.toString((long) value) : special(value, Double.toString(value));
    }

    /** The text of a label, by its dtype. */
    public static String of(LabelArray labels, int i) {
        return switch (labels.dtype()) {
            case BOOL, UINT8, INT16, INT32, INT64 -> Long.toString(labels.longAt(i));
            case FLOAT32 -> of((float) labels.doubleAt(i));
            case FLOAT64 -> of(labels.doubleAt(i));
        };
    }

    private static boolean isPlainWhole(double value) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN && !negativeZero;
    }

    private static String special(double value, String finite) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return finite;
    }
}
