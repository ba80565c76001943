package lossgrid.paint.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lossgrid.fixtures.Vision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every map for numbers is perceptually uniform and readable for colour-blind people. */
class ColorMapsTest {
    private static final int COLORS = 256;
    private static final int MIDDLE = COLORS / 2;
    /** Steps are compared over a sixteenth of the map, since 8 bits a channel make single ones coarse. */
    private static final int STEP = 16;

    private static double lightness(ColorMap map, int i) {
        return Vision.FULL.lab(map.color(i))[0];
    }

    private static List<Double> steps(ColorMap map, Vision vision) {
        List<Double> steps = new ArrayList<>();
        for (int i = 0; i + STEP < COLORS; i += STEP / 2) {
            steps.add(vision.difference(map.color(i), map.color(i + STEP)));
        }
        return steps;
    }

    @ParameterizedTest
    @EnumSource
    void lightnessRunsOneWayOrFromTheMiddle(ColorMapName name) {
        ColorMap map = ColorMapLibrary.of(name);
        assertThat(map.size()).isEqualTo(COLORS);
        double sign = name.kind() == NumberKind.LOSS ? -1 : 1;
        boolean diverges = name.kind() == NumberKind.DIVERGING;
        for (int i = 1; i < COLORS; i++) {
            boolean falls = diverges && i > MIDDLE;
            double change = (falls ? -1 : sign) * (lightness(map, i) - lightness(map, i - 1));
            boolean turns = diverges && i == MIDDLE;
            assertThat(change).as("%s at %d", name, i).isGreaterThan(turns ? -1 : -0.3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RDBU", "VIK", "BROC", "BALANCE"})
    void divergingMapsAreLightInTheMiddleAndAlikeOnBothSides(ColorMapName name) {
        ColorMap map = ColorMapLibrary.of(name);
        double[] middle = Vision.FULL.lab(map.color(MIDDLE));
        assertThat(middle[0]).isGreaterThan(88);
        assertThat(Math.hypot(middle[1], middle[2])).isLessThan(6);
        for (int i = 0; i < MIDDLE; i++) {
            double difference = Math.abs(lightness(map, i) - lightness(map, COLORS - 1 - i));
            assertThat(difference).as("%s at %d", name, i).isLessThan(12);
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalDistancesAreRoughlyEqualDifferences(ColorMapName name) {
        List<Double> steps = steps(ColorMapLibrary.of(name), Vision.FULL);
        double mean = steps.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isGreaterThan(4);
        assertThat(steps).as(name.title()).allSatisfy(step -> assertThat(step).isBetween(0.45 * mean, 1.75 * mean));
    }

    @ParameterizedTest
    @EnumSource
    void colourBlindPeopleTellStepsAndQuartersApart(ColorMapName name) {
        ColorMap map = ColorMapLibrary.of(name);
        int[] quarters = {0, 64, 128, 192, 255};
        for (Vision vision : new Vision[] {Vision.PROTANOPIA, Vision.DEUTERANOPIA}) {
            assertThat(steps(map, vision)).as("%s, %s", name, vision).allSatisfy(step -> assertThat(step)
                    .isGreaterThan(1.8));
            for (int i = 0; i < quarters.length; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(vision.difference(map.color(quarters[i]), map.color(quarters[j])))
                            .as("%s, %s, %d and %d", name, vision, j, i)
                            .isGreaterThan(8);
                }
            }
        }
    }
}
