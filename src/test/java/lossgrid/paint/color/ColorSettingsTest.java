package lossgrid.paint.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.ValidLabels;
import lossgrid.paint.grid.CellGrid;
import lossgrid.paint.grid.HeatmapRaster;
import lossgrid.paint.grid.LabelGrid;
import lossgrid.paint.grid.LookCounts;
import lossgrid.paint.grid.TensorGrid;
import lossgrid.paint.overview.Overview;
import org.junit.jupiter.api.Test;

class ColorSettingsTest {
    private static final ColorSettings USUAL = ColorSettings.defaults();

    private static boolean isFirst(int pixel) {
        return pixel == 0;
    }

    @Test
    void aLockedRangeDoesNotFollowTheValues() {
        Tensor small = Tensor.vector(0.5f, -1);
        Tensor large = Tensor.vector(50, -1);
        assertThat(USUAL.scale(NumberKind.DIVERGING, Overview.of(small).extent()))
                .isNotEqualTo(
                        USUAL.scale(NumberKind.DIVERGING, Overview.of(large).extent()));
        ColorSettings locked = USUAL.withLock(NumberKind.DIVERGING, new ValueRange(-2, 2));
        ColorScale scale = locked.scale(NumberKind.DIVERGING, Overview.of(small).extent());
        assertThat(locked.scale(NumberKind.DIVERGING, Overview.of(large).extent()))
                .isEqualTo(scale);
        assertThat(scale.low()).isEqualTo(-2);
        assertThat(scale.argb(50)).isEqualTo(scale.argb(2));
        assertThat(locked.withoutLock(NumberKind.DIVERGING)).isEqualTo(USUAL);
        assertThat(locked.scale(NumberKind.LOSS, Overview.of(large).extent()))
                .isEqualTo(USUAL.scale(NumberKind.LOSS, Overview.of(large).extent()));
    }

    @Test
    void aLopsidedRangeKeepsZeroInTheMiddleOfTheMap() {
        ColorScale scale = USUAL.withLock(NumberKind.DIVERGING, new ValueRange(-1, 4))
                .scale(NumberKind.DIVERGING, Overview.of(Tensor.scalar(0)).extent());
        ColorMap map = ColorMapLibrary.of(ColorMapName.RDBU);
        assertThat(scale.argb(0)).isEqualTo(map.at(0.5));
        assertThat(scale.argb(4)).isEqualTo(map.at(1));
        assertThat(scale.argb(-1)).isEqualTo(map.at(0.375));
        assertThat(scale.argb(-4)).isEqualTo(map.at(0.375));
        assertThat(scale.argbAt(0)).isEqualTo(scale.argb(-1));
        assertThat(scale.position(4)).isEqualTo(1);
    }

    @Test
    void lossesBelowZeroDiverge() {
        assertThat(USUAL.scale(
                                NumberKind.LOSS,
                                Overview.of(Tensor.vector(1, -3)).extent())
                        .map())
                .isSameAs(ColorMapLibrary.of(ColorMapName.RDBU));
        assertThat(USUAL.scale(NumberKind.LOSS, Overview.of(Tensor.vector(1, 3)).extent())
                        .map())
                .isSameAs(ColorMapLibrary.of(ColorMapName.MAGMA_REVERSED));
    }

    @Test
    void everyKindTakesOnlyItsOwnMaps() {
        assertThat(USUAL.withMap(NumberKind.PROBABILITY, ColorMapName.CIVIDIS).map(NumberKind.PROBABILITY))
                .isEqualTo(ColorMapName.CIVIDIS);
        assertThat(USUAL.withMap(NumberKind.PROBABILITY, ColorMapName.CIVIDIS).map(NumberKind.LOSS))
                .isEqualTo(ColorMapName.MAGMA_REVERSED);
        assertThatThrownBy(() -> new ColorSettings(Map.of(NumberKind.LOSS, ColorMapName.VIK), Map.of(), Map.of(), 4))
                .isInstanceOf(IllegalArgumentException.class);
        for (NumberKind kind : NumberKind.values()) {
            assertThat(kind.maps()).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void digitsStayWithinTwoAndSix() {
        assertThat(USUAL.withDigits(1).digits()).isEqualTo(2);
        assertThat(USUAL.withDigits(7).digits()).isEqualTo(6);
    }

    @Test
    void specialLooksAreCountedByPixelsIfIgnoredAndElseByCells() {
        Tensor values = Tensor.of(
                Shape.of(1, 2, 1, 3), Float.NaN, Float.POSITIVE_INFINITY, 1, 0, Float.NEGATIVE_INFINITY, Float.NaN);
        TensorGrid grid = TensorGrid.of(
                values,
                USUAL.scale(NumberKind.DIVERGING, Overview.of(values).extent()),
                ColorSettingsTest::isFirst,
                USUAL.digits());
        assertThat(grid.lookCounts())
                .isEqualTo(LookCounts.of(grid))
                .isEqualTo(Map.of(
                        CellLook.IGNORED, 1,
                        CellLook.POSITIVE_INFINITY, 1,
                        CellLook.NEGATIVE_INFINITY, 1,
                        CellLook.NAN, 1));
        assertThat(grid.value(0, 0)).isEmpty();
        assertThat(grid.value(0, 2)).hasValue(1);
    }

    @Test
    void everyLookHasAPatternOfItsOwnInARaster() {
        float[] specials = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        Shape shape = Shape.of(1, 1, 8, 8);
        Set<List<Integer>> patterns = new HashSet<>();
        for (float special : specials) {
            Tensor values = Tensor.full(shape, special);
            patterns.add(raster(TensorGrid.of(
                    values, USUAL.scale(NumberKind.LOSS, Overview.of(values).extent()), _ -> false, 4)));
        }
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(1, 8, 8), _ -> 9);
        patterns.add(raster(LabelGrid.of(labels, new ValidLabels(2, OptionalLong.of(9)))));
        patterns.add(raster(LabelGrid.of(labels, ValidLabels.of(2))));
        assertThat(patterns).hasSize(5);
    }

    private static List<Integer> raster(CellGrid grid) {
        int[] pixels = new int[64];
        HeatmapRaster.fill(grid, 0, pixels);
        return Arrays.stream(pixels).boxed().toList();
    }

    @Test
    void aPaletteGoesOnWithTheUsualColours() {
        ClassPalette palette = new ClassPalette(List.of(0xff000000));
        assertThat(palette.of(0)).isEqualTo(0xff000000);
        assertThat(palette.of(1)).isEqualTo(DefaultClassColors.of(1));
        LabelArray labels = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1, 1, 2), 0.5, 0);
        LabelGrid grid = LabelGrid.of(labels, ValidLabels.of(2), new ClassPalette(List.of(0xff000000, 0xff808080)));
        assertThat(grid.argb(0, 0)).isEqualTo(0xff404040);
        assertThat(grid.sameCell(LabelGrid.of(labels, ValidLabels.of(2), palette), 0, 1))
                .isFalse();
    }
}
