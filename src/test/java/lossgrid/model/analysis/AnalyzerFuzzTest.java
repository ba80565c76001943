package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.ArbitrarySteps;
import lossgrid.fixtures.Draw;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Route;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Unsqueeze;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document holds, it can be analyzed, and the stages of the analysis fit one another. */
public class AnalyzerFuzzTest {
    private static final int DOCUMENTS = 400;
    private static final float[] EXTREMES = {
        0, -0f, 1, 88, -104, 1e4f, -1e4f, 3e38f, -3e38f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
    };
    private static final long[] LABELS = {0, 1, 2, 7, 255, -1, -100, 1L << 40, Long.MIN_VALUE, Long.MAX_VALUE};

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void anyDocumentIsAnalyzed(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            Experiment experiment = experiment(draw);
            Analysis analysis = Analyzer.analyze(experiment);
            assertThat(analysis.experiment()).isSameAs(experiment);
            checkAbsence(analysis);
            checkShapes(analysis);
            for (Route route : Route.values()) {
                Analyzer.analyze(route.convert(experiment));
            }
        }
    }

    private static void checkAbsence(Analysis analysis) {
        boolean encodedRaises = analysis.encoded().exception().isPresent();
        boolean activatedRaises = analysis.activated().exception().isPresent();
        if (encodedRaises) {
            assertThat(analysis.oneHot()).isInstanceOf(Stage.Absent.class);
        }
        if (encodedRaises || activatedRaises) {
            assertThat(analysis.loss()).isInstanceOf(Stage.Absent.class);
        }
        assertThat(analysis.gradient().value().isPresent())
                .isEqualTo(analysis.loss().value().isPresent());
        assertThat(analysis.encodingSteps()).hasSameSizeAs(analysis.experiment().encoding());
    }

    private static void checkShapes(Analysis analysis) {
        Shape logits = analysis.experiment().logits().shape();
        analysis.activated().value().ifPresent(x -> assertThat(x.shape()).isEqualTo(logits));
        analysis.probabilities().value().ifPresent(x -> assertThat(x.shape()).isEqualTo(logits));
        analysis.gradient().value().ifPresent(x -> assertThat(x.shape()).isEqualTo(logits));
        analysis.oneHot().value().ifPresent(x -> assertThat(x.values().shape())
                .isEqualTo(x.origin() == OneHot.Origin.PAIR ? logits.with(1, 2) : logits));
        analysis.loss().value().ifPresent(loss -> assertThat(
                        loss.weightPerPixel().shape())
                .isEqualTo(loss.lossPerPixel().shape()));
    }

    /** Any document, right or wrong. */
    public static Experiment experiment(Draw draw) {
        Shape logits = draw.logitsShape(1);
        Activation activation = activation(draw);
        return new Experiment(
                "",
                logits(draw, logits),
                labels(draw, labelShape(draw, logits)),
                encoding(draw),
                new Recipe(activation, draw.oneOf(LossKind.values())),
                options(draw, logits),
                List.of());
    }

    private static Tensor logits(Draw draw, Shape shape) {
        double extremes = draw.oneOf(0.0, 0.0, 0.2);
        return Tensor.generate(
                shape,
                i -> draw.chance(extremes) ? EXTREMES[draw.between(0, EXTREMES.length - 1)] : draw.between(-3f, 3f));
    }

    private static Activation activation(Draw draw) {
        int dim = draw.chance(0.1) ? draw.between(-6, 5) : draw.between(-4, 3);
        return draw.oneOf(
                new Activation.None(),
                new Activation.Sigmoid(),
                new Activation.Softmax(1),
                new Activation.Softmax(dim),
                new Activation.LogSoftmax(dim));
    }

    /** Mostly a shape that fits some loss, sometimes any of rank 1 to 4. */
    private static Shape labelShape(Draw draw, Shape logits) {
        return switch (draw.between(0, 4)) {
            case 0 -> logits;
            case 1 -> logits.remove(1);
            case 2 -> logits.with(1, 1);
            case 3 -> draw.oneOf(logits.remove(0), logits.remove(1).remove(0), Shape.of(logits.size()));
            default -> anyShape(draw, draw.between(1, 4));
        };
    }

    private static Shape anyShape(Draw draw, int rank) {
        int[] dims = new int[rank];
        for (int d = 0; d < rank; d++) {
            dims[d] = draw.chance(0.03) ? 0 : draw.between(1, 4);
        }
        return Shape.of(dims);
    }

    private static LabelArray labels(Draw draw, Shape shape) {
        DType dtype = draw.oneOf(DType.values());
        double wrong = draw.oneOf(0.0, 0.0, 0.1);
        if (dtype.isFloatingPoint() && draw.chance(0.5)) {
            return LabelArray.ofDoubles(
                    dtype,
                    shape,
                    i -> draw.chance(wrong) ? EXTREMES[draw.between(0, EXTREMES.length - 1)] : draw.between(0f, 1f));
        }
        return LabelArray.ofLongs(
                dtype,
                shape,
                i -> draw.chance(wrong) ? LABELS[draw.between(0, LABELS.length - 1)] : draw.between(0, 1));
    }

    private static List<EncodingStep> encoding(Draw draw) {
        List<EncodingStep> steps = new ArrayList<>();
        while (draw.chance(0.4)) {
            steps.add(draw.oneOf(
                    new ArbitrarySteps(draw.generator()).next(),
                    new ArbitrarySteps(draw.generator()).next(),
                    new Squeeze(draw.between(-5, 4)),
                    new Squeeze(null),
                    new Unsqueeze(draw.between(-5, 4)),
                    new Cast(draw.oneOf(DType.values())),
                    new Cast(DType.INT64),
                    new lossgrid.model.encoding.OneHot(draw.between(-2, 5))));
        }
        return steps;
    }

    private static LossOptions options(Draw draw, Shape logits) {
        return new LossOptions(
                draw.oneOf(Reduction.values()),
                draw.oneOf(-100L, -100L, 0L, 1L, 255L),
                weight(draw, logits),
                weight(draw, logits),
                draw.oneOf(0.0, 0.0, 0.1, 1.0, 1.5, -0.5));
    }

    private static @Nullable Tensor weight(Draw draw, Shape logits) {
        return switch (draw.between(0, 5)) {
            case 0 -> logits(draw, Shape.of(logits.dim(1)));
            case 1 -> logits(draw, draw.oneOf(Shape.SCALAR, Shape.of(1), logits, logits.remove(0), logits.remove(1)));
            case 2 -> logits(draw, anyShape(draw, draw.between(0, 5)));
            default -> null;
        };
    }
}
