package lossgrid.io.image;

import java.nio.ByteBuffer;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.LabelSource;

/**
 * The content of the chunk IHDR.
 *
 * @param depth bits of a sample: 1, 2, 4, 8 or 16
 * @param channels samples of a pixel
 */
record PngHeader(int width, int height, int depth, int channels, LabelSource.Layout layout, boolean isInterlaced) {
    private static final String PLACE = "chunk IHDR";
    private static final int LENGTH = 13;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGBA = 6;

    static PngHeader read(ByteBuffer chunk) throws UnreadableFile {
        if (chunk.remaining() != LENGTH) {
            throw new UnreadableFile(PLACE, chunk.remaining() + " bytes, not " + LENGTH);
        }
        int width = chunk.getInt();
        int height = chunk.getInt();
        int depth = chunk.get();
        int color = chunk.get();
        int compression = chunk.get();
        int filter = chunk.get();
        int interlace = chunk.get();
        if (width <= 0 || height <= 0) {
            throw new UnreadableFile(
                    PLACE,
                    "a size of %s×%s".formatted(Integer.toUnsignedString(width), Integer.toUnsignedString(height)));
        }
        if (compression != 0 || filter != 0 || interlace < 0 || interlace > 1) {
            throw new UnreadableFile(
                    PLACE,
                    "an unknown method: compression %s, filter %s, interlace %s"
                            .formatted(compression, filter, interlace));
        }
        if (!isLegal(depth, color)) {
            throw new UnreadableFile(PLACE, "no PNG has %s bits in colour type %s".formatted(depth, color));
        }
        return new PngHeader(width, height, depth, channels(color), layout(color), interlace == 1);
    }

    private static boolean isLegal(int depth, int color) {
        return switch (color) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case RGB, GREY_ALPHA, RGBA -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private static int channels(int color) {
        return switch (color) {
            case GREY_ALPHA -> 2;
            case RGB -> 3;
            case RGBA -> 4;
            default -> 1;
        };
    }

    private static LabelSource.Layout layout(int color) {
        return switch (color) {
            case PALETTE -> LabelSource.Layout.PALETTE;
            case RGB -> LabelSource.Layout.RGB;
            case GREY_ALPHA -> LabelSource.Layout.GREY_ALPHA;
            case RGBA -> LabelSource.Layout.RGBA;
            default -> LabelSource.Layout.GREY;
        };
    }

    boolean isPalette() {
        return layout == LabelSource.Layout.PALETTE;
    }

    /** Bytes from a sample of a pixel to the same sample of the next, at least 1: what the filters look back. */
    int pixelBytes() {
        return Math.max(1, channels * depth / Byte.SIZE);
    }

    /** Bytes of a row of that many pixels without its filter byte. */
    long rowBytes(int pixels) {
        return Math.ceilDiv((long) pixels * channels * depth, (long) Byte.SIZE);
    }
}
