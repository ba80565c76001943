package lossgrid.model.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.Arithmetic;
import lossgrid.fixtures.OneAtATime;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXFormula;

@OneAtATime
class DerivationTest {
    private static final long SEED = 20240607;
    private static final Activation NONE = new Activation.None();
    private static final Activation SIGMOID = new Activation.Sigmoid();
    private static final Activation SOFTMAX = new Activation.Softmax(1);
    private static final Activation LOG_SOFTMAX = new Activation.LogSoftmax(1);
    private static final LossOptions DEFAULTS = LossOptions.defaults();

    private static Experiment experiment(
            Tensor x, LabelArray y, Activation activation, LossKind loss, LossOptions options) {
        return new Experiment("test", x, y, List.of(), new Recipe(activation, loss), options, List.of());
    }

    private static Tensor logits(float... values) {
        return Tensor.of(Shape.of(1, values.length, 1, 1), values);
    }

    private static LabelArray label(long y) {
        return LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 1), y);
    }

    private static LabelArray real(double... y) {
        return LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1, y.length, 1, 1), y);
    }

    private static Derivation derive(Experiment experiment) {
        return Derivation.of(Analyzer.analyze(experiment), 0, 0, 0, 0);
    }

    private static List<String> formulas(Derivation derivation) {
        return derivation.lines().stream()
                .filter(Derivation.Line.Formula.class::isInstance)
                .map(line -> ((Derivation.Line.Formula) line).plain())
                .toList();
    }

    private static List<Derivation.Note> notes(Derivation derivation) {
        return derivation.lines().stream()
                .filter(Derivation.Line.Remark.class::isInstance)
                .map(line -> ((Derivation.Line.Remark) line).note())
                .toList();
    }

    @Test
    void theBoardsPixelReadsAsDesigned() {
        Derivation derivation =
                derive(experiment(logits(0.4326f, 0.2244f), label(1), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS));
        assertThat(derivation.label()).contains("1");
        assertThat(formulas(derivation))
                .containsExactly(
                        "x = (0.4326, 0.2244)",
                        "q_1 = e^0.2244/(e^0.4326 + e^0.2244) = 0.4481",
                        "q = (0.5519, 0.4481)",
                        "p = onehot(1) = (0, 1)",
                        "ℓ = −Σ_cp_c log q_c = −log 0.4481 = 0.8027",
                        "L = 0.8027/1 = 0.8027",
                        "∂L/∂x = (q−p)/1 = (0.5519, −0.5519)");
    }

    @Test
    void termsKnowTheirCellsAndRoles() {
        Derivation derivation =
                derive(experiment(logits(0.4326f, 0.2244f), label(1), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS));
        List<Derivation.Term> exponentials = derivation.lines().stream()
                .filter(Derivation.Line.Formula.class::isInstance)
                .flatMap(line -> ((Derivation.Line.Formula) line).terms())
                .filter(term -> term.latex().equals("e^{0.2244}"))
                .toList();
        assertThat(exponentials).hasSize(2).allSatisfy(term -> {
            assertThat(term.role()).isEqualTo(Derivation.Role.SELECTED);
            assertThat(term.cells())
                    .contains(new Derivation.TermCells(
                            Derivation.Place.LOGITS, List.of(new Derivation.Coordinate(0, 1, 0, 0))));
        });
    }

    @Test
    void weightAndSmoothingAreWrittenOut() {
        LossOptions options = DEFAULTS.withWeight(Tensor.vector(1, 2)).withLabelSmoothing(0.1);
        assertThat(formulas(derive(
                        experiment(logits(0.4326f, 0.2244f), label(1), NONE, LossKind.CROSS_ENTROPY_LOSS, options))))
                .contains(
                        "p' = (1−ε) p + ε/C = 0.9 p + 0.1/2 = (0.05, 0.95)",
                        "ℓ = −Σ_cw_c p'_c log q_c = −(1·0.05·log 0.5519 + 2·0.95·log 0.4481) = 1.5548",
                        "∂L/∂x = ((Σ_cw_cp'_c) q−w⊙p')/2 = (0.5131, −0.5131)");
    }

    @Test
    void anIgnoredPixelHasNoLossAndNoGradient() {
        Derivation derivation = derive(
                experiment(logits(1, 2), label(255), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS.withIgnoreIndex(255)));
        assertThat(notes(derivation)).containsExactly(Derivation.Note.IGNORED);
        assertThat(formulas(derivation)).contains("y = 255 = ignore_index", "ℓ = 0", "∂L/∂x = (0, 0)", "L = 0/0 = NaN");
    }

    @Test
    void aSecondSoftmaxIsShown() {
        Derivation derivation =
                derive(experiment(logits(2, 0), label(0), SOFTMAX, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS));
        assertThat(notes(derivation)).containsExactly(Derivation.Note.SECOND_SOFTMAX);
        assertThat(formulas(derivation))
                .contains(
                        "q_0 = e^2/(e^2 + e^0) = 0.8808",
                        "q'_0 = e^0.8808/(e^0.8808 + e^0.1192) = 0.6817",
                        "ℓ = −Σ_cp_c log q'_c = −log 0.6817 = 0.3832");
        assertThat(notes(
                        derive(experiment(logits(2, 0), label(0), LOG_SOFTMAX, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS))))
                .containsExactly(Derivation.Note.HARMLESS_SOFTMAX);
    }

    @Test
    void saturationAndClampAreSaid() {
        Derivation clamped = derive(experiment(logits(17), real(0), SIGMOID, LossKind.BCE_LOSS, DEFAULTS));
        assertThat(notes(clamped)).containsExactly(Derivation.Note.CLAMPED);
        assertThat(formulas(clamped))
                .contains("ℓ = −[y log q + (1−y)log (1−q)] = −max(log (1−1), −100) = 100", "∂L/∂x = g q(1−q) = 0");
        Derivation saturated = derive(experiment(logits(17), real(0), NONE, LossKind.BCE_WITH_LOGITS_LOSS, DEFAULTS));
        assertThat(notes(saturated)).containsExactly(Derivation.Note.SATURATED);
        assertThat(formulas(saturated)).contains("ℓ = (1−y)x + log (1 + e^−x) = (1−0)·17 + log (1 + e^−17) = 17");
        Derivation underflow =
                derive(experiment(logits(200, 0), label(1), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS));
        assertThat(notes(underflow)).containsExactly(Derivation.Note.SATURATED);
        assertThat(formulas(underflow)).contains("ℓ = −Σ_cp_c log q_c = −(−200) = 200");
        Derivation hand = derive(experiment(logits(200, 0), label(0), SOFTMAX, LossKind.BY_HAND, DEFAULTS));
        assertThat(notes(hand)).containsExactly(Derivation.Note.ZERO_LOG_ZERO);
        assertThat(formulas(hand)).contains("ℓ = −Σ_cp_c log q_c = −(1·log 1 + 0·log 0) = NaN");
    }

    @Test
    void posWeightAndWeightScaleTheBinaryLoss() {
        LossOptions options = DEFAULTS.withPosWeight(Tensor.vector(3)).withWeight(Tensor.scalar(2));
        assertThat(formulas(derive(experiment(logits(0.43f), real(1), NONE, LossKind.BCE_WITH_LOGITS_LOSS, options))))
                .contains("ℓ = −w [w_+ y log q + (1−y)log (1−q)] = −2·3·log 0.6059 = 3.0065");
    }

    @Test
    void posWeightOfEachChannelIsItsOwn() {
        LossOptions options = DEFAULTS.withPosWeight(Tensor.of(Shape.of(3, 1, 1), 3, 5, 7));
        Experiment experiment =
                experiment(logits(0.5f, 0.25f, -1), real(1, 1, 0), NONE, LossKind.BCE_WITH_LOGITS_LOSS, options);
        Derivation second = Derivation.of(Analyzer.analyze(experiment), 0, 1, 0, 0);
        assertThat(second.label()).contains("1");
        assertThat(formulas(second)).anyMatch(line -> line.contains("−5·log 0.5622 = 2.8797"));
    }

    @Test
    void manyChannelsAreAbbreviatedAroundTheLabel() {
        Tensor x = Tensor.generate(Shape.of(1, 19, 1, 1), c -> c / 4f);
        assertThat(formulas(derive(experiment(x, label(7), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS))))
                .contains("x = (0, …, 1.75, …, 4.5)", "p = onehot(7) = (0, …, 1, …, 0)");
    }

    @Test
    void aRefusalStandsWherePyTorchRaises() {
        Derivation derivation =
                derive(experiment(logits(1, 2), label(255), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS));
        assertThat(derivation.lines().getLast()).isInstanceOfSatisfying(Derivation.Line.Raises.class, exception -> {
            assertThat(exception.step()).isEqualTo(Derivation.Step.LOSS);
            assertThat(exception.text()).isEqualTo("IndexError: Target 255 is out of bounds.");
        });
        assertThat(derivation.latex()).contains("\\text{IndexError: Target 255 is out of bounds.}");
        assertThat(derive(experiment(
                                logits(1, 2),
                                label(1),
                                new Activation.Softmax(9),
                                LossKind.CROSS_ENTROPY_LOSS,
                                DEFAULTS))
                        .lines())
                .anyMatch(
                        line -> line instanceof Derivation.Line.Raises && line.step() == Derivation.Step.PROBABILITIES);
    }

    @Test
    void otherAxesAndBroadcastLossesAreNamed() {
        Tensor x = Tensor.of(Shape.of(1, 2, 1, 2), 0.5f, -1, 0.25f, 2);
        LabelArray y = LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 1, 0);
        Derivation across = derive(experiment(x, y, new Activation.LogSoftmax(-1), LossKind.NLL_LOSS, DEFAULTS));
        assertThat(notes(across)).containsExactly(Derivation.Note.OTHER_AXIS);
        assertThat(formulas(across)).contains("q_1 = e^0.25/(e^0.25 + e^2) = 0.1480");
        Tensor one = Tensor.of(Shape.of(1, 1, 1, 2), 0.5f, -1);
        LabelArray flat = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(2, 1, 2), 1, 0, 0, 1);
        assertThat(notes(derive(experiment(one, flat, SIGMOID, LossKind.BY_HAND, DEFAULTS))))
                .containsExactly(Derivation.Note.BROADCAST);
    }

    @Test
    void nanAndInfinityAreShown() {
        assertThat(formulas(derive(
                        experiment(logits(Float.NaN, 1), label(1), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS))))
                .contains("x = (NaN, 1)", "ℓ = −Σ_cp_c log q_c = −log NaN = NaN");
        assertThat(formulas(derive(experiment(
                        logits(Float.NEGATIVE_INFINITY, 1), label(1), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS))))
                .contains("x = (−∞, 1)", "q = (0, 1)");
    }

    /** Every recipe with every kind of target and option, on seeded numbers. */
    static Stream<Experiment> recipes() {
        Random random = new Random(SEED);
        List<Experiment> out = new ArrayList<>();
        List<Activation> activations =
                List.of(NONE, SIGMOID, SOFTMAX, LOG_SOFTMAX, new Activation.Softmax(2), new Activation.LogSoftmax(0));
        for (Activation activation : activations) {
            for (LossKind kind : LossKind.values()) {
                for (Reduction reduction : Reduction.values()) {
                    for (int channels : new int[] {1, 2, 3, 6}) {
                        out.add(random(random, channels, activation, kind, DEFAULTS.withReduction(reduction)));
                        LossOptions options = DEFAULTS.withReduction(reduction)
                                .withLabelSmoothing(0.2)
                                .withPosWeight(Tensor.scalar(2.5f))
                                .withWeight(Tensor.generate(
                                        Shape.of(weights(kind, channels)), _ -> random.nextFloat() + 0.5f));
                        out.add(random(random, channels, activation, kind, options));
                    }
                }
            }
        }
        return out.stream();
    }

    private static int weights(LossKind kind, int channels) {
        return kind.isBinary(channels) ? 1 : channels;
    }

    private static Experiment random(
            Random random, int channels, Activation activation, LossKind kind, LossOptions options) {
        Shape shape = Shape.of(2, channels, 2, 2);
        boolean needsProbabilities = activation.equals(NONE) && (kind == LossKind.BCE_LOSS || kind == LossKind.BY_HAND);
        Tensor x = Tensor.generate(
                shape, _ -> needsProbabilities ? 0.1f + 0.8f * random.nextFloat() : 3 * random.nextFloat() - 1.5f);
        boolean isIndex = !kind.isBinary(channels) && (random.nextBoolean() || kind == LossKind.NLL_LOSS);
        LabelArray y = isIndex
                ? LabelArray.ofLongs(DType.INT64, shape.remove(1), _ -> random.nextInt(channels))
                : LabelArray.ofDoubles(DType.FLOAT32, shape, _ -> random.nextInt(3) / 2.0);
        return experiment(x, y, activation, kind, options);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyClauseOfNumbersComesOutAndEveryNumberIsTheAnalysiss(Experiment experiment) {
        Analysis analysis = Analyzer.analyze(experiment);
        for (int c = 0; c < experiment.channels(); c++) {
            Derivation derivation = Derivation.of(analysis, 1, c, 0, 1);
            for (Derivation.Line line : derivation.lines()) {
                if (line instanceof Derivation.Line.Formula formula) {
                    assertThat(new TeXFormula(formula.latex())).isNotNull();
                    checkClauses(formula);
                    checkTerms(analysis, formula);
                }
            }
            assertThat(derivation.lines().getFirst().step()).isEqualTo(Derivation.Step.LOGITS);
            analysis.gradient().value().ifPresent(gradient -> checkGradient(derivation, gradient));
        }
    }

    /** Numbers on both sides of an equals sign are equal to four digits. */
    private static void checkClauses(Derivation.Line.Formula formula) {
        OptionalDouble before = OptionalDouble.empty();
        for (String clause : formula.latex().split("=", -1)) {
            OptionalDouble value = Arithmetic.value(clause);
            if (before.isPresent() && value.isPresent()) {
                double expected = value.getAsDouble();
                double allowed = 4e-3 * Math.max(1, Math.abs(expected));
                if (Double.isFinite(expected)) {
                    assertThat(before.getAsDouble()).as(formula.plain()).isCloseTo(expected, within(allowed));
                } else {
                    assertThat(before.getAsDouble()).as(formula.plain()).isEqualTo(Double.valueOf(expected));
                }
            }
            before = value.isPresent() ? value : before;
        }
    }

    /** A term with one cell shows that cell's number. */
    private static void checkTerms(Analysis analysis, Derivation.Line.Formula formula) {
        formula.terms()
                .filter(term ->
                        term.cells().filter(cells -> cells.cells().size() == 1).isPresent())
                .forEach(term -> {
                    Derivation.TermCells cells = term.cells().orElseThrow();
                    OptionalDouble shown = Arithmetic.value(term.latex());
                    OptionalDouble held = held(analysis, formula.step(), cells);
                    if (shown.isPresent() && held.isPresent() && !term.latex().startsWith("e^")) {
                        assertThat(shown.getAsDouble()).as(formula.plain()).satisfies(near(held.getAsDouble()));
                    }
                });
    }

    private static org.assertj.core.api.ThrowingConsumer<Double> near(double expected) {
        return shown -> {
            if (Double.isFinite(expected)) {
                assertThat(shown)
                        .isCloseTo(
                                expected, within(5.1e-5 + 5e-3 * (Math.abs(expected) > 1e5 ? Math.abs(expected) : 0)));
            } else {
                assertThat(shown).isEqualTo(Double.valueOf(expected));
            }
        };
    }

    private static OptionalDouble held(Analysis analysis, Derivation.Step step, Derivation.TermCells cells) {
        Derivation.Coordinate at = cells.cells().getFirst();
        return switch (cells.place()) {
            case LOGITS -> at(analysis.experiment().logits(), at);
            case GRADIENT -> at(analysis.gradient().value().orElseThrow(), at);
            case LOSS -> {
                Tensor loss = analysis.loss().value().orElseThrow().lossPerPixel();
                yield loss.shape().rank() == 4
                        ? at(loss, at)
                        : OptionalDouble.of(loss.at((at.n() * 2 + at.h()) * 2 + at.w()));
            }
            case ONE_HOT ->
                step == Derivation.Step.TARGET
                                && analysis.experiment().options().labelSmoothing() == 0
                        ? at(analysis.oneHot().value().orElseThrow().values(), at)
                        : OptionalDouble.empty();
            case PROBABILITIES ->
                step == Derivation.Step.PROBABILITIES
                                && analysis.experiment().recipe().activation() instanceof Activation.None
                        ? at(analysis.probabilities().value().orElseThrow(), at)
                        : OptionalDouble.empty();
            case LABELS -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble at(Tensor values, Derivation.Coordinate at) {
        return OptionalDouble.of(values.at(at.n(), at.c(), at.h(), at.w()));
    }

    private static void checkGradient(Derivation derivation, Tensor gradient) {
        Derivation.Line.Formula last = derivation.lines().stream()
                .filter(Derivation.Line.Formula.class::isInstance)
                .map(Derivation.Line.Formula.class::cast)
                .toList()
                .getLast();
        assertThat(last.step()).isEqualTo(Derivation.Step.GRADIENT);
        List<Derivation.Term> values = last.terms()
                .filter(term -> term.cells()
                        .filter(cells -> cells.place() == Derivation.Place.GRADIENT)
                        .isPresent())
                .toList();
        assertThat(values).isNotEmpty();
        assertThat(IntStream.range(0, values.size())).allSatisfy(i -> {
            Derivation.Coordinate at =
                    values.get(i).cells().orElseThrow().cells().getFirst();
            double shown = Arithmetic.value(values.get(i).latex()).orElseThrow();
            assertThat(shown).satisfies(near(gradient.at(at.n(), at.c(), at.h(), at.w())));
        });
    }

    @Test
    void theCopyIsAnAlignedBlock() {
        String latex = derive(
                        experiment(logits(0.4326f, 0.2244f), label(1), NONE, LossKind.CROSS_ENTROPY_LOSS, DEFAULTS))
                .latex();
        assertThat(latex)
                .startsWith("\\begin{aligned}\n  x&=(0.4326,0.2244) \\\\\n")
                .endsWith("\n\\end{aligned}\n");
        assertThat(new TeXFormula(latex)).isNotNull();
    }
}
