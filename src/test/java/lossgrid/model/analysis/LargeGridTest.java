package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.Draw;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;

/** Grids that take the fused way have the same stages. */
class LargeGridTest {
    private static final Shape SHAPE = Shape.of(1, 5, 130, 120);
    private static final Recipe CROSS_ENTROPY = new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS);
    private static final Tensor X = new Draw(3).uniform(SHAPE, -6, 6);

    private static LabelArray labels(long odd) {
        return LabelArray.ofLongs(DType.INT64, SHAPE.remove(1), i -> i == 99 ? odd : i % 5);
    }

    private static Analysis analyze(LabelArray labels, Recipe recipe) {
        LossOptions options = new LossOptions(Reduction.MEAN, 255, null, null, 0);
        return Analyzer.analyze(new Experiment("", X, labels, List.of(), recipe, options, List.of()));
    }

    @Test
    void crossEntropyIsThatOfItsParts() {
        Analysis whole = analyze(labels(255), CROSS_ENTROPY);
        Analysis parts = analyze(labels(255), new Recipe(new Activation.LogSoftmax(1), LossKind.NLL_LOSS));
        LossResult a = whole.loss().value().orElseThrow();
        LossResult b = parts.loss().value().orElseThrow();
        assertThat(a.lossPerPixel()).isEqualTo(b.lossPerPixel());
        assertThat(a.denominator()).isEqualTo(b.denominator());
        assertThat(whole.gradient().value()).isEqualTo(parts.gradient().value());
        assertThat(whole.probabilities().value())
                .isEqualTo(parts.probabilities().value());
        assertThat(whole.ignored().count()).isEqualTo(1);
    }

    @Test
    void theOneHotIsAViewOfTheLabels() {
        OneHot oneHot = analyze(labels(255), CROSS_ENTROPY).oneHot().value().orElseThrow();
        assertThat(oneHot.origin()).isEqualTo(OneHot.Origin.SCATTER_MASKED);
        assertThat(oneHot.values().isOneHotView()).isTrue();
        assertThat(oneHot.values().inPlane(4, 99)).isZero();
        assertThat(oneHot.values().inPlane(3, 98)).isOne();
        assertThat(analyze(labels(2), CROSS_ENTROPY)
                        .oneHot()
                        .value()
                        .orElseThrow()
                        .origin())
                .isEqualTo(OneHot.Origin.SCATTER);
    }

    @Test
    void aRefusalLeavesTheProbabilities() {
        Analysis analysis = analyze(labels(7), CROSS_ENTROPY);
        assertThat(analysis.loss().exception().orElseThrow().message()).isEqualTo("Target 7 is out of bounds.");
        assertThat(analysis.oneHot().exception()).isPresent();
        assertThat(analysis.probabilities().value()).contains(ActivationMath.softmax(X, 1));
        assertThat(analysis.gradient()).isInstanceOf(Stage.Absent.class);
    }
}
