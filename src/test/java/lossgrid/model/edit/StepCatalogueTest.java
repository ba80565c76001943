package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.analysis.AnalyzerFuzzTest;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Resize;
import lossgrid.model.encoding.Select;
import lossgrid.model.encoding.Shift;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.StepKind;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.encoding.Unsqueeze;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepCatalogueTest {
    private final Experiment experiment = SmallExperiments.twoChannels();

    private EncodingStep step(StepKind kind, LabelArray labels) {
        return StepCatalogue.of(labels, experiment).step(kind);
    }

    private static LabelArray bytes(long... values) {
        return LabelArray.ofLongs(DType.UINT8, Shape.of(1, values.length), values);
    }

    @Test
    void numbersFollowTheValues() {
        assertThat(step(StepKind.THRESHOLD, bytes(0, 255))).isEqualTo(new Threshold(127));
        assertThat(step(StepKind.DIVIDE, bytes(0, 200))).isEqualTo(new Divide(200, false));
        assertThat(step(StepKind.FLOOR_DIVIDE, bytes(0))).isEqualTo(new Divide(255, true));
        assertThat(step(StepKind.SHIFT, bytes(1, 2, 3))).isEqualTo(new Shift(-1));
        assertThat(step(StepKind.SHIFT, bytes(0, 2, 3))).isEqualTo(new Shift(-1));
        LabelArray half = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(2), 0, 1);
        assertThat(step(StepKind.THRESHOLD, half)).isEqualTo(new Threshold(0.5));
    }

    @Test
    void remapCompactsAllButWhatIsIgnored() {
        Experiment ignoring = experiment.withOptions(LossOptions.defaults().withIgnoreIndex(255));
        assertThat(StepCatalogue.of(bytes(3, 0, 7, 255), ignoring).step(StepKind.REMAP))
                .isEqualTo(
                        new Remap(List.of(new Remap.Entry(0, 0), new Remap.Entry(3, 1), new Remap.Entry(7, 2)), null));
    }

    @Test
    void colorsAreThoseOfTheLabels() {
        LabelArray colors = LabelArray.ofLongs(DType.UINT8, Shape.of(1, 2, 3), 255, 0, 0, 0, 0, 9);
        EncodingStep step = step(StepKind.COLORS_TO_INDICES, colors);
        assertThat(step.apply(colors)).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(1, 2), 1, 0));
        assertThat(step(StepKind.SELECT, colors)).isEqualTo(new Select(-1, 0));
        assertThat(step(StepKind.PERMUTE, colors)).isEqualTo(new Permute(List.of(2, 0, 1)));
    }

    @Test
    void dimensionsAreThoseThatFit() {
        LabelArray withChannel = LabelArray.ofLongs(DType.INT64, Shape.of(2, 1, 2, 2), _ -> 0);
        assertThat(step(StepKind.SQUEEZE, withChannel)).isEqualTo(new Squeeze(1));
        assertThat(step(StepKind.UNSQUEEZE, experiment.labels())).isEqualTo(new Unsqueeze(1));
        assertThat(step(StepKind.CAST, withChannel)).isEqualTo(new Cast(DType.INT64));
        assertThat(step(StepKind.ONE_HOT, withChannel)).isEqualTo(new OneHot(2));
        assertThat(step(StepKind.RESIZE, LabelArray.ofLongs(DType.INT64, Shape.of(8, 8), _ -> 0)))
                .isEqualTo(new Resize(experiment.height(), experiment.width()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void everyKindHasAStepForAnyLabels(long seed) {
        Experiment drawn = AnalyzerFuzzTest.experiment(new Draw(seed));
        StepCatalogue catalogue = StepCatalogue.of(drawn.labels(), drawn);
        for (StepKind kind : StepKind.values()) {
            assertThat(StepKind.of(catalogue.step(kind))).isEqualTo(kind);
        }
    }
}
