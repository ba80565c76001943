package lossgrid.io.image;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lossgrid.io.disk.UnreadableFile;

/**
 * Sequential JPEG data within other files, its components as stored. {@code javax.imageio} decodes it, but gets only
 * the necessary segments, and only once they agree with the file around them, since it would allocate whatever they
 * claim.
 */
final class Jpeg {
    /** A block of 64 pixels takes two bits or more. */
    private static final int MOST_PIXELS_A_BYTE = 256;

    private static final int MARKER = 0xff;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int BASELINE = 0xc0;
    private static final int SEQUENTIAL = 0xc1;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int SCAN = 0xda;
    private static final int QUANTIZATION_TABLES = 0xdb;
    private static final int RESTARTS = 0xdd;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int FRAME_LENGTH = 8;

    private final String place;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int components;

    private Jpeg(String place) {
        this.place = place;
        kept.write(MARKER);
        kept.write(START);
    }

    /**
     * The components of each pixel, row by row.
     *
     * @param tables segments that the data needs, as a file of their own; may be empty
     * @param width and {@code height} of the image: the data may have more rows
     */
    static byte[] decode(ByteBuffer tables, ByteBuffer data, int width, int height, int components, String place)
            throws UnreadableFile {
        Jpeg jpeg = new Jpeg(place);
        jpeg.segments(tables);
        int length = data.remaining();
        if (!jpeg.segments(data)) {
            throw jpeg.error("has no scan");
        }
        if (jpeg.width != width || jpeg.height < height || jpeg.components != components) {
            throw jpeg.error("is of %s×%s pixels of %s components, not of %s×%s of %s"
                    .formatted(jpeg.width, jpeg.height, jpeg.components, width, height, components));
        }
        if ((long) width * jpeg.height > (long) MOST_PIXELS_A_BYTE * length) {
            throw jpeg.error("claims %s×%s pixels, more than %s bytes can hold".formatted(width, jpeg.height, length));
        }
        return jpeg.pixels(height);
    }

    private UnreadableFile error(String reason) {
        return new UnreadableFile(place, "the JPEG data " + reason);
    }

    /**
     * Keeps what matters of the segments up to the first scan, and that scan with all that follows; whether there is
     * one.
     */
    private boolean segments(ByteBuffer in) throws UnreadableFile {
        while (in.remaining() >= Short.BYTES) {
            int lead = Byte.toUnsignedInt(in.get());
            int marker = Byte.toUnsignedInt(in.get());
            if (lead != MARKER) {
                throw error("has no marker where one must be");
            }
            if (marker == MARKER) {
                in.position(in.position() - 1);
            } else if (marker != START && marker != END) {
                int length = in.remaining() < Short.BYTES ? 0 : Short.toUnsignedInt(in.getShort(in.position()));
                if (length < Short.BYTES || length > in.remaining()) {
                    throw error("is cut off in a segment");
                }
                if (marker == SCAN) {
                    scans(in);
                    return true;
                }
                segment(marker, in.slice(in.position(), length));
                in.position(in.position() + length);
            }
        }
        return false;
    }

    private void segment(int marker, ByteBuffer segment) throws UnreadableFile {
        boolean isTable = marker == HUFFMAN_TABLES || marker == QUANTIZATION_TABLES || marker == RESTARTS;
        boolean isFrame = marker == BASELINE || marker == SEQUENTIAL;
        if (isFrame) {
            if (components != 0 || segment.remaining() < FRAME_LENGTH) {
                throw error("has a broken frame");
            }
            height = Short.toUnsignedInt(segment.getShort(3));
            width = Short.toUnsignedInt(segment.getShort(5));
            components = Byte.toUnsignedInt(segment.get(7));
        } else if (!isTable && marker >= FIRST_FRAME && marker <= LAST_FRAME) {
            throw error("is of a kind that is not supported (%02x); sequential JPEG is".formatted(marker));
        }
        if (isFrame || isTable) {
            keep(marker, segment);
        }
    }

    private void keep(int marker, ByteBuffer rest) {
        byte[] bytes = new byte[rest.remaining()];
        rest.get(bytes);
        kept.write(MARKER);
        kept.write(marker);
        kept.writeBytes(bytes);
    }

    /** More scans than components would each take the time of the whole image. */
    private void scans(ByteBuffer in) throws UnreadableFile {
        int scans = 1;
        for (int i = in.position() + 1; i < in.limit(); i++) {
            scans += Byte.toUnsignedInt(in.get(i - 1)) == MARKER && Byte.toUnsignedInt(in.get(i)) == SCAN ? 1 : 0;
        }
        if (scans > components) {
            throw error("has %s scans for %s components".formatted(scans, components));
        }
        keep(SCAN, in);
    }

    /**
     * Beside {@link IOException} for what is damaged, the reader throws {@link IllegalArgumentException} for sampling
     * factors that leave nothing of a component, and {@link IndexOutOfBoundsException} or {@link
     * NegativeArraySizeException} for tables that contradict one another.
     */
    private byte[] pixels(int rows) throws UnreadableFile {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        StringBuilder warnings = new StringBuilder();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(kept.toByteArray()))) {
            reader.addIIOReadWarningListener((damaged, warning) -> {
                warnings.append(warnings.isEmpty() ? warning : "");
                damaged.abort();
            });
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            if (!warnings.isEmpty()) {
                throw error("is damaged: " + warnings);
            }
            if (raster.getWidth() != width || raster.getHeight() < rows || raster.getNumBands() != components) {
                throw error("gives another size than its header");
            }
            return bytes(raster, rows);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException bad) {
            throw error("is damaged: " + bad.getMessage());
        } finally {
            reader.dispose();
        }
    }

    private static byte[] bytes(Raster raster, int rows) {
        int bands = raster.getNumBands();
        int width = raster.getWidth();
        byte[] out = new byte[width * rows * bands];
        int[] row = new int[width * bands];
        for (int y = 0; y < rows; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                out[y * row.length + i] = (byte) row[i];
            }
        }
        return out;
    }
}
