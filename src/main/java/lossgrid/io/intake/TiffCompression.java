package lossgrid.io.intake;

import java.util.Arrays;
import java.util.List;

/** The compressions of TIFF that lose nothing. Each gives as many bytes as are asked for, and allocates no more than about twice what is there. */
enum TiffCompression {
    NONE(1),
    LZW(5),
    DEFLATE(8),
    OLD_DEFLATE(32_946),
    PACK_BITS(32_773);

    private static final int LEAST_BUFFER = 1 << 12;
    private static final int JPEG_OLD = 6;
    private static final int JPEG = 7;
    private static final int NO_OPERATION = -128;

    private final int code;

    TiffCompression(int code) {
        this.code = code;
    }

    static TiffCompression of(TiffDirectory tags) throws IntakeException {
        long code = tags.value(TiffDirectory.COMPRESSION, NONE.code);
        for (TiffCompression compression : values()) {
            if (compression.code == code) {
                return compression;
            }
        }
        throw tags.error(
                code == JPEG_OLD || code == JPEG
                        ? "compressed as JPEG, which changes the values of a mask"
                        : "compression " + code + " is not read; known are none, LZW, Deflate and PackBits");
    }

    /** The {@code expected} bytes, more than 0, that a piece of the file gives. */
    byte[] decode(byte[] file, Inflation.Piece piece, int expected, String place) throws IntakeException {
        return switch (this) {
            case NONE -> {
                if (piece.length() < expected) {
                    throw tooShort(piece.length(), expected, place);
                }
                yield Arrays.copyOfRange(file, piece.offset(), piece.offset() + expected);
            }
            case LZW -> new Lzw(file, piece, place).decode(expected);
            case DEFLATE, OLD_DEFLATE -> Inflation.inflate(file, List.of(piece), expected, false, place);
            case PACK_BITS -> packBits(file, piece, expected, place);
        };
    }

    static IntakeException tooShort(int size, int expected, String place) {
        return new IntakeException(place, "the data ends after %s of %s bytes".formatted(size, expected));
    }

    /** {@code out} or, where it is too short for {@code needed} bytes, a longer copy of at most {@code most}. */
    static byte[] grown(byte[] out, int needed, int most) {
        return needed <= out.length ? out : Arrays.copyOf(out, (int) Math.min(most, Math.max(needed, 2L * out.length)));
    }

    private static byte[] packBits(byte[] file, Inflation.Piece piece, int expected, String place)
            throws IntakeException {
        byte[] out = new byte[Math.min(expected, Math.max(LEAST_BUFFER, piece.length()))];
        int size = 0;
        int at = piece.offset();
        int end = at + piece.length();
        while (size < expected) {
            if (end - at < 2) {
                throw tooShort(size, expected, place);
            }
            int head = file[at++];
            if (head == NO_OPERATION) {
                continue;
            }
            int run = Math.min(head >= 0 ? head + 1 : 1 - head, expected - size);
            out = grown(out, size + run, expected);
            if (head >= 0) {
                if (end - at < run) {
                    throw tooShort(size, expected, place);
                }
                System.arraycopy(file, at, out, size, run);
                at += head + 1;
            } else {
                Arrays.fill(out, size, size + run, file[at++]);
            }
            size += run;
        }
        return out;
    }
}
