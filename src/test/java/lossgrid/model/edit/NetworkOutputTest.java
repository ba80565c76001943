package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logits that come without labels. */
class NetworkOutputTest {
    private static final LabelSource SOURCE = new LabelSource(
            "x.npy", LabelSource.Format.NPY, LabelSource.Layout.FORTRAN_ORDER, "float16", 16, List.of());

    private static Experiment taken(Experiment before, LabelArray logits) {
        return Edits.apply(before, new Edit.UseAsLogits(logits, Optional.of(SOURCE)));
    }

    private static LabelArray array(Shape shape, double... values) {
        return LabelArray.ofDoubles(DType.FLOAT32, shape, values);
    }

    @Test
    void severalChannelsPredictTheGreatest() {
        Experiment out = taken(SmallExperiments.twoChannels(), array(Shape.of(1, 3, 1, 2), 1.5, -2, 0.5, -1, 0, -3));
        assertThat(out.logits()).isEqualTo(Tensor.of(Shape.of(1, 3, 1, 2), 1.5f, -2, 0.5f, -1, 0, -3));
        assertThat(out.labels()).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(1, 1, 2), 0, 1));
        assertThat(out.classes()).containsExactly("background", "object", "class 2");
        assertThat(out.source())
                .isEqualTo(new LabelSource(
                        "x.npy", LabelSource.Format.NPY, LabelSource.Layout.PREDICTION, "float16", 16, List.of()));
        assertThat(out.hasPredictedLabels()).isTrue();
        assertThat(Edits.apply(out, new Edit.SetLabels(out.labels(), Optional.empty()))
                        .hasPredictedLabels())
                .isFalse();
    }

    @Test
    void oneChannelPredictsItsSign() {
        Experiment out = taken(SmallExperiments.twoChannels(), array(Shape.of(2, 2), 1.5, -2, 0, Double.NaN));
        assertThat(out.logits().shape()).isEqualTo(Shape.of(1, 1, 2, 2));
        assertThat(out.labels()).isEqualTo(array(Shape.of(1, 1, 2, 2), 1, 0, 0, 0));
        assertThat(out.recipe()).isEqualTo(SmallExperiments.oneChannel().recipe());
    }

    @Test
    void whatBelongsToOtherChannelsGoes() {
        Experiment weighted = SmallExperiments.oneChannel()
                .withOptions(
                        LossOptions.defaults().withPosWeight(Tensor.vector(2)).withIgnoreIndex(9))
                .withEncoding(List.of(new Threshold(3)));
        Experiment out = taken(weighted, array(Shape.of(3, 1, 1), 1, 2, 3));
        assertThat(out.options()).isEqualTo(LossOptions.defaults().withIgnoreIndex(9));
        assertThat(out.encoding()).isEmpty();
        assertThat(out.recipe()).isEqualTo(SmallExperiments.twoChannels().recipe());
        assertThat(taken(weighted, array(Shape.of(1, 1, 1, 1), 1)).options()).isEqualTo(weighted.options());
    }

    static LongStream seeds() {
        return Draw.seeds();
    }

    /** Whatever the document was before, PyTorch computes a loss. */
    @ParameterizedTest
    @MethodSource("seeds")
    void thereIsALoss(long seed) {
        Draw draw = new Draw(seed);
        Shape shape = draw.logitsShape(1);
        LossKind loss = draw.oneOf(LossKind.values());
        Experiment before = draw.oneOf(SmallExperiments.oneChannel(), SmallExperiments.twoChannels());
        Recipe recipe = new Recipe(loss == LossKind.BCE_LOSS ? new Activation.Sigmoid() : new Activation.None(), loss);
        Experiment out = taken(before.withRecipe(recipe), draw.normal(shape, 3).toLabels());
        Analysis analysis = Analyzer.analyze(out);
        assertThat(analysis.loss().value()).as("%s %s", recipe, shape).isPresent();
        assertThat(Edits.apply(out, new Edit.UseAsLogits(out.logits().toLabels(), Optional.of(SOURCE))))
                .as("again")
                .isSameAs(out);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void logitsHaveTwoToFourDimensions(int rank) {
        int[] sizes = new int[rank];
        Arrays.fill(sizes, 1);
        assertThatThrownBy(() -> new Edit.UseAsLogits(array(Shape.of(sizes), 1), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edit.UseAsLogits(array(Shape.of(1, 0, 2, 2)), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
