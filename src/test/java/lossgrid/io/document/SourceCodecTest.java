package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.Scalar;
import lossgrid.fixtures.DocumentJson;
import lossgrid.fixtures.SetCell;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossOptions;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.encoding.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceCodecTest {
    private static final LabelSource PALETTE_PNG = new LabelSource(
            "车道 \"1\".png",
            LabelSource.Format.PNG,
            LabelSource.Layout.PALETTE,
            "uint8",
            4,
            List.of(0x000000, 0x800000, 0xffffff));

    private static LabelSource source(LabelSource.Format format, LabelSource.Layout layout) {
        return new LabelSource("masks.npz[y]", format, layout, "float16", 16, List.of());
    }

    private static Experiment lessonFrom(LabelSource source) {
        return Lesson.TWO_CHANNEL.open().withSource(source);
    }

    @Test
    void aSourceIsWrittenAndReadBack() throws UnreadableFile {
        byte[] json = ExperimentCodec.write(lessonFrom(PALETTE_PNG));
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("\"source\": {\"file\": \"车道 \\\"1\\\".png\", \"format\": \"png\", \"layout\": \"palette\","
                        + " \"type\": \"uint8\", \"bits\": 4, \"palette\": [\"#000000\", \"#800000\", \"#ffffff\"]}");
        assertThat(ExperimentCodec.read(json)).isEqualTo(lessonFrom(PALETTE_PNG));
    }

    @ParameterizedTest
    @EnumSource
    void everyLayoutComesBack(LabelSource.Layout layout) throws UnreadableFile {
        for (LabelSource.Format format : LabelSource.Format.values()) {
            Experiment experiment = lessonFrom(source(format, layout));
            assertThat(ExperimentCodec.read(ExperimentCodec.write(experiment))).isEqualTo(experiment);
        }
    }

    @Test
    void withoutASourceNothingIsWritten() throws UnreadableFile {
        byte[] json = ExperimentCodec.write(Lesson.TWO_CHANNEL.open());
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("source");
        assertThat(ExperimentCodec.read(json).source()).isNull();
    }

    /** A document without example logits is written as it always was. */
    @Test
    void exampleLogitsAreNamedWhereThereAreSome() throws UnreadableFile {
        Experiment lesson = Lesson.TWO_CHANNEL.open();
        assertThat(new String(ExperimentCodec.write(lesson), StandardCharsets.UTF_8))
                .doesNotContain("example");
        byte[] json = ExperimentCodec.write(lesson.withExampleLogits(true));
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"example_logits\": true");
        assertThat(ExperimentCodec.read(json)).isEqualTo(lesson.withExampleLogits(true));
        assertThat(DocumentJson.errorOf(DocumentJson.with("example_logits", "1")))
                .hasMessageContaining("example_logits: expected");
    }

    @Test
    void aSourceStaysWhateverIsEdited() {
        Experiment experiment = lessonFrom(PALETTE_PNG);
        List<Edit> edits = List.of(
                SetCell.label(0, new Scalar.Whole(1)),
                SetCell.logit(0, 7),
                new Edit.SetTitle("other"),
                new Edit.SetOptions(LossOptions.defaults()),
                new Edit.SetClasses(List.of("a")),
                new Edit.SetColors(List.of()),
                new Edit.SetEncoding(List.of(new Cast(DType.INT16))),
                new Edit.SetRecipe(Lesson.SINGLE_CHANNEL.open().recipe()),
                new Edit.Reshape(1, 2, 3, 3));
        for (Edit edit : edits) {
            assertThat(Edits.apply(experiment, edit).source()).as("%s", edit).isEqualTo(PALETTE_PNG);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|source: \"file\" is missing",
                "null|source: expected an object, found null",
                "{'file': 'a', 'format': 'jpeg', 'layout': 'rgb', 'type': 'uint8', 'bits': 8}|source.format: unknown"
                        + " format \"jpeg\"; known: png, tiff, bmp, npy, npz, csv, text",
                "{'file': 'a', 'format': 'png', 'layout': 'bgr', 'type': 'uint8', 'bits': 8}|source.layout: unknown"
                        + " layout \"bgr\"; known: grey, palette,",
                "{'file': 'a', 'format': 'png', 'layout': 'rgb', 'type': 'uint8', 'bits': 0}|source.bits: expected a"
                        + " number of bits from 1 to 64, found 0",
                "{'file': 'a', 'format': 'png', 'layout': 'rgb', 'type': 'uint8', 'bits': 65}|source.bits: expected a"
                        + " number of bits from 1 to 64, found 65",
                "{'file': 'a', 'format': 'png', 'layout': 'rgb', 'type': 8, 'bits': 8}|source.type: expected a string,"
                        + " found 8",
                "{'file': 'a', 'format': 'png', 'layout': 'palette', 'type': 'uint8', 'bits': 8, 'palette':"
                        + " ['#000000', 'red']}|source.palette[1]: expected a colour such as \"#e69f00\", found"
                        + " \"red\"",
                "{'file': 'a', 'size': 3}|source.size: unknown field; known here are file, format, layout, type, bits,"
                        + " palette",
            })
    void whatIsNoSourceIsNamedWithItsPlace(String value, String message) {
        assertThat(DocumentJson.errorOf(DocumentJson.with("source", value.replace('\'', '"'))))
                .hasMessageContaining(message);
    }

    @Test
    void aSourceOfNoBitsOrNoColourIsNoSource() {
        assertThatThrownBy(() ->
                        new LabelSource("", LabelSource.Format.PNG, LabelSource.Layout.GREY, "uint8", 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LabelSource(
                        "", LabelSource.Format.PNG, LabelSource.Layout.GREY, "uint8", 8, List.of(0x1000000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
