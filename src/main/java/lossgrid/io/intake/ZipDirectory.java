package lossgrid.io.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.image.Inflation;

/**
 * The directory at the end of a ZIP archive in memory, which says more truly than the entries themselves what they
 * hold.
 */
final class ZipDirectory {
    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LONG_END_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LONG_END_LENGTH = 56;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int MOST_COMMENT = 0xffff;
    private static final long IN_EXTRA = 0xffffffffL;
    private static final int LONG_SIZES = 1;
    private static final int ENCRYPTED = 1;
    private static final int LONGEST_NAME = 1 << 10;

    /**
     * An entry and where its bytes are.
     *
     * @param method 0 stored, 8 deflated
     * @param size as the directory claims it, uncompressed
     */
    record Entry(String name, int method, int crc, Inflation.Piece data, long size) {}

    private final ByteBuffer in;

    private ZipDirectory(byte[] file) {
        in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All entries in the directory's order. Their bytes lie within the file and do not overlap. */
    static List<Entry> read(byte[] file) throws UnreadableFile {
        return new ZipDirectory(file).entries();
    }

    private List<Entry> entries() throws UnreadableFile {
        int end = end();
        long count = Short.toUnsignedInt(in.getShort(end + 10));
        long start = in.getInt(end + 16) & IN_EXTRA;
        int locator = end - LOCATOR_LENGTH;
        if (locator >= 0 && in.getInt(locator) == LOCATOR_SIGNATURE) {
            int longEnd = within(in.getLong(locator + 8), LONG_END_LENGTH, "the directory");
            if (in.getInt(longEnd) != LONG_END_SIGNATURE) {
                throw damaged("the directory is not where the file says");
            }
            count = in.getLong(longEnd + 32);
            start = in.getLong(longEnd + 48);
        }
        if (count < 0 || count > in.limit() / ENTRY_LENGTH) {
            throw damaged("claims " + Long.toUnsignedString(count) + " entries");
        }
        List<Entry> entries = new ArrayList<>();
        long total = 0;
        long at = start;
        for (int i = 0; i < count; i++) {
            int entry = within(at, ENTRY_LENGTH, "the directory");
            Entry read = entry(entry);
            entries.add(read);
            total += read.data().length();
            at = (long) entry + ENTRY_LENGTH + variable(entry);
        }
        if (total > in.limit()) {
            throw damaged("its entries overlap");
        }
        return entries;
    }

    private int end() throws UnreadableFile {
        int least = Math.max(0, in.limit() - END_LENGTH - MOST_COMMENT);
        for (int at = in.limit() - END_LENGTH; at >= least; at--) {
            if (in.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw damaged("its directory is missing, so the file ends too early");
    }

    private static UnreadableFile damaged(String reason) {
        return new UnreadableFile("", "a damaged archive: " + reason);
    }

    /** {@code at} as an index where {@code length} bytes are. */
    private int within(long at, long length, String what) throws UnreadableFile {
        if (at < 0 || length < 0 || at > in.limit() - length) {
            throw damaged(what + " lies beyond the end of the file");
        }
        return (int) at;
    }

    /** Bytes of the name, the extra fields and the comment behind the fixed part of an entry. */
    private int variable(int entry) {
        return unsigned(entry + 28) + unsigned(entry + 30) + unsigned(entry + 32);
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }

    private Entry entry(int at) throws UnreadableFile {
        if (in.getInt(at) != ENTRY_SIGNATURE) {
            throw damaged("its directory is broken");
        }
        within((long) at + ENTRY_LENGTH, variable(at), "the directory");
        int nameLength = unsigned(at + 28);
        if (nameLength > LONGEST_NAME) {
            throw damaged("a name of " + nameLength + " bytes");
        }
        String name = new String(in.array(), at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
        if ((unsigned(at + 8) & ENCRYPTED) != 0) {
            throw new UnreadableFile(name, "encrypted");
        }
        long[] sizes = {in.getInt(at + 24) & IN_EXTRA, in.getInt(at + 20) & IN_EXTRA, in.getInt(at + 42) & IN_EXTRA};
        takeLongSizes(sizes, at + ENTRY_LENGTH + nameLength, unsigned(at + 30));
        int local = within(sizes[2], LOCAL_LENGTH, "entry " + name);
        if (in.getInt(local) != LOCAL_SIGNATURE) {
            throw damaged("entry " + name + " is not where the directory says");
        }
        long data = (long) local + LOCAL_LENGTH + unsigned(local + 26) + unsigned(local + 28);
        Inflation.Piece piece =
                new Inflation.Piece(within(data, sizes[1], "entry " + name), (int) Math.min(sizes[1], in.limit()));
        return new Entry(name, unsigned(at + 10), in.getInt(at + 16), piece, sizes[0]);
    }

    /** Replaces sizes that do not fit 32 bits by those of the extra field, in the order in which it holds them. */
    private void takeLongSizes(long[] sizes, int extra, int length) {
        for (int at = extra; at + Integer.BYTES <= extra + length; ) {
            int size = unsigned(at + 2);
            int next = at + Integer.BYTES;
            int end = Math.min(next + size, extra + length);
            if (unsigned(at) == LONG_SIZES) {
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == IN_EXTRA && next + Long.BYTES <= end) {
                        sizes[i] = in.getLong(next);
                        next += Long.BYTES;
                    }
                }
            }
            at += Integer.BYTES + size;
        }
    }
}
