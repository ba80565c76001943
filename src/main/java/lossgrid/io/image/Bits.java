package lossgrid.io.image;

/** Samples that need not begin with a byte, the first in the highest bits. */
final class Bits {
    private static final int PAIR = 2 * Byte.SIZE;

    private Bits() {}

    /** Sample {@code i}, of fewer than 8 bits and within one byte, of the row that begins at byte {@code row}. */
    static byte at(byte[] data, int row, int i, int bits) {
        long bit = (long) i * bits;
        int shift = Byte.SIZE - bits - (int) (bit % Byte.SIZE);
        return (byte) (data[row + (int) (bit / Byte.SIZE)] >> shift & (1 << bits) - 1);
    }

    /** Sample {@code i}, of up to 16 bits, of the row that begins at byte {@code row}. */
    static int wide(byte[] data, int row, int i, int bits) {
        long bit = (long) i * bits;
        int first = row + (int) (bit / Byte.SIZE);
        int all = 0;
        for (int b = 0; b < 3; b++) {
            all = (all << Byte.SIZE) | (first + b < data.length ? Byte.toUnsignedInt(data[first + b]) : 0);
        }
        int shift = PAIR + Byte.SIZE - bits - (int) (bit % Byte.SIZE);
        return (all >> shift) & ((1 << bits) - 1);
    }

    /** Each byte with its bits in reverse order. */
    static byte[] reversed(byte[] data) {
        byte[] out = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            out[i] = (byte) (Integer.reverse(data[i]) >>> (Integer.SIZE - Byte.SIZE));
        }
        return out;
    }
}
