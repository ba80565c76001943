package lossgrid.paint.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import org.junit.jupiter.api.Test;

class MaskRasterTest {
    private static final MaskRaster.Inks INKS =
            new MaskRaster.Inks(0xff808080, 0xff101010, 0xff202020, 0xff300000, 0xffff0000);
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private static int[] paint(MaskCodes mask, MaskColors colors, IntPredicate lit, int width, int height) {
        List<MaskColors.Tint> tints = mask.groups().stream()
                .map(group -> colors.tint(group, OptionalLong.empty()))
                .toList();
        int[] out = new int[width * height];
        GridShape shape = mask.shape();
        MaskViewport view = MaskViewport.fit(shape.width(), shape.height(), width, height);
        new MaskRaster(mask, tints, lit, INKS).paint(out, width, height, 0, view, 1);
        return out;
    }

    private static MaskCodes mask(int height, int width, long... values) {
        return MaskCodes.ofNumbers(LabelArray.ofLongs(DType.UINT8, Shape.of(height, width), values));
    }

    @Test
    void eachPixelIsASquareWithoutMixing() {
        int[] out = paint(mask(2, 2, 0, 255, 255, 0), new MaskColors.Grey(0, 255), _ -> true, 6, 6);
        int[] row = {BLACK, BLACK, BLACK, WHITE, WHITE, WHITE};
        int[] other = {WHITE, WHITE, WHITE, BLACK, BLACK, BLACK};
        for (int y = 0; y < 6; y++) {
            assertThat(Arrays.copyOfRange(out, 6 * y, 6 * y + 6)).isEqualTo(y < 3 ? row : other);
        }
    }

    @Test
    void whatLiesBesideThePlaneIsGround() {
        int[] out = paint(mask(1, 2, 0, 0), new MaskColors.Grey(0, 255), _ -> true, 4, 4);
        assertThat(Arrays.copyOfRange(out, 0, 4)).containsOnly(INKS.ground());
        assertThat(Arrays.copyOfRange(out, 4, 12)).containsOnly(BLACK);
        assertThat(Arrays.copyOfRange(out, 12, 16)).containsOnly(INKS.ground());
    }

    @Test
    void aLoneOutlierIsSeenHoweverSmallThePictureIs() {
        long[] values = new long[97 * 89];
        for (int at : new int[] {0, 96, 97 * 89 - 1, 4000}) {
            Arrays.fill(values, 0);
            values[at] = 255;
            int[] out = paint(mask(89, 97, values), new MaskColors.Grey(0, 255), _ -> true, 13, 11);
            assertThat(Arrays.stream(out).filter(argb -> argb == WHITE))
                    .as("pixel " + at)
                    .hasSize(1);
        }
    }

    @Test
    void marksAreNoColoursOfTheMask() {
        MaskCodes mask = MaskCodes.ofNumbers(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1, 2), Double.NaN, 0));
        int[] out = paint(mask, new MaskColors.Grey(0, 1), _ -> true, 40, 20);
        for (int y = 0; y < 20; y++) {
            assertThat(Arrays.copyOfRange(out, 40 * y, 40 * y + 20)).containsOnly(INKS.alarm(), INKS.alarmInk());
            assertThat(Arrays.copyOfRange(out, 40 * y + 20, 40 * y + 40)).containsOnly(BLACK);
        }
    }

    @Test
    void whatIsNotPointedAtFadesIntoTheGround() {
        MaskCodes mask = mask(1, 2, 0, 255);
        int[] out = paint(mask, new MaskColors.Grey(0, 255), i -> mask.code(i) == 1, 2, 1);
        assertThat(out[1]).isEqualTo(WHITE);
        assertThat(out[0]).isNotEqualTo(BLACK);
        assertThat(out[0] & 0xff).isBetween(0x60, 0x7f);
    }

    @Test
    void smallWholeNumbersGetClassColoursAndMasksOf0And255Greys() {
        ClassPalette palette = ClassPalette.USUAL;
        assertThat(MaskColors.ofNumbers(mask(1, 4, 0, 1, 2, 255).groups(), true, palette, 3))
                .isInstanceOf(MaskColors.Classes.class);
        assertThat(MaskColors.ofNumbers(mask(1, 4, 0, 0, 120, 255).groups(), true, palette, 3))
                .isEqualTo(new MaskColors.Grey(0, 255));
        MaskCodes depths = MaskCodes.ofNumbers(LabelArray.ofLongs(DType.INT32, Shape.of(1, 3), 0, 4000, 9000));
        assertThat(MaskColors.ofNumbers(depths.groups(), false, palette, 2)).isEqualTo(new MaskColors.Grey(0, 9000));
    }

    @Test
    void ignoreIndexAndWhatIsNoClassHaveMarks() {
        MaskColors classes = new MaskColors.Classes(ClassPalette.USUAL, 3);
        List<MaskGroup> groups = mask(1, 4, 0, 2, 9, 255).groups();
        assertThat(groups)
                .extracting(group -> classes.tint(group, OptionalLong.of(255)).look())
                .containsExactly(CellLook.ORDINARY, CellLook.ORDINARY, CellLook.NO_CLASS, CellLook.IGNORED);
        MaskColors table = new MaskColors.Indexed(List.of(0x102030, 0x405060, 0xa0b0c0));
        assertThat(groups)
                .extracting(group -> table.tint(group, OptionalLong.empty()))
                .startsWith(MaskColors.Tint.of(0xff102030), MaskColors.Tint.of(0xffa0b0c0));
        assertThat(table.tint(groups.get(2), OptionalLong.empty()).look()).isEqualTo(CellLook.NO_CLASS);
    }
}
