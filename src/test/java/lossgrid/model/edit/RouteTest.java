package lossgrid.model.edit;

import static lossgrid.fixtures.TensorAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Squeeze;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTest {
    private static final double ROUNDING = 2e-6;

    private static double loss(Experiment experiment) {
        return Analyzer.analyze(experiment).loss().value().orElseThrow().value();
    }

    @Test
    void theRecipeTellsTheRoute() {
        assertThat(Route.of(SmallExperiments.oneChannel())).isEqualTo(Route.SIGMOID);
        assertThat(Route.of(SmallExperiments.twoChannels())).isEqualTo(Route.SOFTMAX);
        Recipe byHand = new Recipe(new Activation.Softmax(1), LossKind.BY_HAND);
        assertThat(Route.of(SmallExperiments.oneChannel().withRecipe(byHand))).isEqualTo(Route.SIGMOID);
        assertThat(Route.of(SmallExperiments.twoChannels().withRecipe(byHand))).isEqualTo(Route.SOFTMAX);
    }

    @Test
    void theSameRouteIsTheVerySameDocument() {
        assertThat(Route.SIGMOID.convert(SmallExperiments.oneChannel())).isEqualTo(SmallExperiments.oneChannel());
        Experiment two = SmallExperiments.twoChannels();
        assertThat(Route.SOFTMAX.convert(two)).isSameAs(two);
    }

    @Test
    void oneChannelBecomesTwoOfTheSameLoss() {
        Experiment one = SmallExperiments.oneChannel();
        Experiment two = Route.SOFTMAX.convert(one);
        assertThat(two.channels()).isEqualTo(2);
        assertThat(two.recipe()).isEqualTo(new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS));
        assertThat(two.labels())
                .isEqualTo(LabelArray.ofLongs(DType.INT64, SmallExperiments.PIXELS, 0, 0, 0, 1, 0, 0, 1, 1));
        assertThat(two.logits().toArray()).startsWith(0, 0, 0, 0, 0.43f, -0.25f, -0.32f, 0.69f);
        assertClose(loss(two), loss(one), ROUNDING);
        Tensor probabilities = Analyzer.analyze(one).probabilities().value().orElseThrow();
        Tensor both = Analyzer.analyze(two).probabilities().value().orElseThrow();
        for (int cell = 0; cell < 4; cell++) {
            assertClose(both.inPlane(3, cell), probabilities.inPlane(1, cell), ROUNDING);
        }
    }

    @Test
    void twoChannelsBecomeOneOfTheSameLoss() {
        Experiment two = SmallExperiments.twoChannels();
        Experiment one = Route.SIGMOID.convert(two);
        assertThat(one.channels()).isEqualTo(1);
        assertThat(one.recipe()).isEqualTo(new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS));
        assertThat(one.labels())
                .isEqualTo(LabelArray.ofLongs(DType.FLOAT32, SmallExperiments.ONE_CHANNEL, 0, 1, 1, 0, 1, 1, 0, 1));
        assertClose(one.logits().at(0), 0.6873 - 0.3164, 1e-6);
        assertClose(loss(one), loss(two), ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void theLossIsKeptBothWays(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1).with(1, 2);
        Tensor x = draw.normal(shape, 2);
        Experiment two = SmallExperiments.twoChannels().withLogits(x).withLabels(draw.classes(shape));
        Experiment one = Route.SIGMOID.convert(two);
        Experiment again = Route.SOFTMAX.convert(one);
        assertClose(loss(one), loss(two), ROUNDING);
        assertClose(loss(again), loss(two), ROUNDING);
        assertThat(again.labels()).isEqualTo(two.labels());
        assertThat(again.logits().shape()).isEqualTo(shape);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void softLabelsKeepTheLossBothWays(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1).with(1, 1);
        Experiment one = SmallExperiments.oneChannel()
                .withLogits(draw.normal(shape, 2))
                .withLabels(draw.uniform(shape, 0.1, 0.9).toLabels());
        Experiment two = Route.SOFTMAX.convert(one);
        assertThat(two.labels().shape()).isEqualTo(shape.with(1, 2));
        assertThat(two.labels().dtype()).isEqualTo(DType.FLOAT32);
        assertClose(loss(two), loss(one), ROUNDING);
        assertClose(loss(Route.SIGMOID.convert(two)), loss(one), ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void ofThreeClassesTheFirstStandsAgainstTheRest(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1).with(1, 3);
        Tensor x = draw.normal(shape, 2);
        Experiment three = SmallExperiments.twoChannels().withLogits(x).withLabels(draw.classes(shape));
        Experiment one = Route.SIGMOID.convert(three);
        Tensor sigmoid = ActivationMath.sigmoid(one.logits());
        Tensor softmax = ActivationMath.softmax(x, 1);
        int planeSize = shape.planeSize();
        for (int i = 0; i < sigmoid.size(); i++) {
            int n = i / planeSize;
            int cell = i % planeSize;
            assertClose(sigmoid.at(i), softmax.inPlane(3 * n + 1, cell), ROUNDING);
            assertThat(one.labels().doubleAt(i)).isEqualTo(three.labels().longAt(i) == 1 ? 1 : 0);
        }
    }

    @Test
    void theWeightIsDroppedAndTheRestOfTheOptionsStays() {
        LossOptions options =
                LossOptions.defaults().withWeight(Tensor.vector(1, 2)).withIgnoreIndex(255);
        Experiment one = Route.SIGMOID.convert(SmallExperiments.twoChannels().withOptions(options));
        assertThat(one.options()).isEqualTo(options.withWeight(null));
    }

    @Test
    void encodedLabelsAreConvertedAsTheyAreEncoded() {
        Experiment two = SmallExperiments.twoChannels();
        Experiment raw = two.withLabels(two.labels().to(DType.UINT8).reshape(Shape.of(2, 1, 2, 2)))
                .withEncoding(List.of(new Squeeze(1), new Cast(DType.INT64)));
        Experiment one = Route.SIGMOID.convert(raw);
        assertThat(one.encoding()).isEmpty();
        assertThat(one).isEqualTo(Route.SIGMOID.convert(two).withEncoding(List.of()));
    }

    @Test
    void labelsThatFitNowhereStayAsTheyAre() {
        LabelArray flat = LabelArray.ofLongs(DType.INT64, Shape.of(8), i -> 1);
        assertThat(Route.SIGMOID
                        .convert(SmallExperiments.twoChannels().withLabels(flat))
                        .labels())
                .isEqualTo(flat);
        assertThat(Route.SOFTMAX
                        .convert(SmallExperiments.oneChannel().withLabels(flat))
                        .labels())
                .isEqualTo(flat);
    }
}
