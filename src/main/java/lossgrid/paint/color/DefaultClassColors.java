package lossgrid.paint.color;

/** The colours of classes that have none of their own, and operations on colours. */
public final class DefaultClassColors {
    private static final int CHANNEL = 0xff;
    private static final int OPAQUE = 0xff000000;
    private static final int WHITE = 0xffffffff;
    private static final int ALPHA_SHIFT = 24;
    /** The luminance on which black and white text are equally readable: 4.58 to 1, more on any other. */
    private static final double LIGHT_TEXT_BELOW = Math.sqrt(1.05 * 0.05) - 0.05;

    private DefaultClassColors() {}

    /** The colour of class {@code c}, not negative. */
    public static int of(long c) {
        ColorMap map = ColorMapLibrary.classes();
        return map.color((int) Math.floorMod(c, (long) map.size()));
    }

    /** The lines over the colour of class {@code c}: none while colours suffice. */
    static ClassTexture texture(long c) {
        return ClassTexture.after(c / ColorMapLibrary.classes().size());
    }

    /** The colour that shows where {@code argb}, perhaps translucent, lies over an opaque ground. */
    public static int over(int ground, int argb) {
        return blend(ground, argb, (argb >>> ALPHA_SHIFT) / (double) CHANNEL);
    }

    /** Black or white, whichever is seen better on an opaque colour. */
    public static int ink(int argb) {
        return isDark(argb) ? WHITE : OPAQUE;
    }

    /** Mixes {@code a}, at t = 0, and {@code b}, at t = 1. */
    public static int blend(int a, int b, double t) {
        int out = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = (a >> shift) & CHANNEL;
            int to = (b >> shift) & CHANNEL;
            out |= (int) Math.round(from + (to - from) * t) << shift;
        }
        return out;
    }

    /** The colour with {@code opacity}, clamped to 0…1. */
    public static int withOpacity(int argb, double opacity) {
        return (argb & ~OPAQUE) | (alpha(opacity) << ALPHA_SHIFT);
    }

    /** The alpha of an opacity, clamped to 0…1. */
    static int alpha(double opacity) {
        return (int) Math.round(Math.clamp(opacity, 0, 1) * CHANNEL);
    }

    /** The colour multiplied with its opacity. */
    public static int premultiplied(int argb) {
        int alpha = argb >>> ALPHA_SHIFT;
        if (alpha == CHANNEL) {
            return argb;
        }
        int out = alpha << ALPHA_SHIFT;
        for (int shift = 0; shift <= 16; shift += 8) {
            out |= ((((argb >> shift) & CHANNEL) * alpha + CHANNEL / 2) / CHANNEL) << shift;
        }
        return out;
    }

    /** Whether text on this colour has to be light. */
    public static boolean isDark(int argb) {
        double luminance = 0.2126 * linear((argb >> 16) & CHANNEL)
                + 0.7152 * linear((argb >> 8) & CHANNEL)
                + 0.0722 * linear(argb & CHANNEL);
        return luminance < LIGHT_TEXT_BELOW;
    }

    private static double linear(int channel) {
        double c = channel / (double) CHANNEL;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
