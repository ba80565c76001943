package lossgrid.paint;

import java.util.Locale;

/** Numbers as cells and panels show them. */
public final class Numbers {
    /** Digits after the point, unless the user asks for others. */
    public static final int DEFAULT_DIGITS = 4;

    private static final double LARGEST_PLAIN = 1e5;

    private Numbers() {}

    /** Fixed digits after the point; with an exponent from 100,000 on; NaN and ∞ as glyphs. Never a negative zero. */
    public static String fixed(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (Math.abs(value) >= LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return isNegativeZero(text) ? text.substring(1) : text;
    }

    private static boolean isNegativeZero(String text) {
        return text.startsWith("-") && text.chars().allMatch(c -> c == '-' || c == '.' || c == '0');
    }

    /** The shortest text: no trailing zeros, no point for whole numbers. For ticks and options. */
    public static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN) {
            return Long.toString((long) value);
        }
        return Double.isFinite(value) ? Float.toString((float) value) : fixed(value, DEFAULT_DIGITS);
    }
}
