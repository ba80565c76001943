package lossgrid.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import java.util.function.IntPredicate;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.paint.color.AutomaticRange;
import lossgrid.paint.color.ColorMapLibrary;
import lossgrid.paint.color.ColorMapName;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.ValidLabels;
import lossgrid.paint.grid.HeatmapRaster;
import lossgrid.paint.grid.LabelGrid;
import lossgrid.paint.grid.TensorGrid;
import lossgrid.paint.overview.Overview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RgbTest {
    private static boolean isFirst(int i) {
        return i == 0;
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1.7851, 2", "2, 2", "2.01, 3", "0.72, 0.8", "9.1, 10", "101, 150", "0.00031, 0.0004"})
    void rangesEndAtRoundNumbers(double value, double rounded) {
        assertThat(AutomaticRange.roundUp(value)).isCloseTo(rounded, within(1e-12));
    }

    @Test
    void rangesAreDecidedByFiniteValues() {
        Tensor values = Tensor.vector(1.2f, Float.NaN, Float.NEGATIVE_INFINITY, -2.5f);
        ColorScale scale = ColorSettings.defaults()
                .scale(NumberKind.DIVERGING, Overview.of(values).extent());
        assertThat(scale.low()).isEqualTo(-3);
        assertThat(scale.high()).isEqualTo(3);
        assertThat(scale.argb(0)).isEqualTo(scale.map().at(0.5));
    }

    @Test
    void negativeLossesTakeTheDivergingMap() {
        assertThat(AutomaticRange.automatic(
                                NumberKind.LOSS,
                                Overview.of(Tensor.vector(0.5f, -3f)).extent())
                        .low())
                .isEqualTo(-3);
        assertThat(AutomaticRange.automatic(
                                NumberKind.LOSS,
                                Overview.of(Tensor.vector(0.5f, 1.9f)).extent())
                        .low())
                .isZero();
    }

    @Test
    void specialValuesHaveLooksOfTheirOwn() {
        Tensor values =
                Tensor.of(Shape.of(1, 1, 1, 5), 1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 2f);
        TensorGrid grid = TensorGrid.of(
                values,
                ColorSettings.defaults()
                        .scale(NumberKind.DIVERGING, Overview.of(values).extent()),
                RgbTest::isFirst,
                4);
        assertThat(new CellLook[] {grid.look(0, 0), grid.look(0, 1), grid.look(0, 2), grid.look(0, 3), grid.look(0, 4)})
                .containsExactly(
                        CellLook.IGNORED,
                        CellLook.NAN,
                        CellLook.POSITIVE_INFINITY,
                        CellLook.NEGATIVE_INFINITY,
                        CellLook.ORDINARY);
    }

    @Test
    void specialValuesAreNoColourOfTheMapInARaster() {
        Tensor values = Tensor.of(Shape.of(1, 1, 1, 2), Float.NaN, 0f);
        ColorScale scale = new ColorScale(ColorMapLibrary.of(ColorMapName.VIRIDIS), 0, 1);
        int[] pixels = new int[2];
        HeatmapRaster.fill(TensorGrid.of(values, scale, _ -> false, 4), 0, pixels);
        for (int i = 0; i < scale.map().size(); i++) {
            assertThat(scale.map().color(i)).isNotEqualTo(pixels[0]);
        }
        assertThat(pixels[1]).isEqualTo(scale.map().color(0));
    }

    @Test
    void aLabelThatNamesNoClassIsSeen() {
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 4), 255, 1, 2, -1);
        LabelGrid grid = LabelGrid.of(labels, new ValidLabels(2, OptionalLong.of(255)));
        assertThat(new CellLook[] {grid.look(0, 0), grid.look(0, 1), grid.look(0, 2), grid.look(0, 3)})
                .containsExactly(CellLook.IGNORED, CellLook.ORDINARY, CellLook.NO_CLASS, CellLook.NO_CLASS);
        assertThat(grid.longestText()).isEqualTo(3);
    }

    @Test
    void onlyCellsThatDifferAreToBePaintedAgain() {
        Tensor before = Tensor.of(Shape.of(1, 2, 1, 2), 0.1f, 0.2f, 0.3f, 0.4f);
        ColorScale scale = new ColorScale(ColorMapLibrary.of(ColorMapName.VIRIDIS), 0, 1);
        IntPredicate none = _ -> false;
        TensorGrid old = TensorGrid.of(before, scale, none, 4);
        TensorGrid edited = TensorGrid.of(before.with(1, 0.9f), scale, none, 4);
        assertThat(edited.sameCell(old, 0, 0)).isTrue();
        assertThat(edited.sameCell(old, 0, 1)).isFalse();
        assertThat(edited.samePlane(old, 0)).isFalse();
        assertThat(edited.samePlane(old, 1)).isTrue();
    }

    @Test
    void textIsLightOnDarkCells() {
        assertThat(DefaultClassColors.isDark(
                        ColorMapLibrary.of(ColorMapName.VIRIDIS).color(0)))
                .isTrue();
        assertThat(DefaultClassColors.isDark(
                        ColorMapLibrary.of(ColorMapName.VIRIDIS).color(255)))
                .isFalse();
    }
}
