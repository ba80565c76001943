package lossgrid.paint;

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

    /** The number as short as it can be, a range as {@code 1…254}, a colour as {@code (r, g, b)} with its alpha unless it is opaque. */
    public String text() {
        return switch (kind) {
            case VALUE -> number(low);
            case RANGE -> number(low) + "…" + number(high);
            case NAN -> "NaN";
            case COLOR -> color();
            case NEAR_COLOR -> "≈ " + color();
        };
    }

    private String color() {
        int argb = argb();
        int alpha = argb >>> 24;
        String rgb = ((argb >> 16) & 0xff) + ", " + ((argb >> 8) & 0xff) + ", " + (argb & 0xff);
        return "(" + rgb + (alpha == 0xff ? "" : ", " + alpha) + ")";
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Numbers.shortest(value);
    }
}
