package lossgrid.paint.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneFit;
import lossgrid.paint.overview.Overview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRuleTest {
    private static final Shape SHAPE = Shape.of(1, 1, 2, 2);

    private static TensorGrid grid(float... values) {
        Overview overview = Overview.of(Tensor.of(SHAPE, values));
        return TensorGrid.of(overview, ColorSettings.defaults().scale(NumberKind.DIVERGING, overview.extent()), 4);
    }

    private static GridGeometry cells(double size) {
        PlaneFit room = new PlaneFit(2 * size + 8, 2 * size + 8 + 17, 1);
        return GridGeometry.fit(GridShape.of(SHAPE), Arrangement.N_DOWN, room);
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 33, 40, 48, 60})
    void allCardsHaveTheSameDigitsAndType(int size) {
        GridGeometry geometry = cells(size);
        List<TensorGrid> grids = List.of(grid(-1.4f, 2, 0, 0.5f), grid(0.1f, 0.25f, 0.5f, 0.15f), grid(12.5f, 1, 2, 3));
        NumberRule rule = new NumberRule(List.copyOf(grids));
        List<CellGrid> written =
                grids.stream().map(grid -> rule.fitted(grid, geometry)).toList();
        assertThat(written.stream().map(grid -> grid.digits().orElseThrow()).distinct())
                .hasSize(1);
        assertThat(written.stream().map(CellGrid::longestText).distinct()).hasSize(1);
        assertThat(geometry.fontSize(written.getFirst().longestText())).isGreaterThanOrEqualTo(9);
    }

    /** What cannot be written with these digits does not take the numbers of the others away. */
    @Test
    void numbersThatAreMuchTooLongAreLeftOut() {
        GridGeometry geometry = cells(40);
        TensorGrid usual = grid(-1.4f, 2, 0, 0.5f);
        TensorGrid huge = grid(-1e30f, 2, 0, 0.5f);
        NumberRule rule = new NumberRule(List.of(usual, huge));
        assertThat(rule.fitted(usual, geometry).text(0, 0)).isEqualTo("-1.400");
        assertThat(geometry.showsText(rule.fitted(huge, geometry).longestText()))
                .isFalse();
    }

    /** A gradient of a hundredth would be 0.0. */
    @Test
    void smallNumbersKeepADigit() {
        TensorGrid small = grid(0.012f, -0.02f, 0, 0.004f);
        assertThat(small.withDigits(1).text(0, 0)).isEqualTo("0.01");
        assertThat(small.withDigits(3).text(0, 0)).isEqualTo("0.012");
    }

    @Test
    void withoutOthersAGridFollowsItsOwnRule() {
        TensorGrid grid = grid(-1.4f, 2, 0, 0.5f);
        assertThat(Stream.of(28, 40, 60)
                        .map(size -> NumberRule.ALONE.fitted(grid, cells(size)))
                        .toList())
                .isEqualTo(Stream.of(28, 40, 60)
                        .map(size -> grid.fitted(cells(size)))
                        .toList());
    }
}
