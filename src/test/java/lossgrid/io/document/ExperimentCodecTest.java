package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.DocumentJson;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ArgMax;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Resize;
import lossgrid.model.encoding.Select;
import lossgrid.model.encoding.Shift;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.encoding.Unsqueeze;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentCodecTest {
    private static Experiment read(String json) throws UnreadableFile {
        return DocumentJson.read(json);
    }

    @Test
    void needsOnlyVersionArraysAndRecipe() throws UnreadableFile {
        Experiment experiment = read(DocumentJson.minimal());

        assertThat(experiment)
                .isEqualTo(new Experiment(
                        "",
                        Tensor.of(Shape.of(1, 2, 1, 2), 0.5f, -1.5f, 2f, 0.25f),
                        LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 0, 1),
                        List.of(),
                        new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                        LossOptions.defaults(),
                        List.of()));
    }

    @Test
    void readsFieldsInAnyOrder() throws UnreadableFile {
        String json = "{\"recipe\": %s, \"labels\": {\"data\": [[[0, 1]]], \"shape\": [1, 1, 2], \"dtype\": \"int64\"},"
                        .formatted(DocumentJson.RECIPE)
                + " \"logits\": {\"data\": [[[[0.5, -1.5]], [[2.0, 0.25]]]], \"shape\": [1, 2, 1, 2], \"dtype\":"
                + " \"float32\"}, \"lossgrid\": 1}";

        assertThat(read(json)).isEqualTo(read(DocumentJson.minimal()));
    }

    @Test
    void readsFromStreams() throws IOException {
        assertThat(ExperimentCodec.read(new ByteArrayInputStream(DocumentJson.bytes(DocumentJson.minimal()))))
                .isEqualTo(read(DocumentJson.minimal()));
    }

    @Test
    void skipsAByteOrderMark() throws UnreadableFile {
        assertThat(read("\ufeff" + DocumentJson.minimal())).isEqualTo(read(DocumentJson.minimal()));
    }

    @Test
    void readsEveryActivation() throws UnreadableFile {
        assertThat(activation("\"none\"")).isEqualTo(new Activation.None());
        assertThat(activation("\"sigmoid\"")).isEqualTo(new Activation.Sigmoid());
        assertThat(activation("\"softmax\", \"dim\": 1")).isEqualTo(new Activation.Softmax(1));
        assertThat(activation("\"log_softmax\", \"dim\": -3")).isEqualTo(new Activation.LogSoftmax(-3));
    }

    private static Activation activation(String json) throws UnreadableFile {
        String recipe = "{\"loss\": \"NLLLoss\", \"activation\": " + json + "}";
        return read(DocumentJson.with("recipe", recipe)).recipe().activation();
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void readsEveryLoss(LossKind loss) throws UnreadableFile {
        String recipe = "{\"activation\": \"none\", \"loss\": \"" + loss.torchName() + "\"}";

        assertThat(read(DocumentJson.with("recipe", recipe)).recipe().loss()).isEqualTo(loss);
    }

    @Test
    void readsEveryStep() throws UnreadableFile {
        String encoding = "[{\"step\": \"squeeze\"}, {\"step\": \"squeeze\", \"dim\": 1}, {\"dim\": -1, \"step\":"
                + " \"unsqueeze\"}, {\"step\": \"cast\", \"dtype\": \"uint8\"}, {\"step\": \"one_hot\"},"
                + " {\"step\": \"one_hot\", \"num_classes\": 3}, {\"step\": \"one_hot\", \"num_classes\": -1}]";

        assertThat(read(DocumentJson.with("encoding", encoding)).encoding())
                .containsExactly(
                        new Squeeze(null),
                        new Squeeze(1),
                        new Unsqueeze(-1),
                        new Cast(DType.UINT8),
                        new OneHot(-1),
                        new OneHot(3),
                        new OneHot(-1));
    }

    @Test
    void readsTheStepsOfTheLabelDoctor() throws UnreadableFile {
        String encoding = "[{\"step\": \"threshold\", \"above\": 127}, {\"step\": \"divide\", \"by\": 2.5}, {\"step\":"
                + " \"divide\", \"by\": 255, \"floor\": true}, {\"step\": \"shift\", \"by\": -1, \"off\": true},"
                + " {\"step\": \"remap\", \"table\": [[255, 1], [0, 0]], \"others\": -100}, {\"step\":"
                + " \"colors_to_indices\", \"palette\": \"voc\"}, {\"step\": \"colors_to_indices\", \"unknown\": 9,"
                + " \"palette\": {\"name\": \"p\", \"colors\": [{\"color\": \"#0102ff\", \"index\": 3, \"label\":"
                + " \"sky\"}]}}, {\"step\": \"select\", \"dim\": -1, \"index\": 0}, {\"step\": \"permute\", \"dims\":"
                + " [1, 0]}, {\"step\": \"argmax\", \"dim\": 1}, {\"step\": \"resize\", \"height\": 2, \"width\": 3,"
                + " \"off\": false}]";

        assertThat(read(DocumentJson.with("encoding", encoding)).encoding())
                .containsExactly(
                        new Threshold(127),
                        new Divide(2.5, false),
                        new Divide(255, true),
                        new Skipped(new Shift(-1)),
                        new Remap(List.of(new Remap.Entry(0, 0), new Remap.Entry(255, 1)), -100L),
                        new ColorsToIndices(BuiltInPalette.VOC.palette(), 255),
                        new ColorsToIndices(new Palette("p", List.of(new Palette.Entry(1, 2, 255, "sky", 3))), 9),
                        new Select(-1, 0),
                        new Permute(List.of(1, 0)),
                        new ArgMax(1),
                        new Resize(2, 3));
    }

    @Test
    void everyOptionHasADefault() throws UnreadableFile {
        LossOptions defaults = LossOptions.defaults();

        assertThat(read(DocumentJson.with("options", "{}")).options()).isEqualTo(defaults);
        assertThat(read(DocumentJson.with("options", "{\"reduction\": \"sum\"}"))
                        .options())
                .isEqualTo(defaults.withReduction(Reduction.SUM));
        assertThat(read(DocumentJson.with("options", "{\"ignore_index\": 9223372036854775807}"))
                        .options())
                .isEqualTo(defaults.withIgnoreIndex(Long.MAX_VALUE));
        assertThat(read(DocumentJson.with("options", "{\"label_smoothing\": 1}"))
                        .options())
                .isEqualTo(defaults.withLabelSmoothing(1));
    }

    @Test
    void weightsAreNumbersListsOrNull() throws UnreadableFile {
        assertThat(weight("null")).isNull();
        assertThat(weight("2")).isEqualTo(Tensor.scalar(2f));
        assertThat(weight("\"NaN\"")).isEqualTo(Tensor.scalar(Float.NaN));
        assertThat(weight("[1, 2.5]")).isEqualTo(Tensor.vector(1f, 2.5f));
        assertThat(weight("[[[1], [2]]]")).isEqualTo(Tensor.of(Shape.of(1, 2, 1), 1f, 2f));
    }

    private static Tensor weight(String json) throws UnreadableFile {
        return read(DocumentJson.with("options", "{\"pos_weight\": " + json + "}"))
                .options()
                .posWeight();
    }

    @Test
    void int64LabelsAreExact() throws UnreadableFile {
        String data = "[9007199254740993, 9223372036854775807, -9223372036854775808, -0]";

        assertThat(read(DocumentJson.withLabels("int64", "[4]", data)).labels())
                .isEqualTo(LabelArray.ofLongs(
                        DType.INT64, Shape.of(4), 9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE, 0));
    }

    @Test
    void float32IsRoundedOnce() throws UnreadableFile {
        // Half a unit above 1 and a little more: rounding to float64 on the way loses the little.
        String data = "[1.00000005960464477540, 1.00000005960464477539, 16777217, -0.0, -0, 1e-50, 3.4028235e38]";

        assertThat(read(DocumentJson.withLabels("float32", "[7]", data)).labels())
                .isEqualTo(LabelArray.ofDoubles(
                        DType.FLOAT32, Shape.of(7), 0x1.000002p0, 1, 16_777_216, -0.0, -0.0, 0, Float.MAX_VALUE));
    }

    @Test
    void specialValuesAreStrings() throws UnreadableFile {
        String data = "[\"NaN\", \"Infinity\", \"-Infinity\"]";

        for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            assertThat(read(DocumentJson.withLabels(dtype.torchName(), "[3]", data))
                            .labels())
                    .isEqualTo(LabelArray.ofDoubles(
                            dtype, Shape.of(3), Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        }
    }

    @Test
    void readsLargeArraysFromLists() throws UnreadableFile {
        String zeros = "0,".repeat(65_536) + "7";

        Experiment experiment = read(DocumentJson.withLabels("int16", "[65537]", "[" + zeros + "]"));

        assertThat(experiment.labels().longAt(65_536)).isEqualTo(7);
    }
}
