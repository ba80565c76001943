package lossgrid.io.image;

import java.nio.ByteBuffer;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.npy.NumpyDType;

/**
 * The positions of each colour's bits in a pixel of a BMP of 16 or 32 bits.
 *
 * @param red a mask, as the others
 * @param alpha 0 where there is none
 */
record BmpMasks(int red, int green, int blue, int alpha) {
    static final BmpMasks OF_16_BITS = new BmpMasks(0x7c00, 0x3e0, 0x1f, 0);
    static final BmpMasks OF_32_BITS = new BmpMasks(0xff0000, 0xff00, 0xff, 0);

    /** Throws for masks with gaps, and for those that share bits. */
    BmpMasks checked(int bits) throws UnreadableFile {
        long used = 0;
        for (int mask : new int[] {red, green, blue, alpha}) {
            long whole = Integer.toUnsignedLong(mask);
            boolean isInPixel = whole >> bits == 0;
            boolean hasGap = Long.highestOneBit(whole) * 2 - Long.lowestOneBit(whole) != whole && mask != 0;
            if (!isInPixel || hasGap || (used & whole) != 0 || width(mask) > Short.SIZE) {
                throw new UnreadableFile(
                        "header", "colours in the bits %08x, %08x, %08x, %08x".formatted(red, green, blue, alpha));
            }
            used |= whole;
        }
        if (red == 0 || green == 0 || blue == 0) {
            throw new UnreadableFile("header", "a colour without bits");
        }
        return this;
    }

    private static int width(int mask) {
        return Integer.bitCount(mask);
    }

    int channels() {
        return alpha == 0 ? 3 : 4;
    }

    /** The bits of the widest sample. */
    int bits() {
        return Math.max(Math.max(width(red), width(green)), Math.max(width(blue), width(alpha)));
    }

    NumpyDType type() {
        return bits() <= Byte.SIZE ? NumpyDType.UINT8 : NumpyDType.UINT16;
    }

    /** Adds the samples of a pixel, which are not stretched to a byte. */
    void put(int pixel, ByteBuffer out) {
        put(pixel, red, out);
        put(pixel, green, out);
        put(pixel, blue, out);
        if (alpha != 0) {
            put(pixel, alpha, out);
        }
    }

    private void put(int pixel, int mask, ByteBuffer out) {
        int sample = (pixel & mask) >>> Integer.numberOfTrailingZeros(mask);
        if (type() == NumpyDType.UINT8) {
            out.put((byte) sample);
        } else {
            out.putShort((short) sample);
        }
    }
}
