package lossgrid.paint.color;

import java.util.Locale;
import lossgrid.core.array.DecimalText;

/** Numbers as cells and panels show them. */
public final class NumberDisplay {
    /** The digits after the point, unless the user chooses others. */
    public static final int DEFAULT_DIGITS = 4;

    private static final int FIGURES = 3;
    private static final int PERCENT = 100;
    private static final int MOST_DIGITS = 9;
    private static final double LEAST_PLAIN = 1e-2;
    private static final double LARGEST_PLAIN = 1e5;

    private NumberDisplay() {}

    /**
     * A number with fixed digits after the point, from 100,000 on with an exponent; NaN and ∞ as glyphs. Never a
     * negative zero.
     */
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

    /** As {@link #fixed(double, int)} with {@link #DEFAULT_DIGITS}. */
    public static String fixed(double value) {
        return fixed(value, DEFAULT_DIGITS);
    }

    /** A whole number in full, others as {@link #fixed(double, int)}. */
    public static String wholeOrFixed(double value, int digits) {
        return value == Math.rint(value) ? shortest(value) : fixed(value, digits);
    }

    /** A part of a whole, 0…1, in percent with one digit after the point. */
    public static String percent(double share) {
        return fixed(PERCENT * share, 1) + " %";
    }

    /** The text of a sum or of a count of weights, with its whole part in groups of three digits, as counts have it. */
    public static String grouped(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        return whole.matches("-?\\d{4,}")
                ? DecimalText.grouped(Long.parseLong(whole)) + number.substring(whole.length())
                : number;
    }

    private static boolean isNegativeZero(String text) {
        return text.startsWith("-") && text.chars().allMatch(c -> c == '-' || c == '.' || c == '0');
    }

    /**
     * The digits after the point that show three figures of a number as large as {@code magnitude}, at least {@link
     * #DEFAULT_DIGITS}.
     */
    public static int digitsUpTo(double magnitude) {
        if (!(magnitude > 0) || Double.isInfinite(magnitude)) {
            return DEFAULT_DIGITS;
        }
        int digits = FIGURES - 1 - (int) Math.floor(Math.log10(magnitude));
        return Math.clamp(digits, DEFAULT_DIGITS, MOST_DIGITS);
    }

    /** The digits after the point that show the distance of two numbers by two figures, at least 0. */
    public static int digitsApart(double low, double high) {
        double distance = high - low;
        return distance > 0 && Double.isFinite(distance)
                ? Math.clamp(1 - (int) Math.floor(Math.log10(distance)), 0, MOST_DIGITS)
                : DEFAULT_DIGITS;
    }

    /** A few figures of a number of any size: {@code 1.2e-7}, {@code 0.2500}; ∞ and NaN as {@link #fixed}. */
    public static String figures(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return fixed(value, 0);
        }
        double magnitude = Math.abs(value);
        if (magnitude >= LEAST_PLAIN && magnitude < LARGEST_PLAIN) {
            return fixed(value);
        }
        return String.format(Locale.ROOT, "%.1e", value).replace("e-0", "e-").replace("e+0", "e+");
    }

    /**
     * The shortest text of a number, without trailing zeros and without a point for whole numbers; for ticks and
     * options.
     */
    public static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN) {
            return Long.toString((long) value);
        }
        return Double.isFinite(value) ? Float.toString((float) value) : fixed(value);
    }
}
