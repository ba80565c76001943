package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.EncodingScript;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.StepArguments.Argument;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.StepKind;
import lossgrid.model.text.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepArgumentsTest {
    private static final LabelArray LABELS = LabelArray.ofLongs(DType.UINT8, Shape.of(2, 3), 0, 255, 0, 7, 255, 0);
    private static final Experiment EXPERIMENT = new Experiment(
            "",
            Tensor.zeros(Shape.of(1, 2, 2, 3)),
            LABELS,
            List.of(),
            new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
            LossOptions.defaults(),
            List.of());

    private static EncodingStep step(StepKind kind) {
        return StepCatalogue.of(LABELS, EXPERIMENT).step(kind);
    }

    /** What is shown can be typed, and changes nothing. */
    @ParameterizedTest
    @EnumSource
    void everyArgumentIsReadAsItIsWritten(StepKind kind) {
        for (EncodingStep step : List.of(step(kind), new EncodingStep.Skipped(step(kind)))) {
            for (Argument argument : StepArguments.of(step)) {
                assertThat(StepArguments.with(step, argument, StepArguments.text(step, argument)))
                        .isEqualTo(new Parsed.Value<>(step));
            }
        }
    }

    private static void assertTaken(EncodingStep before, Argument argument, String text, EncodingStep after) {
        assertThat(StepArguments.with(before, argument, text)).isEqualTo(new Parsed.Value<>(after));
    }

    @Test
    void eachArgumentGoesToItsPlace() {
        EncodingStep.Remap.Entry zero = new EncodingStep.Remap.Entry(0, 0);
        EncodingStep.Remap.Entry full = new EncodingStep.Remap.Entry(255, 1);
        EncodingStep.Remap remap = new EncodingStep.Remap(List.of(zero), null);
        assertTaken(remap, Argument.TABLE, " {255: 1, 0 -> 0} ", new EncodingStep.Remap(List.of(zero, full), null));
        assertTaken(remap, Argument.OTHERS, "−100", new EncodingStep.Remap(List.of(zero), -100L));
        assertTaken(new EncodingStep.Remap(List.of(zero), 3L), Argument.OTHERS, " ", remap);
        assertTaken(new EncodingStep.Select(0, 1), Argument.DIM, "-1", new EncodingStep.Select(-1, 1));
        assertTaken(new EncodingStep.Select(0, 1), Argument.INDEX, "2", new EncodingStep.Select(0, 2));
        assertTaken(new EncodingStep.Resize(4, 5), Argument.WIDTH, "7", new EncodingStep.Resize(4, 7));
        assertTaken(
                new EncodingStep.Permute(List.of(0)),
                Argument.DIMS,
                "(2, 0,1)",
                new EncodingStep.Permute(List.of(2, 0, 1)));
        assertTaken(new EncodingStep.Squeeze(1), Argument.DIM, "", new EncodingStep.Squeeze(null));
        assertTaken(new EncodingStep.Divide(255, true), Argument.BY, "0.5", new EncodingStep.Divide(0.5, true));
    }

    @ParameterizedTest
    @CsvSource({
        "THRESHOLD, ABOVE, abc, NOT_A_NUMBER",
        "THRESHOLD, ABOVE, 1e999, OUT_OF_RANGE",
        "THRESHOLD, ABOVE, NaN, OUT_OF_RANGE",
        "DIVIDE, BY, 0, ZERO",
        "SHIFT, SHIFT, 1.5, NOT_WHOLE",
        "SHIFT, SHIFT, 9223372036854775808, OUT_OF_RANGE",
        "UNSQUEEZE, DIM, 3000000000, OUT_OF_RANGE",
        "RESIZE, HEIGHT, 0, BELOW_ONE",
        "REMAP, TABLE, 255, NO_PAIR",
        "REMAP, TABLE, '0: 1, 0: 2', TWICE",
        "REMAP, TABLE, {}, EMPTY",
        "REMAP, TABLE, '0: x', NOT_A_NUMBER",
        "PERMUTE, DIMS, '', EMPTY"
    })
    void whatIsNoArgumentIsRefusedWithTheReason(StepKind kind, Argument argument, String text, Parsed.Problem reason) {
        assertThat(StepArguments.with(step(kind), argument, text))
                .isInstanceOfSatisfying(Parsed.Rejected.class, thrown -> assertThat(thrown.problem())
                        .isEqualTo(reason));
    }

    @Test
    void theScriptHasALineForEveryStepAndWhatFollowsIt() {
        Experiment encoded = EXPERIMENT.withEncoding(Stream.<EncodingStep>of(
                        new EncodingStep.Threshold(127),
                        new EncodingStep.Skipped(new EncodingStep.Shift(1)),
                        new EncodingStep.Cast(DType.INT64),
                        new EncodingStep.Unsqueeze(0))
                .toList());
        assertThat(EncodingScript.of(Analyzer.analyze(encoded))).endsWith("""
            y = torch.from_numpy(mask)  # [2, 3] uint8
            y = y > 127  # [2, 3] bool
            # y = y + 1
            y = y.to(torch.int64)  # [2, 3] int64
            y = y.unsqueeze(0)  # [1, 2, 3] int64
            """);
    }
}
