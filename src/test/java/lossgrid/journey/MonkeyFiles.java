package lossgrid.journey;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.Experiment;

/** Files that a user may come with: documents, masks, arrays, and some that cannot be read. */
final class MonkeyFiles {
    private static final int[] VOC = {0x000000, 0x800000, 0x008000, 0xC08000, 0xE0E0C0};

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    MonkeyFiles(Path folder, Path arrays) throws IOException {
        this.folder = folder;
        for (Lesson lesson : Lesson.values()) {
            Path file = folder.resolve(lesson.id() + ".json");
            DocumentFiles.save(file, lesson.open());
            files.add(file);
        }
        mask("indices.png", 12, 16, 3, BufferedImage.TYPE_BYTE_GRAY);
        mask("zero-255.png", 24, 20, 2, BufferedImage.TYPE_BYTE_GRAY);
        mask("colours.png", 9, 14, VOC.length, BufferedImage.TYPE_INT_RGB);
        mask("larger.png", 240, 320, 4, BufferedImage.TYPE_BYTE_GRAY);
        mask("pixel.png", 1, 1, 2, BufferedImage.TYPE_BYTE_GRAY);
        try (var found = Files.list(arrays)) {
            files.addAll(found.sorted().toList());
        }
        text("cut.json", "{\"format\": \"lossgrid\", \"logits\": [[");
        text("empty.png", "");
        text("model.pt", "PK");
    }

    private void text(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content, StandardCharsets.UTF_8);
        files.add(file);
    }

    private void mask(String name, int height, int width, int classes, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int k = (x * classes / width + y * classes / height) % classes;
                if (type == BufferedImage.TYPE_INT_RGB) {
                    image.setRGB(x, y, VOC[k]);
                } else {
                    image.getRaster().setSample(x, y, 0, classes == 2 ? 255 * k : k);
                }
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        files.add(file);
    }

    Path any(Random random) {
        return files.get(random.nextInt(files.size()));
    }

    /** A place to save to: one of a few, so that files are written over. */
    Path target(Random random, String extension) {
        return folder.resolve("saved-" + random.nextInt(3) + extension);
    }

    /** A picture for the clipboard. */
    static BufferedImage picture() {
        BufferedImage image = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.fillRect(2, 1, 3, 3);
        graphics.dispose();
        return image;
    }

    static Experiment document(Path file) {
        try {
            return DocumentFiles.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
