package lossgrid.io.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * TIFF with its samples as stored, each image of a file separately: grey (white as 0 is not inverted), palette, RGB and
 * CMYK, whole and floating, in strips or tiles, with any of the usual compressions. {@code javax.imageio} allocates
 * what a header claims, which this does not.
 */
public final class TiffFormat {
    private static final int HEADER = 8;
    private static final int FIRST_DIRECTORY = 4;
    private static final long UNSIGNED_INT = 0xffffffffL;
    private static final int LOWEST_FIRST = 2;
    private static final int REDUCED_OR_MASK = 0b101;

    private final byte[] file;
    private final ByteBuffer in;
    private final MemoryBudget room;
    /** Compressed bytes that images have used: no two share them in an honest file. */
    private long used;

    private long held;
    /** The file with the bits of each byte turned round, once an image needs it. */
    private byte @Nullable [] reversed;

    private TiffFormat(byte[] file, MemoryBudget room) {
        this.file = file;
        this.room = room;
        this.in = ByteBuffer.wrap(file).order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Every image of the file that is not a thumbnail, at least one. */
    public static List<ImageSamples> read(byte[] file, MemoryBudget room) throws UnreadableFile {
        if (file.length < HEADER) {
            throw new UnreadableFile("", "the file ends within its header");
        }
        return new TiffFormat(file, room).images();
    }

    private List<ImageSamples> images() throws UnreadableFile {
        List<ImageSamples> out = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long at = in.getInt(FIRST_DIRECTORY) & UNSIGNED_INT;
        while (at != 0) {
            String place = "image " + (seen.size() + 1);
            if (!seen.add(at)) {
                throw new UnreadableFile(place, "its directories point to one another in a circle");
            }
            TiffDirectory tags = new TiffDirectory(in, at, place);
            if ((tags.value(TiffDirectory.NEW_SUBFILE_TYPE, 0) & REDUCED_OR_MASK) == 0) {
                out.add(image(tags));
            }
            at = tags.next();
        }
        if (out.isEmpty()) {
            throw new UnreadableFile("", "a TIFF without an image");
        }
        return out;
    }

    private ImageSamples image(TiffDirectory tags) throws UnreadableFile {
        TiffLayout layout = TiffLayout.read(tags);
        List<Inflation.Piece> pieces = pieces(tags, layout);
        long image = (long) layout.width() * layout.height() * layout.samples();
        long largest = layout.rowBytes() * layout.chunkHeight();
        held += image > Integer.MAX_VALUE || largest > Integer.MAX_VALUE
                ? Integer.MAX_VALUE
                : 2 * image * layout.sampleBytes() + largest;
        room.require(held, tags.place(), "an image of this size");
        List<byte[]> chunks = chunks(tags, layout, pieces);
        byte[] data = new TiffAssembly(layout, chunks, in.order()).samples();
        return new ImageSamples(
                layout.height(),
                layout.width(),
                layout.samples(),
                data,
                layout.type(),
                layout.bits(),
                layout.layout(),
                layout.isPalette() ? palette(tags, layout.bits()) : List.of());
    }

    private List<byte[]> chunks(TiffDirectory tags, TiffLayout layout, List<Inflation.Piece> pieces)
            throws UnreadableFile {
        TiffCompression compression = TiffCompression.of(tags);
        TiffPredictor predictor = TiffPredictor.of(tags, layout);
        List<byte[]> chunks = new ArrayList<>();
        int perPlane = layout.chunksAcross() * layout.chunksDown();
        byte[] stored = stored(tags, compression);
        for (int i = 0; i < pieces.size(); i++) {
            int rows = layout.rows(i % perPlane / layout.chunksAcross());
            compression.require(stored, pieces.get(i), layout, rows, tags);
        }
        for (int i = 0; i < pieces.size(); i++) {
            int rows = layout.rows(i % perPlane / layout.chunksAcross());
            byte[] chunk = compression.decode(stored, pieces.get(i), layout, rows, tags);
            predictor.undo(chunk, rows, in.order());
            chunks.add(chunk);
        }
        return chunks;
    }

    /** The file as the pixels of this image are to be read from it; JPEG data has an order of its own. */
    private byte[] stored(TiffDirectory tags, TiffCompression compression) throws UnreadableFile {
        long order = tags.value(TiffDirectory.FILL_ORDER, 1);
        if (order != 1 && order != LOWEST_FIRST) {
            throw tags.error("bits in the unknown order " + order);
        }
        if (order == 1 || compression == TiffCompression.JPEG) {
            return file;
        }
        if (reversed == null) {
            reversed = Bits.reversed(file);
        }
        return reversed;
    }

    private List<Inflation.Piece> pieces(TiffDirectory tags, TiffLayout layout) throws UnreadableFile {
        long count = layout.chunks();
        if (count > file.length) {
            throw tags.error("claims %s strips or tiles".formatted(count));
        }
        long[] offsets =
                tags.values(layout.isTiled() ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS, count);
        long[] lengths = tags.values(layout.isTiled() ? TiffDirectory.TILE_BYTES : TiffDirectory.STRIP_BYTES, count);
        List<Inflation.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int offset = tags.within(offsets[i], lengths[i]);
            pieces.add(new Inflation.Piece(offset, (int) lengths[i]));
            used += lengths[i];
        }
        if (used > file.length) {
            throw tags.error("strips or tiles overlap");
        }
        return pieces;
    }

    /** The colour map: all reds, all greens, all blues, of 16 bits each. */
    private static List<Integer> palette(TiffDirectory tags, int bits) throws UnreadableFile {
        int count = 1 << bits;
        long[] map = tags.values(TiffDirectory.COLOR_MAP, 3L * count);
        List<Integer> colors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            colors.add(Rgb.rgb((byte) (map[i] >> Byte.SIZE), (byte) (map[count + i] >> Byte.SIZE), (byte)
                    (map[2 * count + i] >> Byte.SIZE)));
        }
        return colors;
    }
}
