package lossgrid.ui.control;

import javafx.scene.paint.Color;

/** Colours as JavaFX has them and as numbers {@code 0xAARRGGBB}. */
public final class Colors {
    private static final int BYTE = 0xff;
    private static final int ALPHA_SHIFT = 24;

    private Colors() {}

    public static Color of(int argb) {
        return Color.rgb(argb >> 16 & BYTE, argb >> 8 & BYTE, argb & BYTE, (argb >>> ALPHA_SHIFT) / (double) BYTE);
    }

    /** The same without its alpha. */
    public static Color opaque(int argb) {
        return of(argb | BYTE << ALPHA_SHIFT);
    }

    public static int argb(Color color) {
        return channel(color.getOpacity()) << ALPHA_SHIFT | rgb(color);
    }

    /** {@code 0xRRGGBB}. */
    public static int rgb(Color color) {
        return channel(color.getRed()) << 16 | channel(color.getGreen()) << 8 | channel(color.getBlue());
    }

    private static int channel(double share) {
        return (int) Math.round(share * BYTE);
    }
}
