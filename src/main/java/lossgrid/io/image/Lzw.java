package lossgrid.io.image;

import lossgrid.io.disk.UnreadableFile;

/** The LZW of TIFF: codes of 9 to 12 bits, the highest bit first, one bit longer one code early. */
final class Lzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_CODE = 258;
    private static final int CODES = 4096;
    private static final int LEAST_BITS = 9;
    private static final int MOST_BITS = 12;
    private static final int LEAST_BUFFER = 1 << 12;
    private static final int BYTE = 0xff;

    private final byte[] file;
    private final String place;
    private final long end;
    private long bit;

    /** The start of each code's string in the output, and its length. */
    private final int[] starts = new int[CODES];

    private final int[] lengths = new int[CODES];

    Lzw(byte[] file, Inflation.Piece piece, String place) {
        this.file = file;
        this.place = place;
        this.bit = (long) piece.offset() * Byte.SIZE;
        this.end = (long) (piece.offset() + piece.length()) * Byte.SIZE;
    }

    byte[] decode(int expected) throws UnreadableFile {
        byte[] out = new byte[Math.min(expected, LEAST_BUFFER)];
        int size = 0;
        int next = FIRST_CODE;
        int previous = CLEAR;
        while (size < expected) {
            int bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(next + 1)));
            if (bit + bits > end) {
                throw TiffCompression.tooShort(size, expected, place);
            }
            int code = code(bits);
            if (code == END) {
                throw TiffCompression.tooShort(size, expected, place);
            }
            if (code == CLEAR) {
                next = FIRST_CODE;
                previous = CLEAR;
                continue;
            }
            if (code > next || (code == next && previous == CLEAR) || (code >= FIRST_CODE && previous == CLEAR)) {
                throw new UnreadableFile(place, "the compressed data is broken: code " + code + " is not known yet");
            }
            if (previous != CLEAR && next < CODES) {
                starts[next] = size - lengthOf(previous);
                lengths[next] = lengthOf(previous) + 1;
                next++;
            }
            int length = Math.min(lengthOf(code), expected - size);
            out = TiffCompression.grown(out, size + length, expected);
            write(out, size, code, length);
            size += length;
            previous = code;
        }
        return out;
    }

    private static int firstOf(int code) {
        return code & BYTE;
    }

    private int lengthOf(int code) {
        return code < CLEAR ? 1 : lengths[code];
    }

    /** One byte after the other, since a string may reach into itself. */
    private void write(byte[] out, int at, int code, int length) {
        if (code < CLEAR) {
            out[at] = (byte) firstOf(code);
            return;
        }
        for (int i = 0; i < length; i++) {
            out[at + i] = out[starts[code] + i];
        }
    }

    private int code(int bits) {
        int out = 0;
        for (int i = 0; i < bits; i++, bit++) {
            int shift = Byte.SIZE - 1 - (int) (bit % Byte.SIZE);
            out = out << 1 | ((file[(int) (bit / Byte.SIZE)] >> shift) & 1);
        }
        return out;
    }
}
