package lossgrid.paint.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;

class ValueRowsTest {
    private static MaskCodes softEdges() {
        return MaskCodes.ofNumbers(
                LabelArray.ofLongs(DType.UINT8, Shape.of(100, 100), i -> i < 50 ? 1 + 5 * i : i < 2000 ? 255 : 0));
    }

    @Test
    void rareValuesBetweenTwoFrequentOnesStandTogether() {
        List<ValueRows.Row> rows = ValueRows.of(softEdges().groups());
        assertThat(rows).extracting(row -> row.group().text()).containsExactly("0", "255", "1…246");
        assertThat(rows).extracting(row -> row.group().count()).containsExactly(8000L, 1950L, 50L);
        assertThat(rows.getLast().isTogether()).isTrue();
        assertThat(ValueRows.members(softEdges().groups(), rows.getLast(), 3))
                .extracting(row -> row.group().text())
                .containsExactly("1", "6", "11");
    }

    @Test
    void fewValuesStandSinglyHoweverRare() {
        MaskCodes mask =
                MaskCodes.ofNumbers(LabelArray.ofLongs(DType.INT64, Shape.of(100, 100), i -> i < 4 ? 10 + i : 0));
        assertThat(ValueRows.of(mask.groups()))
                .extracting(row -> row.group().text())
                .containsExactly("0", "10", "11", "12", "13");
    }

    @Test
    void coloursStandByHowFrequentTheyAre() {
        MaskCodes mask = MaskCodes.ofColors(
                LabelArray.ofLongs(DType.UINT8, Shape.of(1, 4, 3), 9, 9, 9, 1, 2, 3, 1, 2, 3, 1, 2, 3));
        assertThat(ValueRows.of(mask.groups()))
                .extracting(row -> row.group().text())
                .containsExactly("(1, 2, 3)", "(9, 9, 9)");
    }

    @Test
    void whateverAMaskHoldsEveryCodeStandsInOneRowAndTheTableIsShort() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int values = 1 + random.nextInt(300);
            MaskCodes mask = MaskCodes.ofNumbers(LabelArray.ofLongs(
                    DType.INT32,
                    Shape.of(40, 40),
                    _ -> (long) (values * random.nextDouble() * random.nextDouble()) - 3));
            List<ValueRows.Row> rows = ValueRows.of(mask.groups());
            assertThat(rows.stream().flatMap(row -> row.codes().stream()))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, mask.groups().size()).boxed().toList());
            assertThat(rows.stream().mapToLong(row -> row.group().count()).sum())
                    .isEqualTo(1600);
            assertThat(rows).as("seed " + seed).hasSizeLessThanOrEqualTo(33);
        }
    }
}
