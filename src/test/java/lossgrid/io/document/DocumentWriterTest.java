package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.ArbitraryExperiments;
import lossgrid.fixtures.DocumentJson;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Unsqueeze;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated
class DocumentWriterTest {
    private static final int MAX_AS_TEXT = 65_536;

    private static Experiment read(String json) throws UnreadableFile {
        return DocumentJson.read(json);
    }

    private static String write(Experiment experiment) {
        return new String(ExperimentCodec.write(experiment), StandardCharsets.UTF_8);
    }

    @Test
    void writesSmallArraysOnOneLine() throws UnreadableFile {
        Experiment experiment = read(DocumentJson.minimal())
                .withTitle("\"单通道\"\n")
                .withClasses(List.of("a", "b"))
                .withEncoding(List.of(
                        new Squeeze(null),
                        new Squeeze(1),
                        new Unsqueeze(2),
                        new Cast(DType.INT64),
                        new OneHot(-1),
                        new OneHot(2)))
                .withRecipe(new Recipe(new Activation.Softmax(-3), LossKind.NLL_LOSS))
                .withOptions(new LossOptions(
                        Reduction.NONE, 255, Tensor.of(Shape.of(2, 1), 1f, Float.NaN), Tensor.scalar(2f), 0.1));

        assertThat(write(experiment)).isEqualTo("""
            {
              "lossgrid": 1,
              "title": "\\"单通道\\"\\n",
              "logits": {"dtype": "float32", "shape": [1, 2, 1, 2], "data": [[[[0.5, -1.5]], [[2.0, 0.25]]]]},
              "labels": {"dtype": "int64", "shape": [1, 1, 2], "data": [[[0, 1]]]},
              "encoding": [{"step": "squeeze"}, {"step": "squeeze", "dim": 1}, {"step": "unsqueeze", "dim": 2}, \
            {"step": "cast", "dtype": "int64"}, {"step": "one_hot"}, {"step": "one_hot", "num_classes": 2}],
              "recipe": {"activation": "softmax", "dim": -3, "loss": "NLLLoss"},
              "options": {"reduction": "none", "ignore_index": 255, "weight": [[1.0], ["NaN"]], "pos_weight": 2.0, \
            "label_smoothing": 0.1},
              "classes": ["a", "b"]
            }
            """);
    }

    @Test
    void writesLargerArraysWithARowALine() throws UnreadableFile {
        Experiment experiment = read(DocumentJson.minimal())
                .withLogits(Tensor.generate(Shape.of(2, 3, 2, 2), i -> i))
                .withLabels(LabelArray.ofLongs(DType.BOOL, Shape.of(2, 9), i -> i % 2));

        assertThat(write(experiment))
                .contains("""
                      "logits": {"dtype": "float32", "shape": [2, 3, 2, 2], "data": [
                        [[[0.0, 1.0],
                          [2.0, 3.0]],
                         [[4.0, 5.0],
                          [6.0, 7.0]],
                         [[8.0, 9.0],
                          [10.0, 11.0]]],
                        [[[12.0, 13.0],
                          [14.0, 15.0]],
                         [[16.0, 17.0],
                          [18.0, 19.0]],
                         [[20.0, 21.0],
                          [22.0, 23.0]]]
                      ]},
                      "labels": {"dtype": "bool", "shape": [2, 9], "data": [
                        [false, true, false, true, false, true, false, true, false],
                        [true, false, true, false, true, false, true, false, true]
                      ]},
                    """.indent(2).replaceAll("(?m)^  ", ""))
                .doesNotContain("\r");
    }

    @Test
    void writesTheShortestDecimalThatReadsBack() throws UnreadableFile {
        Experiment experiment = read(DocumentJson.minimal())
                .withLogits(Tensor.of(
                        Shape.of(1, 7, 1, 1),
                        0.1f,
                        0.3164f,
                        1e10f,
                        1e-5f,
                        -0f,
                        Float.NEGATIVE_INFINITY,
                        Float.MIN_VALUE));

        assertThat(write(experiment))
                .contains("[[[[0.1]], [[0.3164]], [[1.0E10]], [[1.0E-5]], [[-0.0]], [[\"-Infinity\"]], [[1.4E-45]]]]");
    }

    /** Some locales have digits of their own. */
    @Test
    void writesTheSameInEveryLocale() throws UnreadableFile {
        Experiment experiment =
                read(DocumentJson.minimal()).withOptions(LossOptions.defaults().withIgnoreIndex(255));
        String expected = write(experiment);
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(write(experiment)).isEqualTo(expected);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void largeArraysAreNpy() throws UnreadableFile {
        Experiment atLimit = read(DocumentJson.minimal())
                .withLogits(Tensor.generate(Shape.of(1, 1, 256, 256), i -> i / 3f))
                .withLabels(LabelArray.ofLongs(DType.UINT8, Shape.of(MAX_AS_TEXT), i -> i));
        Experiment above = atLimit.withLogits(Tensor.generate(Shape.of(1, 1, 257, 256), i -> i / 3f))
                .withLabels(LabelArray.ofLongs(DType.UINT8, Shape.of(MAX_AS_TEXT + 1), i -> i));

        assertThat(write(atLimit)).contains("\"data\"").doesNotContain("\"npy\"");
        assertThat(write(above)).contains("\"npy\"").doesNotContain("\"data\"");
        assertThat(read(write(atLimit))).isEqualTo(atLimit);
        assertThat(read(write(above))).isEqualTo(above);
        assertThat(write(above).length()).isCloseTo((257 * 256 * 4 + MAX_AS_TEXT) * 4 / 3, within(2000));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenReadsBack(long seed) throws UnreadableFile {
        Experiment experiment = new ArbitraryExperiments(seed).next();

        String written = write(experiment);

        assertThat(read(written)).isEqualTo(experiment);
        assertThat(write(read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyDtypeReadsBackAsNpy(DType dtype) throws UnreadableFile {
        LabelArray labels = new ArbitraryExperiments(7).labels(dtype, Shape.of(3, 21_846));
        Experiment experiment = read(DocumentJson.minimal()).withLabels(labels);

        String written = write(experiment);

        assertThat(written).contains("\"npy\"");
        assertThat(read(written)).isEqualTo(experiment);
    }
}
