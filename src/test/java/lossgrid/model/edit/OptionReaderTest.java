package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.document.Recipe;
import lossgrid.model.text.Parsed;
import org.junit.jupiter.api.Test;

class OptionReaderTest {
    private static final Experiment EXPERIMENT = experiment(LossKind.CROSS_ENTROPY_LOSS, 2);

    private static Experiment experiment(LossKind loss, int channels) {
        return new Experiment(
                "",
                Tensor.zeros(Shape.of(2, channels, 4, 4)),
                LabelArray.ofLongs(DType.INT64, Shape.of(2, 4, 4), i -> 0),
                List.of(),
                new Recipe(new Activation.Softmax(1), loss),
                LossOptions.defaults(),
                List.of());
    }

    private static Experiment applied(Parsed<Edit> input) {
        assertThat(input).isInstanceOf(Parsed.Value.class);
        return Edits.apply(EXPERIMENT, ((Parsed.Value<Edit>) input).value());
    }

    private static Parsed<Edit> rejected(Parsed.Problem problem, String found) {
        return new Parsed.Rejected<>(problem, found);
    }

    @Test
    void sizesAreWholeNumbersFromOneToAsManyAsFit() {
        assertThat(applied(OptionReader.size(EXPERIMENT, OptionReader.Axis.H, " 7 "))
                        .logits()
                        .shape())
                .isEqualTo(Shape.of(2, 2, 7, 4));
        assertThat(OptionReader.size(EXPERIMENT, OptionReader.Axis.H, "0"))
                .isEqualTo(rejected(Parsed.Problem.BELOW_ONE, "0"));
        assertThat(OptionReader.size(EXPERIMENT, OptionReader.Axis.H, "2.5"))
                .isEqualTo(rejected(Parsed.Problem.NOT_WHOLE, "2.5"));
        assertThat(OptionReader.size(EXPERIMENT, OptionReader.Axis.H, "many"))
                .isEqualTo(rejected(Parsed.Problem.NOT_A_NUMBER, "many"));
        int most = Reshaping.MOST_ELEMENTS / 16;
        assertThat(OptionReader.size(EXPERIMENT, OptionReader.Axis.W, most))
                .isEqualTo(new Parsed.Value<>(new Edit.Reshape(2, 2, 4, most)));
        assertThat(OptionReader.size(EXPERIMENT, OptionReader.Axis.W, most + 1))
                .isEqualTo(rejected(Parsed.Problem.TOO_MANY, Integer.toString(most + 1)));
        assertThat(OptionReader.size(EXPERIMENT, OptionReader.Axis.W, "99999999999999999999"))
                .isEqualTo(rejected(Parsed.Problem.OUT_OF_RANGE, "99999999999999999999"));
    }

    @Test
    void whatPyTorchRefusesIsLeftToIt() {
        Experiment smoothed = applied(OptionReader.labelSmoothing(EXPERIMENT, "1.5"));
        assertThat(Analyzer.analyze(smoothed).loss().exception().orElseThrow().message())
                .contains("label_smoothing must be between 0.0 and 1.0");
        Experiment far = applied(OptionReader.dim(EXPERIMENT, "7"));
        assertThat(far.recipe().activation()).isEqualTo(new Activation.Softmax(7));
        assertThat(Analyzer.analyze(far).activated().exception()).isPresent();
        assertThat(OptionReader.dim(EXPERIMENT, "3000000000"))
                .isEqualTo(rejected(Parsed.Problem.OUT_OF_RANGE, "3000000000"));
    }

    @Test
    void ignoreIndexIsAnyInt64() {
        assertThat(applied(OptionReader.ignoreIndex(EXPERIMENT, "−1")).options().ignoreIndex())
                .isEqualTo(-1);
        assertThat(OptionReader.ignoreIndex(EXPERIMENT, "9223372036854775808"))
                .isEqualTo(rejected(Parsed.Problem.OUT_OF_RANGE, "9223372036854775808"));
        assertThat(OptionReader.labelSmoothing(EXPERIMENT, "much"))
                .isEqualTo(rejected(Parsed.Problem.NOT_A_NUMBER, "much"));
    }

    @Test
    void weightsAreArraysOrNone() {
        Experiment weighted = applied(OptionReader.weight(EXPERIMENT, "[1, 3]"));
        assertThat(weighted.options().weight()).isEqualTo(Tensor.vector(1, 3));
        assertThat(OptionReader.weight(weighted, ""))
                .isEqualTo(new Parsed.Value<>(new Edit.SetOptions(LossOptions.defaults())));
        assertThat(OptionReader.posWeight(EXPERIMENT, "[1"))
                .isEqualTo(new Parsed.Rejected<>(Parsed.Problem.NOT_CLOSED, "", OptionalInt.of(2)));
    }

    @Test
    void everyLossLooksAtTheArgumentsOfItsSignature() {
        assertReads(experiment(LossKind.BCE_LOSS, 1), OptionName.REDUCTION, OptionName.WEIGHT);
        assertReads(
                experiment(LossKind.BCE_WITH_LOGITS_LOSS, 2),
                OptionName.REDUCTION,
                OptionName.WEIGHT,
                OptionName.POS_WEIGHT);
        assertReads(experiment(LossKind.NLL_LOSS, 2), OptionName.REDUCTION, OptionName.IGNORE_INDEX, OptionName.WEIGHT);
        assertReads(experiment(LossKind.BY_HAND, 1), OptionName.REDUCTION, OptionName.WEIGHT, OptionName.POS_WEIGHT);
        for (LossKind loss : List.of(LossKind.CROSS_ENTROPY_LOSS, LossKind.BY_HAND)) {
            assertReads(
                    experiment(loss, 3),
                    OptionName.REDUCTION,
                    OptionName.IGNORE_INDEX,
                    OptionName.WEIGHT,
                    OptionName.LABEL_SMOOTHING);
        }
    }

    private static void assertReads(Experiment experiment, OptionName... options) {
        assertThat(List.of(OptionName.values()).stream()
                        .filter(option -> option.isRead(experiment))
                        .toList())
                .containsExactly(options);
    }
}
