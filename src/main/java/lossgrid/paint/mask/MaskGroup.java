package lossgrid.paint.mask;

import lossgrid.paint.color.NumberDisplay;

/**
 * One of the different values of a mask, or a range of them where there are too many.
 *
 * @param low the least of a value or range; for colours the colour as 0xAARRGGBB; NaN for NaN
 * @param high the greatest of a range, otherwise the same as {@code low}
 * @param count the number of elements in it
 */
public record MaskGroup(Kind kind, double low, double high, long count) {
    /** The kind of a group's numbers. */
    public enum Kind {
        VALUE,
        RANGE,
        COLOR,
        /** Colours similar to this one. */
        NEAR_COLOR,
        NAN
    }

    /** Whether the group is one of a mask of colours. */
    public boolean isColor() {
        return kind == Kind.COLOR || kind == Kind.NEAR_COLOR;
    }

    static MaskGroup value(double value, long count) {
        return new MaskGroup(Kind.VALUE, value, value, count);
    }

    /** The colour of a group of colours: 0xAARRGGBB. */
    public int argb() {
        return (int) (long) low;
    }

    /**
     * The number as short as possible, a range as {@code 1…254} or, for fractions, with as many digits as distinguish
     * it from its neighbours, a colour as {@code (r, g, b)} with its alpha unless it is opaque.
     */
    public String text() {
        return switch (kind) {
            case VALUE -> number(low);
            case RANGE -> isWhole(low) && isWhole(high) ? number(low) + "…" + number(high) : fractions();
            case NAN -> "NaN";
            case COLOR -> color();
            case NEAR_COLOR -> "≈ " + color();
        };
    }

    private String fractions() {
        int digits = NumberDisplay.digitsApart(low, high);
        return NumberDisplay.fixed(low, digits) + "…" + NumberDisplay.fixed(high, digits);
    }

    private String color() {
        int argb = argb();
        int alpha = argb >>> 24;
        String rgb = ((argb >> 16) & 0xff) + ", " + ((argb >> 8) & 0xff) + ", " + (argb & 0xff);
        return "(" + rgb + (alpha == 0xff ? "" : ", " + alpha) + ")";
    }

    static String number(double value) {
        return isWhole(value) ? Long.toString((long) value) : NumberDisplay.shortest(value);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }
}
