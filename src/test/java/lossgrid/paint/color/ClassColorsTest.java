package lossgrid.paint.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lossgrid.fixtures.ColorVision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes can be told apart by their colours, whatever people see, and numbers on them can be read. */
class ClassColorsTest {
    /** Cells without a class, hatches and cards, of the light and of the dark theme. */
    private static final List<Integer> GROUNDS =
            List.of(0xffeef1f4, 0xff21262d, 0xff6e7781, 0xff6e7681, 0xffffffff, 0xff0d1117);

    private static double distance(int one, int other) {
        return Arrays.stream(ColorVision.values())
                .mapToDouble(vision -> vision.distance(one, other))
                .min()
                .orElseThrow();
    }

    @Test
    void theDistanceIsThatOfThePaper() {
        // Sharma, Wu and Dalal (2005) have values of Lab; these two are a pair of ours by another implementation.
        assertThat(ColorVision.FULL.distance(0xff56b4e9, 0xffe69f00)).isBetween(50.0, 80.0);
        assertThat(ColorVision.DEUTERANOPIA.distance(0xffcc79a7, 0xff8a8f98)).isBetween(3.62, 3.64);
        assertThat(ColorVision.PROTANOPIA.distance(0xffcc79a7, 0xff8a8f98)).isBetween(8.18, 8.19);
    }

    @ParameterizedTest
    @CsvSource({"16, 11.6", "24, 9.1", "32, 8.3"})
    void anyTwoOfTheFirstClassesAreApart(int classes, double least) {
        for (int c = 0; c < classes; c++) {
            for (int other = 0; other < c; other++) {
                assertThat(distance(DefaultClassColors.of(c), DefaultClassColors.of(other)))
                        .as("%d and %d", c, other)
                        .isGreaterThan(least);
            }
        }
    }

    @Test
    void everyClassIsSeenOnPaperAndBesideHatches() {
        for (int ground : GROUNDS) {
            for (int c = 0; c < ColorMapLibrary.classes().size(); c++) {
                assertThat(distance(DefaultClassColors.of(c), ground))
                        .as("%d", c)
                        .isGreaterThan(8);
            }
        }
    }

    @Test
    void laterClassesHaveLinesOverTheirColours() {
        Set<List<Object>> looks = new HashSet<>();
        for (int c = 0; c < 8 * ColorMapLibrary.classes().size(); c++) {
            looks.add(List.of(ClassPalette.USUAL.of(c), ClassPalette.USUAL.texture(c)));
            assertThat(ClassPalette.USUAL.texture(c) == ClassTexture.PLAIN).isEqualTo(c < 32);
        }
        assertThat(looks).hasSize(256);
    }

    @Test
    void classesOfADataSetThatShareAColourHaveLines() {
        ClassPalette palette = new ClassPalette(List.of(0xff000000, 0xff8c8c8c, 0xff8c8c8c, 0xff8c8c8c));
        assertThat(IntStream.range(0, 5).mapToObj(palette::texture))
                .containsExactly(
                        ClassTexture.PLAIN,
                        ClassTexture.PLAIN,
                        ClassTexture.ROW,
                        ClassTexture.COLUMN,
                        ClassTexture.PLAIN);
    }

    @Test
    void aNumberCanBeReadOnAnyColour() {
        for (int r = 0; r < 256; r += 5) {
            for (int g = 0; g < 256; g += 5) {
                for (int b = 0; b < 256; b += 5) {
                    int argb = ClassPalette.OPAQUE | r << 16 | g << 8 | b;
                    double contrast = ColorVision.contrast(argb, DefaultClassColors.ink(argb));
                    assertThat(contrast >= 4.5).as("%08x: %.2f", argb, contrast).isTrue();
                }
            }
        }
    }

    /** The ink and the ground of ignored cells and of those that raise the alarm, in both themes. */
    @ParameterizedTest
    @CsvSource({"#24292f, #eef1f4", "#c9d1d9, #21262d", "#cf222e, #ffebe9", "#f85149, #301b1e"})
    void aNumberCanBeReadOnCellsThatAreNotOrdinary(String ink, String ground) {
        assertThat(ColorVision.contrast(Integer.decode(ink), Integer.decode(ground)))
                .isGreaterThan(4.5);
    }
}
