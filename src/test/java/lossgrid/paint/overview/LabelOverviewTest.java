package lossgrid.paint.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.ValidLabels;
import lossgrid.paint.grid.LabelGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that are not labels, such as a network's output, can be opened as labels too. */
class LabelOverviewTest {
    private static final ValidLabels RULE = new ValidLabels(3, OptionalLong.of(255));
    private static final Shape SHAPE = Shape.of(1, 75, 1000);

    /** An array of labels with so many different numbers, more or fewer than a histogram counts. */
    private static LabelArray draw(int different, double range) {
        SplittableRandom random = new SplittableRandom(different);
        double[] values = random.doubles(different, -range, range).toArray();
        float[] some = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 255, 1e-5f, -1e-5f, 3e9f, 0};
        return Tensor.read(SHAPE, (_, out) -> {
                    for (int i = 0; i < out.length; i++) {
                        out[i] = random.nextInt(50) == 0
                                ? some[random.nextInt(some.length)]
                                : (float) values[random.nextInt(different)];
                    }
                })
                .toLabels();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 20_000})
    void looksAreCounted(int different) {
        LabelArray labels = draw(different, 5);
        assertThat(Histogram.of(labels).isComplete()).isEqualTo(different < Histogram.MOST_VALUES);
        LabelGrid grid = LabelGrid.of(labels, RULE);
        Map<CellLook, Integer> expected = new EnumMap<>(CellLook.class);
        for (int i = 0; i < labels.size(); i++) {
            expected.merge(RULE.look(labels.doubleAt(i)), 1, Integer::sum);
        }
        expected.remove(CellLook.ORDINARY);
        assertThat(expected).hasSize(5);
        assertThat(grid.lookCounts()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 5, 900, 2e6, 5e8})
    void noTextOfManyLabelsIsLongerThanTheLongest(double range) {
        LabelArray labels = draw(20_000, range);
        LabelGrid grid = LabelGrid.of(labels, RULE);
        int longest = 0;
        for (int cell = 0; cell < labels.size(); cell++) {
            longest = Math.max(longest, grid.text(0, cell).length());
        }
        assertThat(grid.longestText()).isBetween(longest, longest + 5);
    }

    @Test
    void manyWholeLabelsAreAsLongAsTheLongest() {
        LabelArray labels = LabelArray.ofLongs(DType.INT64, SHAPE, i -> i - 9_999);
        assertThat(LabelGrid.of(labels, RULE).longestText()).isEqualTo(5);
    }

    @Test
    void aPowerOfTenIsNotCutOff() {
        LabelArray labels = Tensor.read(
                        Shape.of(1, 1, 3),
                        (_, out) -> System.arraycopy(new float[] {1e-5f, 0.12345f, 3e9f}, 0, out, 0, 3))
                .toLabels();
        LabelGrid grid = LabelGrid.of(labels, RULE);
        assertThat(new String[] {grid.text(0, 0), grid.text(0, 1), grid.text(0, 2)})
                .containsExactly("1.0e-5", "0.123", "3.0e+9");
    }
}
