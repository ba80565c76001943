package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.OneAtATime;
import lossgrid.io.document.Lesson;
import lossgrid.journey.ScreenView.Face;
import lossgrid.journey.ScreenView.Form;
import lossgrid.model.document.Experiment;
import lossgrid.ui.control.Theme;
import lossgrid.words.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every screen at the sizes that people have, with type up to four steps larger, in both languages: no text is cut,
 * none lies over another, none ends in an ellipsis. The ordinary run looks at a few; {@code -Dscreens=FOLDER} at all of
 * them, and writes pictures of them at both scales and sheets of contact prints into that folder.
 */
@OneAtATime
class ScreensTest {
    /** A size of a window, in units. */
    private record Size(int width, int height) {}

    private static final List<Size> SIZES =
            List.of(new Size(1000, 700), new Size(1280, 720), new Size(1440, 900), new Size(1920, 1080));
    private static final int MOST_STEPS = 4;
    private static final int PRINT_WIDTH = 480;
    private static final int PRINTS_A_ROW = 4;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Map<String, Experiment> documents(boolean all) {
        Map<String, Experiment> documents = new LinkedHashMap<>();
        for (Lesson lesson : all ? List.of(Lesson.values()) : List.of(Lesson.TWO_CHANNEL)) {
            documents.put(lesson.id(), lesson.open());
        }
        Random random = new Random(3);
        Shape shape = Shape.of(1, 3, 4, 5);
        documents.put(
                "three-classes",
                Lesson.TWO_CHANNEL
                        .open()
                        .withClasses(List.of("road", "car", "sky"))
                        .withLogits(Tensor.generate(shape, _ -> (float) random.nextGaussian()))
                        .withLabels(LabelArray.ofLongs(DType.INT64, Shape.of(1, 4, 5), i -> i % 3)));
        return documents;
    }

    private static List<Form> forms(boolean all) {
        List<Integer> steps = all ? IntStream.rangeClosed(0, MOST_STEPS).boxed().toList() : List.of(0, MOST_STEPS);
        List<Size> sizes = all ? SIZES : List.of(SIZES.getFirst(), SIZES.getLast());
        List<Form> forms = new ArrayList<>();
        for (Face face : Face.values()) {
            for (Size size : sizes) {
                for (int step : steps) {
                    for (Language language : Language.values()) {
                        // Themes differ in colours alone.
                        Theme theme = language == Language.ENGLISH ? Theme.LIGHT : Theme.DARK;
                        forms.add(new Form(size.width(), size.height(), step, language, theme, face));
                    }
                }
            }
        }
        return forms;
    }

    @Test
    void everyTextCanBeRead() throws IOException {
        String folder = System.getProperty("screens", "");
        List<String> faults = new ArrayList<>();
        boolean all = !folder.isEmpty();
        for (Map.Entry<String, Experiment> document : documents(all).entrySet()) {
            List<BufferedImage> prints = new ArrayList<>();
            for (Form form : forms(all)) {
                String name = document.getKey() + "-" + form;
                faults.addAll(faults(document.getValue(), form).stream()
                        .map(fault -> name + ": " + fault)
                        .toList());
                if (all) {
                    for (int scale : new int[] {1, 2}) {
                        BufferedImage picture = picture(document.getValue(), form, scale);
                        write(Path.of(folder, name + (scale == 1 ? ".png" : "@2x.png")), picture);
                        Stream.of(picture).filter(_ -> scale == 1).forEach(shown -> prints.add(print(shown)));
                    }
                }
            }
            if (all) {
                write(Path.of(folder, "sheet-" + document.getKey() + ".png"), sheet(prints));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Experiment document, Form form) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> new ScreenView(document, form, 1).faults());
    }

    private static BufferedImage picture(Experiment document, Form form, int scale) {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> SwingFXUtils.fromFXImage(new ScreenView(document, form, scale).picture(), null));
    }

    private static void write(Path file, BufferedImage picture) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    private static BufferedImage print(BufferedImage picture) {
        int height = picture.getHeight() * PRINT_WIDTH / picture.getWidth();
        BufferedImage print = new BufferedImage(PRINT_WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = print.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, PRINT_WIDTH, height, null);
        graphics.dispose();
        return print;
    }

    private static BufferedImage sheet(List<BufferedImage> prints) {
        int height = prints.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        int rows = (prints.size() + PRINTS_A_ROW - 1) / PRINTS_A_ROW;
        BufferedImage sheet = new BufferedImage(PRINT_WIDTH * PRINTS_A_ROW, height * rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < prints.size(); i++) {
            graphics.drawImage(prints.get(i), i % PRINTS_A_ROW * PRINT_WIDTH, i / PRINTS_A_ROW * height, null);
        }
        graphics.dispose();
        return sheet;
    }
}
