package lossgrid.io.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;

/**
 * PNG with its samples as stored: no gamma, no palette looked up, no transparency mixed in. Grey of 1, 2 and 4 bits
 * gives 0 to 1, 3 and 15, where Pillow multiplies 2 and 4 bits up to 255: a mask of 4 classes saved in 2 bits holds the
 * classes 0 to 3. Checksums of all that is used are checked. {@code javax.imageio} reads PNG too, but skips checksums,
 * adds an alpha channel for a transparent colour, and allocates what a header claims.
 */
public final class PngFormat {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK_FRAME = 3 * Integer.BYTES;
    private static final int CRITICAL = 0x20;
    private static final int RGB_BYTES = 3;

    private final byte[] file;
    private final ByteBuffer in;
    private final MemoryBudget room;
    private final List<Inflation.Piece> data = new ArrayList<>();
    private List<Integer> palette = List.of();

    private PngFormat(byte[] file, MemoryBudget room) {
        this.file = file;
        this.in = ByteBuffer.wrap(file);
        this.room = room;
    }

    static boolean isPng(byte[] file) {
        return Arrays.equals(SIGNATURE, Arrays.copyOf(file, SIGNATURE.length));
    }

    public static ImageSamples read(byte[] file, MemoryBudget room) throws UnreadableFile {
        return new PngFormat(file, room).read();
    }

    private ImageSamples read() throws UnreadableFile {
        in.position(SIGNATURE.length);
        Inflation.Piece first = nextChunk("IHDR");
        if (!nameOf(first).equals("IHDR")) {
            throw new UnreadableFile("chunk " + nameOf(first), "a PNG begins with IHDR");
        }
        PngHeader header = PngHeader.read(in.slice(first.offset(), first.length()));
        for (Inflation.Piece chunk = nextChunk("IEND"); !nameOf(chunk).equals("IEND"); chunk = nextChunk("IEND")) {
            take(chunk, header);
        }
        if (data.isEmpty()) {
            throw new UnreadableFile("", "a PNG without image data (IDAT)");
        }
        if (header.isPalette() && palette.isEmpty()) {
            throw new UnreadableFile("", "a palette PNG without a palette (PLTE)");
        }
        return new PngPixels(header, file, data, room).read(palette);
    }

    private void take(Inflation.Piece chunk, PngHeader header) throws UnreadableFile {
        String name = nameOf(chunk);
        switch (name) {
            case "IDAT" -> data.add(chunk);
            case "PLTE" -> {
                if (header.isPalette()) {
                    palette = palette(chunk, header);
                }
            }
            default -> {
                if ((name.charAt(0) & CRITICAL) == 0) {
                    throw new UnreadableFile("chunk " + name, "unknown, and must not be skipped");
                }
            }
        }
    }

    /** The bytes that every PNG begins with. */
    public static byte[] signature() {
        return SIGNATURE.clone();
    }

    /** The data of the next chunk; moves the buffer behind it. */
    private Inflation.Piece nextChunk(String missing) throws UnreadableFile {
        if (in.remaining() < CHUNK_FRAME) {
            throw new UnreadableFile("byte " + in.position(), "the file ends too early: " + missing + " is missing");
        }
        int length = in.getInt();
        String name = name(in.position());
        if (length < 0 || length > in.remaining() - 2 * Integer.BYTES) {
            throw new UnreadableFile(
                    "chunk " + name,
                    "claims %s bytes where the file has %s"
                            .formatted(
                                    Integer.toUnsignedString(length), Math.max(0, in.remaining() - 2 * Integer.BYTES)));
        }
        Inflation.Piece chunk = new Inflation.Piece(in.position() + Integer.BYTES, length);
        int crc = in.getInt(chunk.offset() + length);
        if ((name.charAt(0) & CRITICAL) == 0 && crc != crcOf(chunk)) {
            throw new UnreadableFile("chunk " + name, "damaged: its checksum is wrong");
        }
        in.position(chunk.offset() + length + Integer.BYTES);
        return chunk;
    }

    private int crcOf(Inflation.Piece chunk) {
        CRC32 crc = new CRC32();
        crc.update(file, chunk.offset() - Integer.BYTES, chunk.length() + Integer.BYTES);
        return (int) crc.getValue();
    }

    private String nameOf(Inflation.Piece chunk) {
        return name(chunk.offset() - Integer.BYTES);
    }

    private String name(int offset) {
        return new String(file, offset, Integer.BYTES, StandardCharsets.ISO_8859_1).replaceAll("[^A-Za-z0-9]", "?");
    }

    private List<Integer> palette(Inflation.Piece chunk, PngHeader header) throws UnreadableFile {
        int count = chunk.length() / RGB_BYTES;
        if (chunk.length() % RGB_BYTES != 0 || count == 0 || count > 1 << header.depth()) {
            throw new UnreadableFile(
                    "chunk PLTE", "%s bytes are not a palette for %s bits".formatted(chunk.length(), header.depth()));
        }
        List<Integer> colors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = chunk.offset() + i * RGB_BYTES;
            colors.add(Rgb.rgb(file[at], file[at + 1], file[at + 2]));
        }
        return colors;
    }
}
