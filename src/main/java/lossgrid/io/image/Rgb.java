package lossgrid.io.image;

/** Colours as 0xRRGGBB. */
final class Rgb {
    private static final int BYTE = 0xff;
    private static final int RED = 16;
    private static final int GREEN = 8;

    private Rgb() {}

    static int rgb(byte red, byte green, byte blue) {
        return (red & BYTE) << RED | (green & BYTE) << GREEN | (blue & BYTE);
    }
}
