package lossgrid.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.finding.MaskContext;
import lossgrid.words.FindingText;
import lossgrid.words.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checking a grey mask of 2048×1024 pixels against reading it with ImageIO alone, in turn, after warming up. */
class CheckBenchmark {
    private static final System.Logger LOG = System.getLogger(CheckBenchmark.class.getName());
    private static final int ROUNDS = 160;
    private static final double MOST = 1.5;

    @TempDir
    private Path folder;

    /** The kinds of masks. */
    enum Scene {
        /** Large regions, as in street scenes: 19 classes and some void. */
        REGIONS,
        /** A wrong mask, for which rules look at the pixels again. */
        WRONG,
        /** Independent pixels: the worst case for both. */
        NOISE
    }

    private static int label(Scene scene, int x, int y, Random random) {
        int region = (int) (9 + 5 * Math.sin(x / 170.0 + Math.cos(y / 90.0)) + 5 * Math.sin(y / 120.0));
        return switch (scene) {
            case REGIONS -> random.nextInt(400) == 0 ? 255 : region;
            case WRONG -> region * 3;
            case NOISE -> random.nextInt(19);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aCheckTakesAtMostHalfAsMuchAgain(Scene scene) throws IOException {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(2048, 1024, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 1024; y++) {
            for (int x = 0; x < 2048; x++) {
                image.getRaster().setSample(x, y, 0, label(scene, x, y, random));
            }
        }
        Path file = folder.resolve("mask.png");
        ImageIO.write(image, "png", file.toFile());
        MaskCheck check = new MaskCheck(
                MaskContext.ofFile(
                        19,
                        255,
                        Stream.of(BuiltInPalette.values())
                                .map(BuiltInPalette::palette)
                                .toList()),
                FindingText.in(Language.ENGLISH),
                1);
        List<Double> reading = new ArrayList<>();
        List<Double> checking = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2048);
            long middle = System.nanoTime();
            assertThat(check.check(new MaskTree.Item.MaskFile(file, true))).isInstanceOf(MaskReport.Checked.class);
            long end = System.nanoTime();
            reading.add((middle - start) / 1e6);
            checking.add((end - middle) / 1e6);
        }
        double ratio = quick(checking) / quick(reading);
        LOG.log(System.Logger.Level.INFO, () -> "%s (%s bytes): ImageIO %.2f ms, check %.2f ms, ratio %.2f"
                .formatted(scene, file.toFile().length(), quick(reading), quick(checking), ratio));
        assertThat(ratio).isLessThan(MOST);
    }

    /** The fastest tenth of the second half, when everything is compiled: the time on an idle machine. */
    private static double quick(List<Double> times) {
        return times.subList(ROUNDS / 2, ROUNDS).stream().sorted().toList().get(ROUNDS / 20);
    }
}
