package lossgrid.io.image;

import java.util.Optional;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.npy.NumpyDType;
import lossgrid.model.document.LabelSource;

/**
 * The layout of the samples of one TIFF image.
 *
 * @param samples of a pixel
 * @param isYCbCr whether the colours are made of brightness and differences, which JPEG data alone may be here
 * @param chunkWidth columns of a tile, or of the image where it has strips
 * @param chunkHeight rows of a tile or strip
 * @param isPlanar whether each sample has chunks of its own
 */
record TiffLayout(
        int width,
        int height,
        int samples,
        int bits,
        NumpyDType type,
        LabelSource.Layout layout,
        boolean isYCbCr,
        int chunkWidth,
        int chunkHeight,
        boolean isTiled,
        boolean isPlanar) {
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int MASK = 4;
    private static final int SEPARATED = 5;
    private static final int Y_CB_CR = 6;
    private static final int CIE_LAB = 8;
    private static final int RGB_SAMPLES = 3;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int FLOATING = 3;
    private static final int UNDEFINED = 4;
    private static final int MOST_SAMPLES = 1024;
    private static final int PLANAR = 2;

    static TiffLayout read(TiffDirectory tags) throws UnreadableFile {
        int width = size(tags, TiffDirectory.WIDTH, tags.value(TiffDirectory.WIDTH, 0));
        int height = size(tags, TiffDirectory.HEIGHT, tags.value(TiffDirectory.HEIGHT, 0));
        long samples = tags.value(TiffDirectory.SAMPLES, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw tags.error(samples + " samples per pixel");
        }
        int bits = (int) tags.shared(TiffDirectory.BITS, (int) samples, 1);
        int format = (int) tags.shared(TiffDirectory.SAMPLE_FORMAT, (int) samples, UNSIGNED);
        NumpyDType type = type(bits, format)
                .orElseThrow(
                        () -> tags.error("samples of %s bits in format %s are not supported".formatted(bits, format)));
        boolean tiled = tags.has(TiffDirectory.TILE_OFFSETS);
        int chunkWidth = tiled ? size(tags, TiffDirectory.TILE_WIDTH, tags.value(TiffDirectory.TILE_WIDTH, 0)) : width;
        int chunkHeight = tiled
                ? size(tags, TiffDirectory.TILE_HEIGHT, tags.value(TiffDirectory.TILE_HEIGHT, 0))
                : Math.min(
                        size(
                                tags,
                                TiffDirectory.ROWS_PER_STRIP,
                                Math.min(tags.value(TiffDirectory.ROWS_PER_STRIP, height), height)),
                        height);
        return new TiffLayout(
                width,
                height,
                (int) samples,
                bits,
                type,
                layout(tags, (int) samples, bits),
                tags.value(TiffDirectory.PHOTOMETRIC, BLACK_IS_ZERO) == Y_CB_CR,
                chunkWidth,
                chunkHeight,
                tiled,
                samples > 1 && tags.value(TiffDirectory.PLANAR, 1) == PLANAR);
    }

    private static int size(TiffDirectory tags, int tag, long size) throws UnreadableFile {
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw tags.error("tag " + tag + " gives a size of " + size);
        }
        return (int) size;
    }

    private static Optional<NumpyDType> type(int bits, int format) {
        return switch (format) {
            case UNSIGNED, UNDEFINED ->
                switch (bits) {
                    case 1, 2, 3, 4, 5, 6, 7, 8 -> Optional.of(NumpyDType.UINT8);
                    case 9, 10, 11, 12, 13, 14, 15, 16 -> Optional.of(NumpyDType.UINT16);
                    case 32 -> Optional.of(NumpyDType.UINT32);
                    default -> Optional.empty();
                };
            case SIGNED ->
                switch (bits) {
                    case 8 -> Optional.of(NumpyDType.INT8);
                    case 16 -> Optional.of(NumpyDType.INT16);
                    case 32 -> Optional.of(NumpyDType.INT32);
                    case 64 -> Optional.of(NumpyDType.INT64);
                    default -> Optional.empty();
                };
            case FLOATING ->
                switch (bits) {
                    case 16 -> Optional.of(NumpyDType.FLOAT16);
                    case 32 -> Optional.of(NumpyDType.FLOAT32);
                    case 64 -> Optional.of(NumpyDType.FLOAT64);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static LabelSource.Layout layout(TiffDirectory tags, int samples, int bits) throws UnreadableFile {
        int photometric = (int) tags.value(TiffDirectory.PHOTOMETRIC, BLACK_IS_ZERO);
        return switch (photometric) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO, MASK ->
                samples == 2 ? LabelSource.Layout.GREY_ALPHA : LabelSource.Layout.GREY;
            case RGB -> {
                if (samples != 3 && samples != 4) {
                    throw tags.error("colours of " + samples + " samples");
                }
                yield samples == 3 ? LabelSource.Layout.RGB : LabelSource.Layout.RGBA;
            }
            case PALETTE -> {
                if (samples != 1 || bits > Short.SIZE) {
                    throw tags.error("a palette for %s samples of %s bits".formatted(samples, bits));
                }
                yield LabelSource.Layout.PALETTE;
            }
            // No colours of a screen: an array of numbers for each pixel.
            case SEPARATED, CIE_LAB -> LabelSource.Layout.C_ORDER;
            case Y_CB_CR -> {
                if (samples != RGB_SAMPLES || TiffCompression.of(tags) != TiffCompression.JPEG) {
                    throw tags.error("colours as YCbCr are read from JPEG data alone");
                }
                yield LabelSource.Layout.RGB;
            }
            default -> throw tags.error("colours of the unknown kind " + photometric);
        };
    }

    boolean isPalette() {
        return layout == LabelSource.Layout.PALETTE;
    }

    int sampleBytes() {
        return type.size();
    }

    /** Samples of a pixel that lie together in a chunk. */
    int together() {
        return isPlanar ? 1 : samples;
    }

    int chunksAcross() {
        return Math.ceilDiv(width, chunkWidth);
    }

    int chunksDown() {
        return Math.ceilDiv(height, chunkHeight);
    }

    /** Chunks of the image; beyond 32 bits for sizes that no file has. */
    long chunks() {
        return (long) chunksAcross() * chunksDown() * (isPlanar ? samples : 1);
    }

    /** Bytes of a row of a chunk. */
    long rowBytes() {
        return Math.ceilDiv((long) chunkWidth * together() * bits, (long) Byte.SIZE);
    }

    /** Rows that chunk {@code y} from the top holds: the last strip ends with the image, a tile never does. */
    int rows(int y) {
        return isTiled ? chunkHeight : Math.min(chunkHeight, height - y * chunkHeight);
    }
}
