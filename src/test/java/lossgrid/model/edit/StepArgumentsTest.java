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
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Resize;
import lossgrid.model.encoding.Select;
import lossgrid.model.encoding.Shift;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.encoding.Unsqueeze;
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

    /** Checks that every text that is shown can be typed, and changes nothing. */
    @ParameterizedTest
    @EnumSource
    void everyArgumentIsReadAsItIsWritten(StepKind kind) {
        for (EncodingStep step : List.of(step(kind), new Skipped(step(kind)))) {
            for (StepArgument argument : StepArguments.of(step)) {
                assertThat(StepArguments.with(step, argument, StepArguments.text(step, argument)))
                        .isEqualTo(new Parsed.Value<>(step));
            }
        }
    }

    private static StepArgument argument(EncodingStep step, String name) {
        return StepArguments.of(step).stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertTaken(EncodingStep before, String argument, String text, EncodingStep after) {
        assertThat(StepArguments.with(before, argument(before, argument), text)).isEqualTo(new Parsed.Value<>(after));
    }

    @Test
    void eachArgumentGoesToItsPlace() {
        Remap.Entry zero = new Remap.Entry(0, 0);
        Remap.Entry full = new Remap.Entry(255, 1);
        Remap remap = new Remap(List.of(zero), null);
        assertTaken(remap, "table", " {255: 1, 0 -> 0} ", new Remap(List.of(zero, full), null));
        assertTaken(remap, "others", "−100", new Remap(List.of(zero), -100L));
        assertTaken(new Remap(List.of(zero), 3L), "others", " ", remap);
        assertTaken(new Select(0, 1), "dim", "-1", new Select(-1, 1));
        assertTaken(new Select(0, 1), "index", "2", new Select(0, 2));
        assertTaken(new Resize(4, 5), "width", "7", new Resize(4, 7));
        assertTaken(new Permute(List.of(0)), "dims", "(2, 0,1)", new Permute(List.of(2, 0, 1)));
        assertTaken(new Squeeze(1), "dim", "", new Squeeze(null));
        assertTaken(new Divide(255, true), "by", "0.5", new Divide(0.5, true));
    }

    @ParameterizedTest
    @CsvSource({
        "THRESHOLD, above, abc, NOT_A_NUMBER",
        "THRESHOLD, above, 1e999, OUT_OF_RANGE",
        "THRESHOLD, above, NaN, OUT_OF_RANGE",
        "DIVIDE, by, 0, ZERO",
        "SHIFT, by, 1.5, NOT_WHOLE",
        "SHIFT, by, 9223372036854775808, OUT_OF_RANGE",
        "UNSQUEEZE, dim, 3000000000, OUT_OF_RANGE",
        "RESIZE, height, 0, BELOW_ONE",
        "REMAP, table, 255, NO_PAIR",
        "REMAP, table, '0: 1, 0: 2', TWICE",
        "REMAP, table, {}, EMPTY",
        "REMAP, table, '0: x', NOT_A_NUMBER",
        "PERMUTE, dims, '', EMPTY"
    })
    void whatIsNoArgumentIsRefusedWithTheReason(StepKind kind, String argument, String text, Parsed.Problem reason) {
        assertThat(StepArguments.with(step(kind), argument(step(kind), argument), text))
                .isInstanceOfSatisfying(Parsed.Rejected.class, thrown -> assertThat(thrown.problem())
                        .isEqualTo(reason));
    }

    @Test
    void theScriptHasALineForEveryStepAndWhatFollowsIt() {
        Experiment encoded = EXPERIMENT.withEncoding(Stream.<EncodingStep>of(
                        new Threshold(127), new Skipped(new Shift(1)), new Cast(DType.INT64), new Unsqueeze(0))
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
