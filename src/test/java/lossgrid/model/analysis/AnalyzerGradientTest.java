package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.FiniteDifferences;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every pair of activation and loss, the gradient by the logits is that of central differences. */
class AnalyzerGradientTest {
    private static final int SEEDS = 6;
    private static final long IGNORE = 255;
    /**
     * Logits lie between 0.2 and 0.8, so that even without an activation they are probabilities; see {@link
     * FiniteDifferences} for the rest of the error.
     */
    private static final float STEP = 1e-3f;

    record Case(Recipe recipe, int channels, long seed) {
        @Override
        public String toString() {
            return "%s, %s, %d channels, seed %d"
                    .formatted(recipe.activation().torchCode("x"), recipe.loss().torchName(), channels, seed);
        }
    }

    static Stream<Case> cases() {
        List<Activation> activations = List.of(
                new Activation.None(),
                new Activation.Sigmoid(),
                new Activation.Softmax(1),
                new Activation.Softmax(-1),
                new Activation.LogSoftmax(1),
                new Activation.LogSoftmax(2));
        List<Case> cases = new ArrayList<>();
        for (Activation activation : activations) {
            for (LossKind loss : LossKind.values()) {
                for (int seed = 1; seed <= SEEDS; seed++) {
                    cases.add(new Case(new Recipe(activation, loss), 1 + seed % 3, seed));
                }
            }
        }
        return cases.stream().filter(c -> isDefined(c.recipe, c.channels));
    }

    /** Of a single channel the softmax over channels is 1, where the formula by hand and BCELoss have no slope. */
    private static boolean isDefined(Recipe recipe, int channels) {
        Activation activation = recipe.activation();
        boolean overChannels =
                activation.equals(new Activation.Softmax(1)) || activation.equals(new Activation.LogSoftmax(1));
        boolean overOneChannel = channels == 1 && overChannels;
        boolean takesLogarithmsForProbabilities =
                activation instanceof Activation.LogSoftmax && recipe.loss() == LossKind.BCE_LOSS;
        return !overOneChannel && !takesLogarithmsForProbabilities;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agreesWithCentralDifferences(Case c) {
        Draw draw = new Draw(c.seed);
        // Three or more to a line, so that no probability of a softmax comes near 1.
        Shape shape = Shape.of(draw.between(1, 2), c.channels, draw.between(3, 4), draw.between(3, 4));
        Tensor x = draw.uniform(shape, 0.2, 0.8);
        Experiment experiment = experiment(draw, x, c.recipe);
        Tensor gradient = Analyzer.analyze(experiment).gradient().value().orElseThrow();
        assertThat(gradient.shape()).isEqualTo(shape);
        FiniteDifferences.check(x, t -> loss(experiment.withLogits(t)), gradient, STEP);
    }

    /** Before it is rounded to float32. */
    private static double loss(Experiment experiment) {
        LossResult loss = Analyzer.analyze(experiment).loss().value().orElseThrow();
        return loss.numerator() / loss.denominator();
    }

    private static Experiment experiment(Draw draw, Tensor x, Recipe recipe) {
        Shape shape = x.shape();
        boolean binary = recipe.loss().isBinary(shape.dim(1));
        LabelArray labels = binary ? draw.bits(shape) : draw.classesWithIgnored(shape, IGNORE);
        Shape weight = binary ? Shape.of(shape.dim(3)) : Shape.of(shape.dim(1));
        LossOptions options = new LossOptions(
                draw.oneOf(Reduction.values()),
                IGNORE,
                maybe(draw, weight),
                maybe(draw, Shape.of(shape.dim(1), 1, 1)),
                draw.chance(0.5) ? 0.25 : 0);
        return new Experiment("", x, labels, List.of(), recipe, options, List.of());
    }

    private static @Nullable Tensor maybe(Draw draw, Shape shape) {
        return draw.chance(0.5) ? draw.uniform(shape, 0.5, 2) : null;
    }
}
