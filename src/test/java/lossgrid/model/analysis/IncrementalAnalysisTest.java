package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Edits pixels of grids that are large enough for the fused pass: what follows from the earlier analysis must be what
 * an analysis of all gives.
 */
class IncrementalAnalysisTest {
    private static final Shape SHAPE = Shape.of(2, 5, 121, 131);
    private static final int IGNORED = 255;
    private static final float[] HARD = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f, -1e4f, 0f};

    private static Experiment experiment(Reduction reduction, boolean weighted, double smoothing) {
        Random random = new Random(7);
        LossOptions options = LossOptions.defaults()
                .withReduction(reduction)
                .withIgnoreIndex(IGNORED)
                .withLabelSmoothing(smoothing);
        return new Experiment(
                "many",
                Tensor.generate(SHAPE, i -> 4 * random.nextFloat() - 2),
                LabelArray.ofLongs(DType.INT64, SHAPE.remove(1), i -> i % 17 == 0 ? IGNORED : (i / 13) % 5),
                List.of(),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                weighted ? options.withWeight(Tensor.vector(1, 0.5f, 2, 0, 3)) : options,
                List.of());
    }

    static void assertSame(Analysis followed, Analysis whole) {
        assertThat(followed.experiment()).isSameAs(whole.experiment());
        assertThat(followed.encodingSteps()).isEqualTo(whole.encodingSteps());
        assertThat(followed.encoded()).isEqualTo(whole.encoded());
        assertThat(followed.activated()).isEqualTo(whole.activated());
        assertThat(followed.probabilities()).isEqualTo(whole.probabilities());
        assertThat(followed.oneHot()).isEqualTo(whole.oneHot());
        assertThat(followed.ignored().toBitSet()).isEqualTo(whole.ignored().toBitSet());
        assertThat(followed.gradient()).isEqualTo(whole.gradient());
        LossResult loss = followed.loss().value().orElseThrow();
        LossResult expected = whole.loss().value().orElseThrow();
        assertThat(loss.lossPerPixel()).isEqualTo(expected.lossPerPixel());
        assertThat(loss.weightPerPixel()).isEqualTo(expected.weightPerPixel());
        assertThat(loss.gradient()).isEqualTo(expected.gradient());
        assertThat(loss.counted()).isEqualTo(expected.counted());
        assertThat(loss.numerator()).isEqualTo(Double.valueOf(expected.numerator()));
        assertThat(loss.denominator()).isEqualTo(Double.valueOf(expected.denominator()));
        assertThat(loss.value()).isEqualTo(Float.valueOf(expected.value()));
    }

    /** Some logits anew; NaN, infinities and other hard ones among them where {@code hard}. */
    private static Tensor edited(Tensor logits, Random random, int count, boolean hard) {
        int[] cells = IntStream.range(0, count)
                .map(_ -> random.nextInt(logits.size()))
                .toArray();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = hard && random.nextInt(4) == 0 ? HARD[random.nextInt(HARD.length)] : 9 * random.nextFloat() - 4;
        }
        return logits.with(cells, Tensor.vector(values));
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void aChainOfEditsGivesWhatAnAnalysisOfAllGives(Reduction reduction) {
        for (double smoothing : new double[] {0, 0.1}) {
            for (boolean weighted : new boolean[] {false, true}) {
                Random random = new Random(11);
                Experiment experiment = experiment(reduction, weighted, smoothing);
                Analysis analysis = Analyzer.analyze(experiment);
                for (int step = 0; step < 5; step++) {
                    experiment = experiment.withLogits(edited(experiment.logits(), random, 1 + 20 * step, step > 2));
                    analysis = IncrementalAnalysis.analyze(experiment, analysis).orElseThrow();
                    assertSame(analysis, Analyzer.analyze(experiment));
                }
            }
        }
    }

    @Test
    void theLastPixelsOfAPlaneFollowToo() {
        Experiment before = experiment(Reduction.MEAN, false, 0);
        int last = SHAPE.size() - 1;
        Experiment after = before.withLogits(before.logits().with(last, 3f).with(SHAPE.planeSize() - 1, -2f));
        assertSame(IncrementalAnalysis.analyze(after, Analyzer.analyze(before)).orElseThrow(), Analyzer.analyze(after));
    }

    private static LabelArray relabelled(Experiment experiment, int pixel, int label) {
        return experiment.labels().with(new int[] {pixel}, LabelArray.ofLongs(DType.INT64, Shape.of(1), _ -> label));
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void paintedLabelsFollowToo(Reduction reduction) {
        Experiment experiment = experiment(reduction, false, 0.1);
        Analysis analysis = Analyzer.analyze(experiment);
        for (int pixel : new int[] {1, 2, SHAPE.planeSize() - 1, SHAPE.planeSize() + 40}) {
            experiment = experiment
                    .withLabels(relabelled(experiment, pixel, pixel % 5))
                    .withLogits(experiment.logits().with(3 * SHAPE.planeSize() + pixel % 40, pixel % 3));
            analysis = IncrementalAnalysis.analyze(experiment, analysis).orElseThrow();
            assertSame(analysis, Analyzer.analyze(experiment));
        }
    }

    /** Class 3 weighs nothing, like what is ignored, but counts. */
    @ParameterizedTest
    @EnumSource(Reduction.class)
    void labelsThatDivideTheMeanByAnotherNumberFollowToo(Reduction reduction) {
        for (double smoothing : new double[] {0, 0.1}) {
            Experiment experiment = experiment(reduction, true, smoothing);
            Analysis analysis = Analyzer.analyze(experiment);
            int[] labels = {IGNORED, 2, 4, 3, IGNORED, 3, 1, 1, 0};
            for (int i = 0; i < labels.length; i++) {
                experiment = experiment
                        .withLabels(relabelled(experiment, 3 + i / 7, labels[i]))
                        .withLogits(experiment.logits().with(SHAPE.planeSize() + 40 + i, i));
                analysis = IncrementalAnalysis.analyze(experiment, analysis).orElseThrow();
                assertSame(analysis, Analyzer.analyze(experiment));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void theFirstAndTheLastPixelThatIsIgnoredFollowToo(Reduction reduction) {
        Experiment experiment = experiment(reduction, false, 0)
                .withLabels(LabelArray.ofLongs(DType.INT64, SHAPE.remove(1), i -> (i / 13) % 5));
        Analysis analysis = Analyzer.analyze(experiment);
        for (int label : new int[] {IGNORED, 1, 2, IGNORED, 4}) {
            experiment = experiment.withLabels(relabelled(experiment, 5000, label));
            analysis = IncrementalAnalysis.analyze(experiment, analysis).orElseThrow();
            assertSame(analysis, Analyzer.analyze(experiment));
        }
    }

    @Test
    void whereNothingIsLeftToDivideByTheMeanIsNoNumber() {
        Experiment experiment = experiment(Reduction.MEAN, false, 0)
                .withLabels(LabelArray.ofLongs(DType.INT64, SHAPE.remove(1), i -> i == 5000 ? 2 : IGNORED));
        Analysis analysis = Analyzer.analyze(experiment);
        for (int label : new int[] {IGNORED, 1}) {
            experiment = experiment.withLabels(relabelled(experiment, 5000, label));
            analysis = IncrementalAnalysis.analyze(experiment, analysis).orElseThrow();
            assertSame(analysis, Analyzer.analyze(experiment));
            assertThat(Float.isNaN(analysis.loss().value().orElseThrow().value()))
                    .isEqualTo(label == IGNORED);
        }
    }

    @Test
    void whatIsNotOfFewLogitsIsLeftToAnAnalysisOfAll() {
        Experiment before = experiment(Reduction.MEAN, false, 0);
        Analysis analysis = Analyzer.analyze(before);
        Experiment others = before.withLogits(Tensor.generate(SHAPE, i -> i % 3));
        assertThat(IncrementalAnalysis.analyze(others, analysis)).isEmpty();
        Experiment thrown = before.withLabels(relabelled(before, 3, 5));
        assertThat(IncrementalAnalysis.analyze(thrown, analysis)).isEmpty();
        Experiment sum = before.withOptions(before.options().withReduction(Reduction.SUM));
        assertThat(IncrementalAnalysis.analyze(sum, analysis)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void afterManyEditsAllIsComputedAnew(int seed) {
        Random random = new Random(seed);
        Experiment experiment = experiment(Reduction.MEAN, false, 0);
        Analysis analysis = Analyzer.analyze(experiment);
        boolean wasAnew = false;
        for (int step = 0; step < 8 && !wasAnew; step++) {
            experiment =
                    experiment.withLogits(edited(experiment.logits(), random, ActivatedLoss.MOST_PIXELS / 4, false));
            wasAnew = IncrementalAnalysis.analyze(experiment, analysis).isEmpty();
            analysis = Analyzer.analyze(experiment, analysis);
        }
        assertThat(wasAnew).isTrue();
        assertSame(analysis, Analyzer.analyze(experiment));
    }
}
