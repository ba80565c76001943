package lossgrid.ui.control;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Converts JavaFX's images to PNG. */
public final class PngEncoder {
    private static final String PNG = "png";
    private static final double METRES_AN_INCH = 0.0254;

    private PngEncoder() {}

    /** The pixels of an image, with their opacity. */
    public static BufferedImage buffered(Image image) {
        return buffered(image, BufferedImage.TYPE_INT_ARGB);
    }

    /** The pixels of an opaque image. */
    public static BufferedImage opaque(Image image) {
        return buffered(image, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage buffered(Image image, int type) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage out = new BufferedImage(width, height, type);
        out.setRGB(0, 0, width, height, pixels, 0, width);
        return out;
    }

    /** Writes a PNG; on any thread. */
    public static void writePng(BufferedImage image, OutputStream out) throws IOException {
        if (!ImageIO.write(image, PNG, out)) {
            throw new IllegalStateException("no writer for PNG");
        }
    }

    /**
     * Writes a PNG that says how large it is on paper; on any thread.
     *
     * @param resolution pixels to an inch
     */
    public static void writePng(BufferedImage image, double resolution, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(PNG).next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            String aMetre = Long.toString(Math.round(resolution / METRES_AN_INCH));
            IIOMetadataNode size = new IIOMetadataNode("pHYs");
            size.setAttribute("pixelsPerUnitXAxis", aMetre);
            size.setAttribute("pixelsPerUnitYAxis", aMetre);
            size.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
            root.appendChild(size);
            metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writePng(image, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
