package lossgrid.io.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files of every kind for tests, written after the specification: samples of any depth, every filter, with or without Adam7. */
final class PngFile {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGBA = 6;
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };
    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PngFile() {}

    static int channels(int color) {
        return switch (color) {
            case GREY_ALPHA -> 2;
            case RGB -> 3;
            case RGBA -> 4;
            default -> 1;
        };
    }

    /** A PNG whose sample {@code i}, row-major with the samples of a pixel together, is {@code sample(i)}; the palette has 2^depth greys. */
    static byte[] of(int width, int height, int depth, int color, boolean interlaced, IntUnaryOperator sample) {
        byte[] rows = rows(width, height, depth, channels(color), interlaced, sample);
        return of(header(width, height, depth, color, interlaced), palette(color, depth), deflate(rows));
    }

    static byte[] of(byte[] header, byte[] palette, byte[] data) {
        PngFile file = new PngFile();
        file.out.writeBytes(PngFormat.SIGNATURE);
        file.chunk("IHDR", header);
        file.chunk("gAMA", new byte[] {0, 0, (byte) 0x9c, 0x40});
        if (palette.length > 0) {
            file.chunk("PLTE", palette);
        }
        int half = data.length / 2;
        file.chunk("IDAT", java.util.Arrays.copyOf(data, half));
        file.chunk("IDAT", java.util.Arrays.copyOfRange(data, half, data.length));
        file.chunk("IEND", new byte[0]);
        return file.out.toByteArray();
    }

    static byte[] header(int width, int height, int depth, int color, boolean interlaced) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) color)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) (interlaced ? 1 : 0))
                .array();
    }

    static byte[] palette(int color, int depth) {
        if (color != PALETTE) {
            return new byte[0];
        }
        byte[] out = new byte[3 << depth];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (i * 7);
        }
        return out;
    }

    private void chunk(String name, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] rows(
            int width, int height, int depth, int channels, boolean interlaced, IntUnaryOperator sample) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? ADAM7 : WHOLE) {
            byte[] above = null;
            for (int y = pass[1], row = 0; y < height && pass[0] < width; y += pass[3], row++) {
                int columns = (width - pass[0] + pass[2] - 1) / pass[2];
                byte[] plain = new byte[(columns * channels * depth + 7) / 8];
                for (int i = 0; i < columns * channels; i++) {
                    int x = pass[0] + i / channels * pass[2];
                    put(plain, i, depth, sample.applyAsInt((y * width + x) * channels + i % channels));
                }
                byte[] before = above == null ? new byte[plain.length] : above;
                out.write(row % 5);
                out.writeBytes(filtered(row % 5, plain, before, Math.max(1, channels * depth / 8)));
                above = plain;
            }
        }
        return out.toByteArray();
    }

    private static void put(byte[] row, int i, int depth, int value) {
        if (depth == 16) {
            row[2 * i] = (byte) (value >> 8);
            row[2 * i + 1] = (byte) value;
        } else {
            row[i * depth / 8] |= (byte) (value << (8 - depth - i * depth % 8));
        }
    }

    private static byte[] filtered(int filter, byte[] row, byte[] above, int back) {
        byte[] out = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            int a = i < back ? 0 : row[i - back] & 0xff;
            int b = above[i] & 0xff;
            int c = i < back ? 0 : above[i - back] & 0xff;
            int guess =
                    switch (filter) {
                        case 1 -> a;
                        case 2 -> b;
                        case 3 -> (a + b) / 2;
                        case 4 -> paeth(a, b, c);
                        default -> 0;
                    };
            out[i] = (byte) (row[i] - guess);
        }
        return out;
    }

    private static int paeth(int a, int b, int c) {
        int p = a + b - c;
        int pa = Math.abs(p - a);
        int pb = Math.abs(p - b);
        int pc = Math.abs(p - c);
        if (pa <= pb && pa <= pc) {
            return a;
        }
        return pb <= pc ? b : c;
    }
}
