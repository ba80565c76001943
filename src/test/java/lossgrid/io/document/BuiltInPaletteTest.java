package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import lossgrid.model.encoding.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInPaletteTest {
    /**
     * As VOCdevkit makes them: bit j of red, green and blue are bits 3j, 3j + 1 and 3j + 2 of the index, the lowest one
     * first in weight.
     */
    private static int vocColor(long index) {
        int rgb = 0;
        for (int bit = 0; bit < 24; bit++) {
            int channel = bit % 3;
            int weight = 7 - bit / 3;
            rgb |= (int) (index >> bit & 1) << (8 * (2 - channel) + weight);
        }
        return rgb;
    }

    @Test
    void vocIsItsFormula() {
        Palette voc = BuiltInPalette.VOC.palette();
        assertThat(voc.entries()).hasSize(22).allSatisfy(entry -> assertThat(entry.rgb())
                .isEqualTo(vocColor(entry.index())));
        assertThat(voc.entries().stream().map(Palette.Entry::index).toList())
                .containsExactlyElementsOf(LongStream.concat(LongStream.range(0, 21), LongStream.of(255))
                        .boxed()
                        .toList());
        assertThat(voc.byColor()).hasSize(22);
    }

    @Test
    void cityscapesHasNineteenClassesAndOneVoid() {
        Palette palette = BuiltInPalette.CITYSCAPES.palette();
        assertThat(palette.byColor()).hasSameSizeAs(palette.entries());
        assertThat(palette.entries().stream().map(Palette.Entry::index).distinct())
                .containsExactlyElementsOf(LongStream.concat(LongStream.range(0, 19), LongStream.of(255))
                        .boxed()
                        .toList());
    }

    @Test
    void cityscapesHasThirtyFiveIds() {
        Palette ids = BuiltInPalette.CITYSCAPES_IDS.palette();
        assertThat(ids.entries().stream().map(Palette.Entry::index))
                .containsExactlyElementsOf(LongStream.concat(LongStream.range(0, 34), LongStream.of(-1))
                        .boxed()
                        .toList());
        for (Palette.Entry train : BuiltInPalette.CITYSCAPES.palette().entries()) {
            String label = train.label().equals("void") ? "unlabeled" : train.label();
            assertThat(ids.ofColor(train.rgb()).orElseThrow().label()).isEqualTo(label);
        }
    }

    @Test
    void ade20kHas150ClassesOfWhichTwoShareAColor() {
        Palette palette = BuiltInPalette.ADE20K.palette();
        assertThat(palette.entries().stream().map(Palette.Entry::index))
                .containsExactlyElementsOf(LongStream.range(0, 150).boxed().toList());
        assertThat(palette.entries().stream().map(Palette.Entry::label).distinct())
                .hasSize(150);
        assertThat(palette.byColor()).hasSize(149);
        assertThat(palette.ofIndex(48).orElseThrow().rgb())
                .isEqualTo(palette.ofIndex(6).orElseThrow().rgb());
        assertThat(palette.indexOf(0x8c8c8c)).as("road, not skyscraper").hasValue(6);
    }

    @ParameterizedTest
    @CsvSource({
        "VOC, 15, person, c08080",
        "VOC, 255, void, e0e0c0",
        "CITYSCAPES, 0, road, 804080",
        "CITYSCAPES, 18, bicycle, 770b20",
        "CITYSCAPES_IDS, 26, car, 00008e",
        "CITYSCAPES_IDS, -1, license plate, 00008e",
        "ADE20K, 0, wall, 787878",
        "ADE20K, 12, person, 96053d",
        "ADE20K, 149, flag, 5c00ff"
    })
    void knowsNamesAndColors(BuiltInPalette known, long index, String label, String color) {
        Palette.Entry entry = known.palette().ofIndex(index).orElseThrow();
        assertThat(entry.label()).isEqualTo(label);
        assertThat(entry.color()).hasToString("#" + color);
    }

    @ParameterizedTest
    @EnumSource(BuiltInPalette.class)
    void isFoundByItsId(BuiltInPalette known) {
        assertThat(BuiltInPalette.named(known.id())).contains(known);
        assertThat(BuiltInPalette.of(known.palette())).contains(known);
        assertThat(BuiltInPalette.named(known.name())).isEmpty();
    }
}
