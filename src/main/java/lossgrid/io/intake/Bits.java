package lossgrid.io.intake;

/** Samples of fewer than 8 bits, several in a byte, the first in the highest bits. */
final class Bits {
    private Bits() {}

    /** Sample {@code i} of the row that begins at byte {@code row}. */
    static byte at(byte[] data, int row, int i, int bits) {
        long bit = (long) i * bits;
        int shift = Byte.SIZE - bits - (int) (bit % Byte.SIZE);
        return (byte) (data[row + (int) (bit / Byte.SIZE)] >> shift & (1 << bits) - 1);
    }
}
