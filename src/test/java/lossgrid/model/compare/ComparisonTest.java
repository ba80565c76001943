package lossgrid.model.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.Draw;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.AnalyzerFuzzTest;
import lossgrid.model.compare.GradientComparison.Strength;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The losses of two experiments and their difference. */
class ComparisonTest {
    private static final int DOCUMENTS = 200;
    private static final Shape LOGITS = Shape.of(1, 2, 1, 3);

    static LongStream seeds() {
        return Draw.seeds();
    }

    static Analysis analysis(Tensor logits, LabelArray labels, Recipe recipe, LossOptions options) {
        return Analyzer.analyze(new Experiment("", logits, labels, List.of(), recipe, options, List.of()));
    }

    private static Analysis crossEntropy(float... logits) {
        return analysis(
                Tensor.of(LOGITS, logits),
                LabelArray.ofLongs(DType.INT64, LOGITS.remove(1), 0, 1, 1),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingDiffersFromItself(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            Analysis analysis = Analyzer.analyze(AnalyzerFuzzTest.experiment(draw));
            Comparison same = Comparison.of(analysis, Analyzer.analyze(analysis.experiment()));
            assertThat(same.leftMap()).isEqualTo(same.rightMap());
            assertThat(same.difference().isPresent()).isEqualTo(same.leftMap().isPresent());
            same.difference().ifPresent(difference -> {
                assertThat(difference.differing()).isZero();
                assertThat(difference.sum()).isZero();
                assertThat(difference.nonFinite()).isZero();
                assertThat(difference.largest()).isZero();
            });
            assertThat(same.isSame()).isEqualTo(same.leftMap().isPresent());
            same.gradients()
                    .flatMap(g -> g.cosine().stream().boxed().findFirst())
                    .ifPresent(cosine -> assertThat(cosine).isCloseTo(1, within(1e-9)));
            assertThat(same.remarks()).allMatch(remark -> remark.on() == Remark.On.BOTH);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void swappingTheSidesChangesTheSigns(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            Experiment experiment = AnalyzerFuzzTest.experiment(draw);
            Analysis a = Analyzer.analyze(experiment);
            Analysis b = Analyzer.analyze(
                    experiment.withLogits(draw.normal(experiment.logits().shape(), 1)));
            Comparison there = Comparison.of(a, b);
            Comparison back = Comparison.of(b, a);
            assertThat(back.range()).isEqualTo(there.range());
            assertThat(back.difference().isPresent())
                    .isEqualTo(there.difference().isPresent());
            if (there.difference().isPresent()) {
                LossDifference d = there.difference().get();
                LossDifference e = back.difference().get();
                for (int p = 0; p < d.values().size(); p++) {
                    assertNegated(e.values().at(p), d.values().at(p));
                }
                assertThat(e.sum()).isEqualTo(d.sum());
                assertThat(e.at()).isEqualTo(d.at());
                assertNegated(e.largest(), d.largest());
                assertNegated(
                        back.numberDifference().orElseThrow(),
                        there.numberDifference().orElseThrow());
            }
            assertThat(back.remarks().stream().map(Remark::kind))
                    .containsExactlyInAnyOrderElementsOf(
                            there.remarks().stream().map(Remark::kind).toList());
        }
    }

    /** Asserts that {@code a} is {@code −b}, with NaN and 0 their own opposites. */
    private static void assertNegated(double a, double b) {
        assertThat(Double.compare(-a + 0.0, b + 0.0)).as("%s and %s", a, b).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theMapOfAMeanHasTheNumberForItsMean(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1);
        Recipe recipe = new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS);
        Analysis binary = analysis(draw.normal(shape, 2), draw.bits(shape), recipe, LossOptions.defaults());
        Analysis classes = analysis(
                draw.normal(shape, 2),
                draw.classes(shape),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults());
        Comparison comparison = Comparison.of(binary, classes);
        for (ComparisonSide side : ComparisonSide.values()) {
            Tensor map = comparison.map(side).orElseThrow().values();
            assertThat(map.shape()).isEqualTo(shape.remove(1));
            double sum = 0;
            for (float value : map.toArray()) {
                sum += value;
            }
            assertThat(sum / map.size()).isCloseTo(comparison.number(side).orElseThrow(), within(1e-5));
        }
        assertThat(comparison.leftMap().orElseThrow().channels()).isEqualTo(shape.dim(1));
        assertThat(comparison.rightMap().orElseThrow().channels()).isEqualTo(1);
    }

    @Test
    void namesTheLargestDifferenceAndItsPixel() {
        Comparison comparison = Comparison.of(crossEntropy(0, 0, 0, 0, 0, 2), crossEntropy(0, 0, 0, 0, 3, 0));
        LossDifference difference = comparison.difference().orElseThrow();
        double half = Math.log(2);
        assertThat(difference.at()).isEqualTo(new Pixel(0, 0, 1));
        assertThat((double) difference.largest()).isCloseTo(half - Math.log1p(Math.exp(-3)), within(1e-6));
        assertThat(difference.reach()).isEqualTo(difference.largest());
        assertThat(difference.differing()).isEqualTo(2);
        assertThat(difference.sum())
                .isCloseTo(half - Math.log1p(Math.exp(-3)) + half - Math.log1p(Math.exp(-2)), within(1e-6));
        assertThat(difference.values().at(2)).isNegative();
        assertThat(comparison.range().least()).isZero();
        assertThat((double) comparison.range().most()).isCloseTo(half, within(1e-6));
    }

    @Test
    void saysWhatIsNotANumberAndAveragesNothingAway() {
        Comparison comparison = Comparison.of(
                crossEntropy(Float.NaN, 0, 0, 0, 0, 0),
                crossEntropy(0, Float.POSITIVE_INFINITY, 0, 0, 0, Float.NEGATIVE_INFINITY));
        LossDifference difference = comparison.difference().orElseThrow();
        assertThat(difference.largest()).isNaN();
        assertThat(difference.at()).isEqualTo(new Pixel(0, 0, 0));
        assertThat(difference.nonFinite()).isEqualTo(3);
        assertThat(difference.sum()).isZero();
        assertThat(comparison.number(ComparisonSide.LEFT).orElseThrow()).isNaN();
        assertThat(comparison.numberDifference()).isEqualTo(OptionalDouble.of(0));
        assertThat(comparison.gradients().orElseThrow().strength()).isEqualTo(Strength.NOT_FINITE);
        assertThat(comparison.gradients().orElseThrow().cosine()).isEmpty();
        assertThat(comparison.remarks())
                .contains(new Remark(Remark.Kind.NOT_FINITE, Remark.On.LEFT, List.of(1.0, 0.0)))
                .contains(new Remark(Remark.Kind.NOT_FINITE, Remark.On.RIGHT, List.of(1.0, 1.0)));
        Comparison both = Comparison.of(comparison.left(), comparison.left());
        assertThat(both.isSame()).isTrue();
    }

    @Test
    void anInfinityGoesBeforeNumbers() {
        Comparison comparison =
                Comparison.of(crossEntropy(0, 0, 0, 1e9f, 0, Float.NEGATIVE_INFINITY), crossEntropy(0, 0, 0, 0, 0, 0));
        assertThat(comparison.difference().orElseThrow().largest()).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(comparison.difference().orElseThrow().at()).isEqualTo(new Pixel(0, 0, 2));
        assertThat(comparison.range().most()).isEqualTo(1e9f);
    }

    @Test
    void aRefusedSideHasNothingToCompare() {
        Analysis thrown = Analyzer.analyze(crossEntropy(0, 0, 0, 0, 0, 0)
                .experiment()
                .withLabels(LabelArray.ofLongs(DType.INT64, LOGITS.remove(1), 0, 255, 1)));
        Comparison comparison = Comparison.of(thrown, crossEntropy(0, 0, 0, 0, 0, 0));
        assertThat(comparison.leftMap()).isEmpty();
        assertThat(comparison.rightMap()).isPresent();
        assertThat(comparison.difference()).isEmpty();
        assertThat(comparison.gradients()).isEmpty();
        assertThat(comparison.numberDifference()).isEmpty();
        assertThat(comparison.number(ComparisonSide.LEFT)).isEqualTo(Optional.empty());
        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison.remarks()).isEmpty();
    }

    @Test
    void gridsOfOtherSizesHaveMapsAndNoDifference() {
        Analysis wide = analysis(
                Tensor.zeros(Shape.of(1, 2, 1, 4)),
                LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 4), 0, 1, 1, 0),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults());
        Comparison comparison = Comparison.of(crossEntropy(0, 0, 0, 0, 0, 0), wide);
        assertThat(comparison.difference()).isEmpty();
        assertThat(comparison.gradients().orElseThrow().cosine()).isEmpty();
        assertThat(comparison.remarks().stream().map(Remark::kind)).contains(Remark.Kind.GRIDS_DIFFER);
    }

    @Test
    void aSumIsOfTheSameMapAsAMean() {
        Analysis mean = crossEntropy(0, 0, 1, 0, 0, 0);
        Analysis sum = Analyzer.analyze(
                mean.experiment().withOptions(LossOptions.defaults().withReduction(Reduction.SUM)));
        Comparison comparison = Comparison.of(sum, mean);
        assertThat(comparison.difference().orElseThrow().isNone()).isTrue();
        assertThat(comparison.isSame()).isFalse();
        GradientComparison gradients = comparison.gradients().orElseThrow();
        assertThat(gradients.strength()).isEqualTo(Strength.STRONGER);
        assertThat(gradients.times()).isCloseTo(3, within(1e-5));
        assertThat(gradients.cosine().orElseThrow()).isCloseTo(1, within(1e-6));
        assertThat(Comparison.of(mean, sum).gradients().orElseThrow().strength())
                .isEqualTo(Strength.WEAKER);
    }
}
