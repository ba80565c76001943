package lossgrid.io.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import lossgrid.io.disk.UnreadableFile;

/**
 * The compressions of TIFF. Each gives the requested number of bytes, and allocates at most about twice the length of
 * its data.
 */
enum TiffCompression {
    NONE(1),
    CCITT_RLE(2),
    CCITT_T4(3),
    CCITT_T6(4),
    LZW(5),
    JPEG(7),
    DEFLATE(8),
    OLD_DEFLATE(32_946),
    PACK_BITS(32_773);

    private static final int LEAST_BUFFER = 1 << 12;
    private static final int JPEG_OLD = 6;
    private static final int NO_OPERATION = -128;
    private static final int T4_DIFFERENCES = 1;

    private final int code;

    TiffCompression(int code) {
        this.code = code;
    }

    static TiffCompression of(TiffDirectory tags) throws UnreadableFile {
        long code = tags.value(TiffDirectory.COMPRESSION, NONE.code);
        for (TiffCompression compression : values()) {
            if (compression.code == code) {
                return compression;
            }
        }
        throw tags.error(
                code == JPEG_OLD
                        ? "compressed as JPEG of an old kind that is not supported"
                        : "compression " + code
                                + " is not supported; uncompressed, CCITT, LZW, JPEG, Deflate and PackBits are");
    }

    /**
     * Throws for damaged pieces, where a few bytes may encode any number of pixels, before memory for them is
     * allocated.
     */
    void require(byte[] file, Inflation.Piece piece, TiffLayout layout, int rows, TiffDirectory tags)
            throws UnreadableFile {
        if (this == CCITT_RLE || this == CCITT_T4 || this == CCITT_T6) {
            fax(file, piece, layout, tags).require(rows);
        }
    }

    private Fax fax(byte[] file, Inflation.Piece piece, TiffLayout layout, TiffDirectory tags) throws UnreadableFile {
        if (layout.bits() != 1 || layout.together() != 1) {
            throw tags.error("samples of %s bits in a code for black and white".formatted(layout.bits()));
        }
        Fax.Kind kind =
                switch (this) {
                    case CCITT_RLE -> Fax.Kind.RUNS;
                    case CCITT_T4 ->
                        (tags.value(TiffDirectory.T4_OPTIONS, 0) & T4_DIFFERENCES) == 0
                                ? Fax.Kind.T4
                                : Fax.Kind.T4_BOTH;
                    case CCITT_T6, NONE, LZW, JPEG, DEFLATE, OLD_DEFLATE, PACK_BITS -> Fax.Kind.T6;
                };
        return new Fax(file, piece, kind, layout.chunkWidth(), tags.place());
    }

    /** The bytes of so many rows, more than 0, that a piece of the file gives. */
    byte[] decode(byte[] file, Inflation.Piece piece, TiffLayout layout, int rows, TiffDirectory tags)
            throws UnreadableFile {
        int expected = (int) (layout.rowBytes() * rows);
        String place = tags.place();
        return switch (this) {
            case NONE -> {
                if (piece.length() < expected) {
                    throw tooShort(piece.length(), expected, place);
                }
                yield Arrays.copyOfRange(file, piece.offset(), piece.offset() + expected);
            }
            case CCITT_RLE, CCITT_T4, CCITT_T6 -> fax(file, piece, layout, tags).decode(rows);
            case LZW -> new Lzw(file, piece, place).decode(expected);
            case JPEG -> jpeg(file, piece, layout, rows, tags);
            case DEFLATE, OLD_DEFLATE -> Inflation.inflate(file, List.of(piece), expected, false, place);
            case PACK_BITS -> packBits(file, piece, expected, place);
        };
    }

    private static byte[] jpeg(byte[] file, Inflation.Piece piece, TiffLayout layout, int rows, TiffDirectory tags)
            throws UnreadableFile {
        if (layout.bits() != Byte.SIZE) {
            throw tags.error("samples of %s bits as JPEG".formatted(layout.bits()));
        }
        byte[] out = Jpeg.decode(
                tags.bytes(TiffDirectory.JPEG_TABLES),
                ByteBuffer.wrap(file, piece.offset(), piece.length()),
                layout.chunkWidth(),
                rows,
                layout.together(),
                tags.place());
        if (layout.isYCbCr()) {
            YCbCr.toRgb(out);
        }
        return out;
    }

    static UnreadableFile tooShort(int size, int expected, String place) {
        return new UnreadableFile(place, "the data ends after %s of %s bytes".formatted(size, expected));
    }

    /** {@code out} or, where it is too short for {@code needed} bytes, a longer copy of at most {@code most}. */
    static byte[] grown(byte[] out, int needed, int most) {
        return needed <= out.length ? out : Arrays.copyOf(out, (int) Math.min(most, Math.max(needed, 2L * out.length)));
    }

    private static byte[] packBits(byte[] file, Inflation.Piece piece, int expected, String place)
            throws UnreadableFile {
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
