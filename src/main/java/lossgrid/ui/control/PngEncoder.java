package lossgrid.ui.control;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Converts JavaFX's images to PNG. */
public final class PngEncoder {
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
        if (!ImageIO.write(image, "png", out)) {
            throw new IllegalStateException("no writer for PNG");
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
