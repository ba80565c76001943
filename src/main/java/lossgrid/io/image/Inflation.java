package lossgrid.io.image;

import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lossgrid.io.disk.UnreadableFile;

/** Inflates data whose length a file claims beforehand; allocates at most about twice the real length. */
public final class Inflation {
    /** The largest ratio by which a deflated stream can grow. */
    static final int MOST_RATIO = 1032;

    private static final int LEAST_BUFFER = 1 << 16;
    /** A mask rarely grows by more, so that most files do not need a second buffer. */
    private static final int USUAL_RATIO = 24;

    /** A part of the file that holds compressed bytes. */
    public record Piece(int offset, int length) {}

    private Inflation() {}

    /**
     * The inflated bytes.
     *
     * @param pieces the compressed stream, in order
     * @param expected the number of bytes it must give, more than 0 and within the memory budget
     * @param isRaw whether the stream has no zlib header
     * @return an array that begins with those bytes and may be longer
     * @throws UnreadableFile when the stream is broken or gives fewer bytes
     */
    public static byte[] inflate(byte[] file, List<Piece> pieces, int expected, boolean isRaw, String place)
            throws UnreadableFile {
        long compressed = pieces.stream().mapToLong(Piece::length).sum();
        requirePossible(expected, compressed, place);
        Inflater inflater = new Inflater(isRaw);
        try {
            byte[] out = new byte[(int) Math.min(expected, Math.max(LEAST_BUFFER, USUAL_RATIO * compressed))];
            int size = 0;
            for (Piece piece : pieces) {
                inflater.setInput(file, piece.offset(), piece.length());
                while (size < expected && !inflater.needsInput() && !inflater.finished()) {
                    if (size == out.length) {
                        out = Arrays.copyOf(out, (int) Math.min(expected, 2L * size));
                    }
                    size += inflater.inflate(out, size, out.length - size);
                    requireNoDictionary(inflater, place);
                }
            }
            if (size < expected) {
                throw new UnreadableFile(
                        place, "the compressed data ends after %s of %s bytes".formatted(size, expected));
            }
            // Reading past the last byte makes the inflater check its checksum.
            inflater.inflate(new byte[1]);
            return out;
        } catch (DataFormatException broken) {
            throw new UnreadableFile(place, "the compressed data is broken: " + broken.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static void requireNoDictionary(Inflater inflater, String place) throws UnreadableFile {
        if (inflater.needsDictionary()) {
            throw new UnreadableFile(place, "the compressed data needs a dictionary that is not there");
        }
    }

    public static void requirePossible(long expected, long compressed, String place) throws UnreadableFile {
        if (expected > MOST_RATIO * (compressed + 1)) {
            throw new UnreadableFile(
                    place, "claims %s bytes, more than %s compressed bytes can hold".formatted(expected, compressed));
        }
    }
}
