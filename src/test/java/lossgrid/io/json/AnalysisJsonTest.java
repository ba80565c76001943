package lossgrid.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.ArbitraryExperiments;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Unsqueeze;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class AnalysisJsonTest {
    private static final Shape LOGITS = Shape.of(1, 2, 1, 2);
    private static final Shape PIXELS = Shape.of(1, 1, 2);

    private static Experiment experiment(Activation activation, LossKind loss, LabelArray labels) {
        return new Experiment(
                "",
                Tensor.zeros(LOGITS),
                labels,
                List.of(),
                new Recipe(activation, loss),
                LossOptions.defaults().withReduction(Reduction.SUM),
                List.of());
    }

    private static Experiment crossEntropy(long... labels) {
        return experiment(
                new Activation.None(), LossKind.CROSS_ENTROPY_LOSS, LabelArray.ofLongs(DType.INT64, PIXELS, labels));
    }

    private static String json(Experiment experiment) {
        StringWriter out = new StringWriter();
        try {
            AnalysisJson.write("a.json", Analyzer.analyze(experiment), out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toString();
    }

    private static String error(String type, String message) {
        return "{\"error\": {\"type\": \"" + type + "\", \"message\": \"" + message + "\"}}";
    }

    @Test
    void isOneLineWithEveryStage() {
        assertThat(json(crossEntropy(0, 1)))
                .isEqualTo("{\"file\": \"a.json\", \"probabilities\": {\"dtype\": \"float32\", \"shape\": [1, 2, 1,"
                        + " 2], \"data\": [0.5, 0.5, 0.5, 0.5]}, \"one_hot\": {\"dtype\": \"float32\","
                        + " \"shape\": [1, 2, 1, 2], \"data\": [1.0, 0.0, 0.0, 1.0]}, \"loss_per_pixel\":"
                        + " {\"dtype\": \"float32\", \"shape\": [1, 1, 2], \"data\": [0.6931472, 0.6931472]},"
                        + " \"gradient\": {\"dtype\": \"float32\", \"shape\": [1, 2, 1, 2], \"data\": [-0.5,"
                        + " 0.5, 0.5, -0.5]}, \"loss\": 1.3862944, \"ledger\": {\"pixels\": 2, \"counted\": 2,"
                        + " \"numerator\": 1.3862943649291992, \"denominator\": 1.0}}\n");
    }

    @Test
    void withoutReductionTheLossIsATensor() {
        Experiment experiment =
                crossEntropy(0, 1).withOptions(LossOptions.defaults().withReduction(Reduction.NONE));

        assertThat(json(experiment))
                .contains(
                        "\"loss\": {\"dtype\": \"float32\", \"shape\": [1, 1, 2], \"data\": [0.6931472, 0.6931472]},");
    }

    @Test
    void aFloat64TargetPromotesTheLoss() {
        Experiment experiment = experiment(
                new Activation.None(),
                LossKind.BCE_WITH_LOGITS_LOSS,
                LabelArray.ofDoubles(DType.FLOAT64, LOGITS, 0, 1, 0, 1));

        assertThat(json(experiment)).contains("\"loss_per_pixel\": {\"dtype\": \"float64\"");
    }

    @Test
    void numbersThatAreNotFiniteAreStrings() {
        Experiment ignored = crossEntropy(-100, -100).withOptions(LossOptions.defaults());
        Experiment infinite = crossEntropy(0, 1).withLogits(Tensor.of(LOGITS, Float.NEGATIVE_INFINITY, 0f, 0f, 0f));

        assertThat(json(ignored))
                .contains("\"loss\": \"nan\", \"ledger\": {\"pixels\": 2, \"counted\": 0, \"numerator\": 0.0,"
                        + " \"denominator\": 0.0}");
        assertThat(json(infinite))
                .contains("\"data\": [\"inf\", 0.6931472]")
                .contains("\"loss\": \"inf\"")
                .contains("\"numerator\": \"inf\"");
    }

    @Test
    void aRefusedLossIsRepeatedByWhatFollows() {
        String thrown = error("IndexError", "Target 255 is out of bounds.");

        assertThat(json(crossEntropy(0, 255)))
                .contains("\"probabilities\": {\"dtype\"")
                .contains("\"one_hot\": "
                        + error("RuntimeError", "index 255 is out of bounds for dimension 1 with size 2"))
                .contains("\"loss_per_pixel\": " + thrown)
                .contains("\"gradient\": " + thrown)
                .contains("\"loss\": " + thrown)
                .contains("\"ledger\": " + thrown);
    }

    @Test
    void aRefusedEncodingIsRepeatedByAllThatNeedsLabels() {
        Experiment experiment = crossEntropy(0, 1).withEncoding(List.of(new Unsqueeze(9)));
        String thrown = error("IndexError", "Dimension out of range (expected to be in range of [-4, 3], but got 9)");

        assertThat(json(experiment))
                .contains("\"probabilities\": {\"dtype\"")
                .contains("\"one_hot\": " + thrown)
                .contains("\"loss_per_pixel\": " + thrown)
                .contains("\"gradient\": " + thrown)
                .contains("\"loss\": " + thrown)
                .contains("\"ledger\": " + thrown);
    }

    @Test
    void aRefusedActivationIsRepeatedByTheLoss() {
        Experiment experiment =
                experiment(new Activation.Softmax(7), LossKind.NLL_LOSS, LabelArray.ofLongs(DType.INT64, PIXELS, 0, 1));
        String thrown = error("IndexError", "Dimension out of range (expected to be in range of [-4, 3], but got 7)");

        assertThat(json(experiment))
                .contains("\"probabilities\": " + thrown)
                .contains("\"one_hot\": {\"dtype\"")
                .contains("\"loss_per_pixel\": " + thrown)
                .contains("\"gradient\": " + thrown)
                .contains("\"loss\": " + thrown)
                .contains("\"ledger\": " + thrown);
    }

    @Test
    void aBinaryTargetOfAnotherShapeHasNoOneHot() {
        Experiment experiment = experiment(
                new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS, LabelArray.ofLongs(DType.FLOAT32, PIXELS, 0, 1));

        assertThat(json(experiment))
                .contains("\"one_hot\": null, \"loss_per_pixel\": {\"error\": {\"type\": \"ValueError\"");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isJsonForAnyExperiment(long seed) {
        ArbitraryExperiments random = new ArbitraryExperiments(seed);

        assertJson(json(random.next()));
        assertJson(json(random.nextPlausible()));
    }

    private static void assertJson(String line) {
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            parser.skipChildren();
            assertThat(parser.nextToken()).isNull();
        }
    }
}
