package lossgrid.io.image;

import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;

/** The run-length encoding of BMP. Pixels that it jumps over are 0. */
final class BmpRuns {
    private static final String PLACE = "pixels";
    private static final int MOST_PIXELS_A_BYTE = 128;
    private static final int LEAST_BUFFER = 1 << 12;
    private static final int BYTE = 0xff;
    private static final int NIBBLE = 4;
    private static final int LOW = 0xf;
    private static final int END_OF_LINE = 0;
    private static final int END = 1;
    private static final int JUMP = 2;

    private final byte[] file;
    private final int width;
    private final int height;
    private final boolean isNibbles;
    private final int most;
    private int at;
    private int x;
    private int y;
    private byte[] out;

    BmpRuns(byte[] file, int offset, int width, int height, boolean isNibbles, MemoryBudget room)
            throws UnreadableFile {
        this.file = file;
        this.at = offset;
        this.width = width;
        this.height = height;
        this.isNibbles = isNibbles;
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS_A_BYTE * (long) (file.length - offset)) {
            throw new UnreadableFile(
                    PLACE,
                    "claims %s×%s pixels, more than %s bytes can hold".formatted(width, height, file.length - offset));
        }
        room.require(3 * pixels, "header", "an image of this size");
        this.most = (int) pixels;
        this.out = new byte[Math.min(most, LEAST_BUFFER)];
    }

    byte[] decode() throws UnreadableFile {
        while (true) {
            int count = next();
            int value = next();
            if (count > 0) {
                for (int i = 0; i < count; i++) {
                    put(isNibbles ? i % 2 == 0 ? value >> NIBBLE : value & LOW : value);
                }
            } else if (value == END) {
                return finished();
            } else {
                escape(value);
            }
        }
    }

    private byte[] finished() throws UnreadableFile {
        if (y < height - 1) {
            throw new UnreadableFile(PLACE, "the data ends after %s of %s rows".formatted(y, height));
        }
        return TiffCompression.grown(out, most, most);
    }

    private void escape(int value) throws UnreadableFile {
        switch (value) {
            case END_OF_LINE -> {
                x = 0;
                y++;
            }
            case JUMP -> {
                x += next();
                y += next();
            }
            default -> {
                int start = at;
                for (int i = 0; i < value; i++) {
                    int pair = isNibbles && i % 2 == 1 ? file[at - 1] & BYTE : next();
                    put(isNibbles ? i % 2 == 0 ? pair >> NIBBLE : pair & LOW : pair);
                }
                at += (at - start) % 2;
            }
        }
    }

    private int next() throws UnreadableFile {
        if (at >= file.length) {
            throw new UnreadableFile(PLACE, "the data ends after %s of %s rows".formatted(y, height));
        }
        return file[at++] & BYTE;
    }

    private void put(int value) throws UnreadableFile {
        if (x >= width || y >= height) {
            throw new UnreadableFile(PLACE, "a run goes beyond row %s of %s×%s".formatted(y, width, height));
        }
        int to = y * width + x++;
        out = TiffCompression.grown(out, to + 1, most);
        out[to] = (byte) value;
    }
}
