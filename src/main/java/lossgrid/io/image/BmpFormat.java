package lossgrid.io.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.npy.NumpyDType;
import lossgrid.model.document.LabelSource;

/**
 * BMP with palette indices as stored (1, 4 and 8 bits, plain or run-length encoded), RGB of 16, 24 and 32 bits, which
 * is RGBA where its header says so, and a PNG or JPEG within.
 */
public final class BmpFormat {
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
    private static final int JPEG = 4;
    private static final int PNG = 5;
    private static final int HALF_BITS = 16;
    private static final int RGB_BITS = 24;
    private static final int ROW_BITS = 32;

    private final byte[] file;
    private final ByteBuffer in;
    private final MemoryBudget room;
    private int header;
    private int width;
    private int height;
    private boolean isTopDown;
    private int bits;
    private int compression;

    private BmpFormat(byte[] file, MemoryBudget room) {
        this.file = file;
        this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.room = room;
    }

    public static ImageSamples read(byte[] file, MemoryBudget room) throws UnreadableFile {
        BmpFormat bmp = new BmpFormat(file, room);
        bmp.readHeader();
        return bmp.read();
    }

    private static UnreadableFile error(String reason) {
        return new UnreadableFile("header", reason);
    }

    private void readHeader() throws UnreadableFile {
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
                    case PLAIN -> bits == 1 || bits == 4 || bits == 8 || isWhole(bits);
                    case RLE_8 -> bits == 8;
                    case RLE_4 -> bits == 4;
                    case BIT_FIELDS -> bits == HALF_BITS || bits == ROW_BITS;
                    case JPEG, PNG -> true;
                    default -> false;
                };
        if (!isKnown) {
            throw error("%s bits per pixel in compression %s are not supported".formatted(bits, compression));
        }
    }

    private static boolean isWhole(int bits) {
        return bits == HALF_BITS || bits == RGB_BITS || bits == ROW_BITS;
    }

    private ImageSamples read() throws UnreadableFile {
        int offset = in.getInt(DATA_OFFSET);
        if (offset < FILE_HEADER + header || offset > file.length) {
            throw error("the pixels begin at byte %s of %s".formatted(Integer.toUnsignedString(offset), file.length));
        }
        return switch (compression) {
            case PNG -> png(Arrays.copyOfRange(file, offset, file.length));
            case JPEG -> jpeg(offset);
            default -> bits >= HALF_BITS ? colors(offset) : indices(offset);
        };
    }

    private ImageSamples png(byte[] within) throws UnreadableFile {
        if (!PngFormat.isPng(within)) {
            throw error("the pixels should be a PNG, but are not");
        }
        return PngFormat.read(within, room);
    }

    private ImageSamples indices(int offset) throws UnreadableFile {
        byte[] data = compression == PLAIN
                ? plain(offset)
                : new BmpRuns(file, offset, width, height, compression == RLE_4, room).decode();
        return new ImageSamples(
                height,
                width,
                1,
                isTopDown ? data : upsideDown(data, width),
                NumpyDType.UINT8,
                bits,
                LabelSource.Layout.PALETTE,
                palette(offset));
    }

    private ImageSamples colors(int offset) throws UnreadableFile {
        BmpMasks masks = masks().checked(bits);
        int channels = masks.channels();
        long rowBytes = requirePixels(offset);
        int size = channels * masks.type().size();
        room.require(2L * width * height * size, "header", "an image of this size");
        ByteBuffer out = ByteBuffer.allocate(width * height * size);
        for (int y = 0; y < height; y++) {
            int row = (int) (offset + (isTopDown ? y : height - 1 - y) * rowBytes);
            for (int x = 0; x < width; x++) {
                int at = row + x * (bits / Byte.SIZE);
                int pixel =
                        switch (bits) {
                            case HALF_BITS -> Short.toUnsignedInt(in.getShort(at));
                            case RGB_BITS ->
                                Short.toUnsignedInt(in.getShort(at)) | (Byte.toUnsignedInt(file[at + 2]) << HALF_BITS);
                            default -> in.getInt(at);
                        };
                masks.put(pixel, out);
            }
        }
        return new ImageSamples(
                height, width, channels, out.array(), masks.type(), masks.bits(), color(channels), List.of());
    }

    private static LabelSource.Layout color(int channels) {
        return channels == 4 ? LabelSource.Layout.RGBA : LabelSource.Layout.RGB;
    }

    private BmpMasks masks() throws UnreadableFile {
        if (compression != BIT_FIELDS) {
            return bits == HALF_BITS ? BmpMasks.OF_16_BITS : BmpMasks.OF_32_BITS;
        }
        int at = FILE_HEADER + INFO_HEADER;
        boolean hasAlpha = header >= ALPHA_HEADER;
        if (at + (hasAlpha ? ALPHA_HEADER : MASKS_HEADER) - INFO_HEADER > file.length) {
            throw error("the file ends within its header");
        }
        return new BmpMasks(in.getInt(at), in.getInt(at + 4), in.getInt(at + 8), hasAlpha ? in.getInt(at + 12) : 0);
    }

    private ImageSamples jpeg(int offset) throws UnreadableFile {
        room.require(6L * width * height, "header", "an image of this size");
        byte[] data = Jpeg.decode(
                ByteBuffer.allocate(0),
                ByteBuffer.wrap(file, offset, file.length - offset),
                width,
                height,
                3,
                "pixels");
        YCbCr.toRgb(data);
        return new ImageSamples(height, width, 3, data, NumpyDType.UINT8, Byte.SIZE, LabelSource.Layout.RGB, List.of());
    }

    /** The bytes of a row, all of which the file has. */
    private long requirePixels(int offset) throws UnreadableFile {
        long rowBytes = Math.ceilDiv((long) width * bits, (long) ROW_BITS) * Integer.BYTES;
        if (rowBytes * height > file.length - offset) {
            throw new UnreadableFile(
                    "pixels",
                    "%s×%s pixels need %s bytes, and the file has %s"
                            .formatted(width, height, rowBytes * height, file.length - offset));
        }
        return rowBytes;
    }

    private byte[] plain(int offset) throws UnreadableFile {
        long rowBytes = requirePixels(offset);
        room.require(2L * width * height, "header", "an image of this size");
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int row = (int) (offset + y * rowBytes);
            for (int x = 0; x < width; x++) {
                out[y * width + x] = Bits.at(file, row, x, bits);
            }
        }
        return out;
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

    private List<Integer> palette(int offset) throws UnreadableFile {
        int size = header == CORE_HEADER ? 3 : Integer.BYTES;
        int used = header == CORE_HEADER ? 0 : in.getInt(46);
        int count = used == 0 ? 1 << bits : used;
        int start = FILE_HEADER + header;
        if (used == 0) {
            count = Math.min(count, (offset - start) / size);
        }
        if (count < 1 || count > 1 << bits || start + count * size > offset) {
            throw new UnreadableFile(
                    "palette", Integer.toUnsignedString(used) + " colours do not fit before the pixels");
        }
        List<Integer> colors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = start + i * size;
            colors.add(Rgb.rgb(file[at + 2], file[at + 1], file[at]));
        }
        return colors;
    }
}
