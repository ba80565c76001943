package lossgrid.io.image;

/**
 * Colours as brightness and two differences (ITU-R BT.601, full range), which no mask holds on purpose: red, green and
 * blue are made of them.
 */
final class YCbCr {
    private static final int CENTER = 128;
    private static final int MOST = 255;
    private static final double RED_OF_CR = 1.402;
    private static final double BLUE_OF_CB = 1.772;
    private static final double GREEN_OF_CB = 0.344_14;
    private static final double GREEN_OF_CR = 0.714_14;

    private YCbCr() {}

    /** Replaces each pixel of three bytes. */
    static void toRgb(byte[] pixels) {
        for (int i = 0; i + 2 < pixels.length; i += 3) {
            int y = Byte.toUnsignedInt(pixels[i]);
            int cb = Byte.toUnsignedInt(pixels[i + 1]) - CENTER;
            int cr = Byte.toUnsignedInt(pixels[i + 2]) - CENTER;
            pixels[i] = whole(y + RED_OF_CR * cr);
            pixels[i + 1] = whole(y - GREEN_OF_CB * cb - GREEN_OF_CR * cr);
            pixels[i + 2] = whole(y + BLUE_OF_CB * cb);
        }
    }

    private static byte whole(double value) {
        return (byte) Math.clamp(Math.round(value), 0, MOST);
    }
}
