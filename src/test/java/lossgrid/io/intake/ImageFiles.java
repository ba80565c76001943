package lossgrid.io.intake;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Images of every kind, and the files that ImageIO writes of them. */
final class ImageFiles {
    static final int WIDTH = 37;
    static final int HEIGHT = 21;
    static final Map<String, BufferedImage> IMAGES = images();

    private ImageFiles() {}

    private static Map<String, BufferedImage> images() {
        Map<String, BufferedImage> out = new LinkedHashMap<>();
        out.put("bilevel", drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette(1))));
        out.put("palette 4", drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette(4))));
        out.put("palette 8", drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, palette(8))));
        out.put("grey 8", drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY)));
        out.put("grey 16", drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY)));
        out.put("rgb", drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR)));
        out.put("rgba", drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR)));
        return out;
    }

    private static IndexColorModel palette(int bits) {
        int count = 1 << bits;
        byte[] red = new byte[count];
        byte[] green = new byte[count];
        byte[] blue = new byte[count];
        for (int i = 0; i < count; i++) {
            red[i] = (byte) (i * 37 + 1);
            green[i] = (byte) (i * 11);
            blue[i] = (byte) (255 - i);
        }
        return new IndexColorModel(bits, count, red, green, blue);
    }

    /** Runs of equal samples and noise. */
    private static BufferedImage drawn(BufferedImage image) {
        Random random = new Random(7);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    int most = 1 << raster.getSampleModel().getSampleSize(band);
                    raster.setSample(x, y, band, x < WIDTH / 2 ? y % most : random.nextInt(most));
                }
            }
        }
        return image;
    }

    static byte[] tiff(BufferedImage image, String compression, boolean tiled) throws IOException {
        return write("tiff", image, compression, tiled);
    }

    /** As {@link #tiff} with these fields, one number each, beside the usual ones. */
    static byte[] tiff(BufferedImage image, String compression, Map<Integer, Integer> fields) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            TIFFDirectory directory = TIFFDirectory.createFromMetadata(
                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param));
            BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
            fields.forEach((tag, value) -> {
                int type = tags.getTag(tag).isDataTypeOK(TIFFTag.TIFF_SHORT) ? TIFFTag.TIFF_SHORT : TIFFTag.TIFF_LONG;
                directory.addTIFFField(new TIFFField(
                        tags.getTag(tag),
                        type,
                        1,
                        type == TIFFTag.TIFF_SHORT ? new char[] {(char) (int) value} : new long[] {value}));
            });
            writer.write(null, new IIOImage(image, null, directory.getAsMetadata()), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Black and white, with a run of each length up to the longest that words of the codes have, and beyond. */
    static BufferedImage allRuns() {
        int longest = 2700;
        BufferedImage image = new BufferedImage(longest + 5, longest, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < longest; y++) {
            for (int x = y % 5; x < y % 5 + y; x++) {
                image.getRaster().setSample(x, y, 0, 1);
            }
        }
        return image;
    }

    /** Colours of 16 bits a pixel. */
    static BufferedImage highColor(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        image.createGraphics().drawImage(IMAGES.get("rgb"), 0, 0, null);
        return image;
    }

    static byte[] bmp(BufferedImage image, String compression) throws IOException {
        return write("bmp", image, compression, false);
    }

    private static byte[] write(String format, BufferedImage image, String compression, boolean tiled)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!compression.isEmpty()) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            if (tiled) {
                param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                param.setTiling(16, 16, 0, 0);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] tiffOf(List<BufferedImage> images) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage image : images) {
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A run-length encoded BMP of 4 or 8 bits with a palette of greys. */
    static byte[] runs(int width, int height, int bits, int[] data) {
        int colors = 1 << bits;
        int offset = 54 + 4 * colors;
        ByteBuffer out = ByteBuffer.allocate(offset + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B')
                .put((byte) 'M')
                .putInt(offset + data.length)
                .putInt(0)
                .putInt(offset);
        out.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        out.putInt(bits == 4 ? 2 : 1)
                .putInt(data.length)
                .putInt(0)
                .putInt(0)
                .putInt(colors)
                .putInt(0);
        for (int i = 0; i < colors; i++) {
            out.putInt(i * 0x10101);
        }
        for (int value : data) {
            out.put((byte) value);
        }
        return out.array();
    }
}
