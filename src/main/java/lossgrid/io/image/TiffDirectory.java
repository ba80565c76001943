package lossgrid.io.image;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import lossgrid.io.disk.UnreadableFile;

/** One directory of a TIFF file: tags with whole numbers, read on demand. */
public final class TiffDirectory {
    static final int NEW_SUBFILE_TYPE = 254;
    public static final int WIDTH = 256;
    public static final int HEIGHT = 257;
    public static final int BITS = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    public static final int STRIP_OFFSETS = 273;
    public static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    public static final int STRIP_BYTES = 279;
    public static final int PLANAR = 284;
    static final int T4_OPTIONS = 292;
    public static final int PREDICTOR = 317;
    static final int COLOR_MAP = 320;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    public static final int SAMPLE_FORMAT = 339;
    static final int JPEG_TABLES = 347;

    private static final int ENTRY_LENGTH = 12;
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final long UNSIGNED_INT = 0xffffffffL;

    private record Entry(int type, long count, int at) {}

    private final ByteBuffer file;
    private final String place;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final long next;

    /** The directory at byte {@code offset}. */
    TiffDirectory(ByteBuffer file, long offset, String place) throws UnreadableFile {
        this.file = file;
        this.place = place;
        int at = within(offset, Short.BYTES);
        int count = Short.toUnsignedInt(file.getShort(at));
        within(offset, Short.BYTES + (long) ENTRY_LENGTH * count + Integer.BYTES);
        for (int i = 0; i < count; i++) {
            int entry = at + Short.BYTES + i * ENTRY_LENGTH;
            entries.put(
                    Short.toUnsignedInt(file.getShort(entry)),
                    new Entry(
                            Short.toUnsignedInt(file.getShort(entry + 2)),
                            file.getInt(entry + 4) & UNSIGNED_INT,
                            entry + 8));
        }
        next = file.getInt(at + Short.BYTES + count * ENTRY_LENGTH) & UNSIGNED_INT;
    }

    /** The offset of the next directory; 0 after the last. */
    long next() {
        return next;
    }

    String place() {
        return place;
    }

    UnreadableFile error(String reason) {
        return new UnreadableFile(place, reason);
    }

    /** {@code offset} as an index where {@code length} bytes are. */
    int within(long offset, long length) throws UnreadableFile {
        if (offset + length > file.limit()) {
            throw error("points to %s bytes from byte %s on, where the file has %s"
                    .formatted(length, offset, Math.max(0, file.limit() - offset)));
        }
        return (int) offset;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The only value of a tag. */
    long value(int tag, long fallback) throws UnreadableFile {
        return has(tag) ? values(tag, 1)[0] : fallback;
    }

    /** The value that all samples share, such as their bits. */
    long shared(int tag, int samples, long fallback) throws UnreadableFile {
        if (!has(tag)) {
            return fallback;
        }
        long[] values = values(tag, entry(tag).count() == 1 ? 1 : samples);
        for (long value : values) {
            if (value != values[0]) {
                throw error("its samples differ in tag " + tag);
            }
        }
        return values[0];
    }

    /** The values of a tag that must have this many. */
    long[] values(int tag, long count) throws UnreadableFile {
        Entry entry = entry(tag);
        if (entry.count() != count) {
            throw error("tag %s has %s values, not %s".formatted(tag, entry.count(), count));
        }
        int size = size(entry.type(), tag);
        long length = size * count;
        int at = length <= Integer.BYTES ? entry.at() : within(file.getInt(entry.at()) & UNSIGNED_INT, length);
        long[] out = new long[(int) count];
        for (int i = 0; i < out.length; i++) {
            out[i] = switch (size) {
                case Byte.BYTES -> Byte.toUnsignedInt(file.get(at + i));
                case Short.BYTES -> Short.toUnsignedInt(file.getShort(at + i * Short.BYTES));
                default -> file.getInt(at + i * Integer.BYTES) & UNSIGNED_INT;
            };
        }
        return out;
    }

    /** The bytes that a tag holds, none where it is missing. */
    ByteBuffer bytes(int tag) throws UnreadableFile {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return ByteBuffer.allocate(0);
        }
        int at = entry.count() <= Integer.BYTES
                ? entry.at()
                : within(file.getInt(entry.at()) & UNSIGNED_INT, entry.count());
        return file.slice(at, (int) entry.count());
    }

    private Entry entry(int tag) throws UnreadableFile {
        Entry entry = entries.get(tag);
        if (entry == null) {
            throw error("tag " + tag + " is missing");
        }
        return entry;
    }

    private int size(int type, int tag) throws UnreadableFile {
        return switch (type) {
            case BYTE -> Byte.BYTES;
            case SHORT -> Short.BYTES;
            case LONG -> Integer.BYTES;
            default -> throw error("tag " + tag + " has the unknown type " + type);
        };
    }
}
