package lossgrid.io.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import lossgrid.io.StoredType;
import lossgrid.model.LabelSource;

/** BMP with palette indices as stored (1, 4 and 8 bits, plain or run-length encoded), and RGB of 24 and 32 bits, which is RGBA where its header says so. */
final class BmpFormat {
    private static final int FILE_HEADER = 14;
    private static final int DATA_OFFSET = 10;
    private static final int CORE_HEADER = 12;
    private static final int INFO_HEADER = 40;
    private static final int MASKS_HEADER = 52;
    private static final int ALPHA_HEADER = 56;
    private static final int MOST_HEADER = 1 << 10;
    private static final int PLAIN = 0;
    private static final int RLE_8 = 1;
    private static final int RLE_4 = 2;
    private static final int BIT_FIELDS = 3;
    private static final int RED_MASK = 0xff0000;
    private static final int GREEN_MASK = 0xff00;
    private static final int BLUE_MASK = 0xff;
    private static final int ALPHA_MASK = 0xff000000;
    private static final int RGB_BITS = 24;
    private static final int ROW_BITS = 32;

    private final byte[] file;
    private final ByteBuffer in;
    private final Room room;
    private int header;
    private int width;
    private int height;
    private boolean isTopDown;
    private int bits;
    private int compression;

    private BmpFormat(byte[] file, Room room) {
        this.file = file;
        this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.room = room;
    }

    static Samples read(byte[] file, Room room) throws IntakeException {
        BmpFormat bmp = new BmpFormat(file, room);
        bmp.readHeader();
        return bmp.read();
    }

    private static IntakeException error(String reason) {
        return new IntakeException("header", reason);
    }

    private void readHeader() throws IntakeException {
        if (file.length < FILE_HEADER + CORE_HEADER) {
            throw error("the file ends within its header");
        }
        header = in.getInt(FILE_HEADER);
        if (header != CORE_HEADER && (header < INFO_HEADER || header > MOST_HEADER)) {
            throw error("a header of " + Integer.toUnsignedString(header) + " bytes");
        }
        if (FILE_HEADER + header > file.length) {
            throw error("the file ends within its header");
        }
        boolean isCore = header == CORE_HEADER;
        width = isCore ? Short.toUnsignedInt(in.getShort(18)) : in.getInt(18);
        int lines = isCore ? Short.toUnsignedInt(in.getShort(20)) : in.getInt(22);
        isTopDown = lines < 0;
        height = Math.abs(lines);
        bits = in.getShort(isCore ? 24 : 28);
        compression = isCore ? PLAIN : in.getInt(30);
        if (width <= 0 || height <= 0) {
            throw error("a size of %s×%s".formatted(width, lines));
        }
        boolean isKnown =
                switch (compression) {
                    case PLAIN -> bits == 1 || bits == 4 || bits == 8 || bits == RGB_BITS || bits == ROW_BITS;
                    case RLE_8 -> bits == 8;
                    case RLE_4 -> bits == 4;
                    case BIT_FIELDS -> bits == ROW_BITS;
                    default -> false;
                };
        if (!isKnown) {
            throw error("%s bits a pixel in compression %s are not read".formatted(bits, compression));
        }
    }

    private Samples read() throws IntakeException {
        int offset = in.getInt(DATA_OFFSET);
        if (offset < FILE_HEADER + header || offset > file.length) {
            throw error("the pixels begin at byte %s of %s".formatted(Integer.toUnsignedString(offset), file.length));
        }
        boolean isColor = bits >= RGB_BITS;
        boolean hasAlpha = isColor && hasAlpha();
        int channels = isColor ? hasAlpha ? 4 : 3 : 1;
        long samples = (long) width * height * channels;
        byte[] data = compression == RLE_8 || compression == RLE_4
                ? new BmpRuns(file, offset, width, height, compression == RLE_4, room).decode()
                : plain(offset, channels, samples);
        return new Samples(
                height,
                width,
                channels,
                isTopDown ? data : upsideDown(data, width * channels),
                StoredType.UINT8,
                Math.min(bits, Byte.SIZE),
                isColor ? hasAlpha ? LabelSource.Layout.RGBA : LabelSource.Layout.RGB : LabelSource.Layout.PALETTE,
                isColor ? List.of() : palette(offset));
    }

    /** Also refuses colours that are not a byte each in the usual order. */
    private boolean hasAlpha() throws IntakeException {
        if (compression != BIT_FIELDS) {
            return false;
        }
        int masks = FILE_HEADER + INFO_HEADER;
        if (masks + MASKS_HEADER - INFO_HEADER > file.length) {
            throw error("the file ends within its header");
        }
        if (in.getInt(masks) != RED_MASK || in.getInt(masks + 4) != GREEN_MASK || in.getInt(masks + 8) != BLUE_MASK) {
            throw error("its colours are not a byte each in the order blue, green, red");
        }
        return header >= ALPHA_HEADER && in.getInt(masks + 12) == ALPHA_MASK;
    }

    private byte[] plain(int offset, int channels, long samples) throws IntakeException {
        long rowBytes = Math.ceilDiv((long) width * bits, (long) ROW_BITS) * Integer.BYTES;
        if (rowBytes * height > file.length - offset) {
            throw new IntakeException(
                    "pixels",
                    "%s×%s pixels need %s bytes, and the file has %s"
                            .formatted(width, height, rowBytes * height, file.length - offset));
        }
        room.require(2 * samples, "header", "an image of this size");
        byte[] out = new byte[(int) samples];
        for (int y = 0; y < height; y++) {
            int row = (int) (offset + y * rowBytes);
            for (int x = 0; x < width; x++) {
                int to = (y * width + x) * channels;
                if (channels == 1) {
                    out[to] = Bits.at(file, row, x, bits);
                } else {
                    putColor(row + x * bits / Byte.SIZE, out, to, channels);
                }
            }
        }
        return out;
    }

    private void putColor(int from, byte[] out, int to, int channels) {
        out[to] = file[from + 2];
        out[to + 1] = file[from + 1];
        out[to + 2] = file[from];
        if (channels == 4) {
            out[to + 3] = file[from + 3];
        }
    }

    private byte[] upsideDown(byte[] data, int rowBytes) {
        byte[] row = new byte[rowBytes];
        for (int y = 0; y < height / 2; y++) {
            int other = (height - 1 - y) * rowBytes;
            System.arraycopy(data, y * rowBytes, row, 0, rowBytes);
            System.arraycopy(data, other, data, y * rowBytes, rowBytes);
            System.arraycopy(row, 0, data, other, rowBytes);
        }
        return data;
    }

    private List<Integer> palette(int offset) throws IntakeException {
        int size = header == CORE_HEADER ? 3 : Integer.BYTES;
        int used = header == CORE_HEADER ? 0 : in.getInt(46);
        int count = used == 0 ? 1 << bits : used;
        int start = FILE_HEADER + header;
        if (used == 0) {
            count = Math.min(count, (offset - start) / size);
        }
        if (count < 1 || count > 1 << bits || start + count * size > offset) {
            throw new IntakeException(
                    "palette", Integer.toUnsignedString(used) + " colours do not fit before the pixels");
        }
        List<Integer> colors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = start + i * size;
            colors.add(Colors.rgb(file[at + 2], file[at + 1], file[at]));
        }
        return colors;
    }
}
