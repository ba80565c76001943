package lossgrid.paint.mask;

import lossgrid.paint.color.NumberDisplay;

/**
 * One of the different values of a mask, or a range of them where there are too many to tell apart.
 *
 * @param low of values and ranges the least; of colours the colour as 0xAARRGGBB; NaN for NaN
 * @param high of ranges the greatest, otherwise the same
 * @param count how many elements there are of it
 */
public record MaskGroup(Kind kind, double low, double high, long count) {
    /** What the numbers of a group are. */
    public enum Kind {
        VALUE,
        RANGE,
        COLOR,
        /** Colours that are nearly this one. */
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

    /** Of a colour: 0xAARRGGBB. */
    public int argb() {
        return (int) (long) low;
    }

    /**
     * The number as short as it can be, a range as {@code 1…254} or, of fractions, with as many digits as tell it from the ranges beside it, a colour as {@code (r, g, b)} with its alpha unless it is opaque. */
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
