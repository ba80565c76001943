package lossgrid.model.finding.rule;

import static lossgrid.fixtures.SmallExperiments.LOG_SOFTMAX;
import static lossgrid.fixtures.SmallExperiments.NONE;
import static lossgrid.fixtures.SmallExperiments.SIGMOID;
import static lossgrid.fixtures.SmallExperiments.SOFTMAX;
import static lossgrid.fixtures.SmallExperiments.bce;
import static lossgrid.fixtures.SmallExperiments.ce;
import static lossgrid.fixtures.SmallExperiments.doc;
import static lossgrid.fixtures.SmallExperiments.ignoring;
import static lossgrid.fixtures.SmallExperiments.labels;
import static lossgrid.fixtures.SmallExperiments.logits;
import static lossgrid.fixtures.SmallExperiments.row;
import static lossgrid.model.finding.FindingKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.fixtures.SmallExperiments.Case;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Select;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings of rules about recipe, options and sizes. */
public class RecipeRulesTest {
    private static Experiment recipe(Experiment experiment, Activation activation, LossKind loss) {
        return experiment.withRecipe(new Recipe(activation, loss));
    }

    private static Experiment weight(Experiment experiment, float... weight) {
        return experiment.withOptions(experiment.options().withWeight(Tensor.vector(weight)));
    }

    private static Experiment posWeight(Experiment experiment, Tensor weight) {
        return experiment.withOptions(experiment.options().withPosWeight(weight));
    }

    /** BCEWithLogitsLoss over {@code channels} of {@code [1, C, 3, W]}. */
    private static Experiment multiLabel(int channels, int width) {
        return doc(
                NONE,
                LossKind.BCE_WITH_LOGITS_LOSS,
                logits(1, channels, 3, width),
                labels(DType.FLOAT32, Shape.of(1, channels, 3, width), 0, 1, 1));
    }

    public static Stream<Case> recipes() {
        Experiment three = ce(3, 0, 1, 2);
        Experiment one = bce(0, 1);
        Experiment oneChannel =
                doc(NONE, LossKind.CROSS_ENTROPY_LOSS, logits(1, 1, 3, 5), labels(DType.INT64, Shape.of(1, 3, 5), 0));
        LossKind crossEntropy = LossKind.CROSS_ENTROPY_LOSS;
        LossKind nll = LossKind.NLL_LOSS;
        Tensor shares = ActivationMath.softmax(three.logits(), 1);
        Tensor unit = ActivationMath.sigmoid(one.logits());
        return Stream.of(
                row("cross-entropy", three),
                row("softmax, cross-entropy", recipe(three, SOFTMAX, crossEntropy), SOFTMAX_BEFORE_CROSS_ENTROPY),
                row("sigmoid, cross-entropy", recipe(three, SIGMOID, crossEntropy), SOFTMAX_BEFORE_CROSS_ENTROPY),
                row("log_softmax, cross-entropy", recipe(three, LOG_SOFTMAX, crossEntropy)),
                row("log_softmax, NLL", recipe(three, LOG_SOFTMAX, nll)),
                row("softmax, NLL", recipe(three, SOFTMAX, nll), PROBABILITIES_INTO_NLL),
                row("logits, NLL", recipe(three, NONE, nll), LOGITS_INTO_NLL),
                row("stored shares, NLL", recipe(three.withLogits(shares), NONE, nll), PROBABILITIES_INTO_NLL),
                row(
                        "stored logarithms, NLL",
                        recipe(three.withLogits(ActivationMath.logSoftmax(three.logits(), 1)), NONE, nll)),
                row("log_softmax over rows", recipe(three, new Activation.LogSoftmax(2), nll), SOFTMAX_WRONG_DIM),
                row("log_softmax over dim −3", recipe(three, new Activation.LogSoftmax(-3), nll)),
                row("log_softmax over dim 4", recipe(three, new Activation.LogSoftmax(4), nll), SOFTMAX_WRONG_DIM),
                row("BCEWithLogits", one),
                row(
                        "sigmoid, BCEWithLogits",
                        recipe(one, SIGMOID, LossKind.BCE_WITH_LOGITS_LOSS),
                        SIGMOID_BEFORE_BCE_WITH_LOGITS),
                row("sigmoid, BCE", recipe(one, SIGMOID, LossKind.BCE_LOSS)),
                row("logits, BCE", recipe(one, NONE, LossKind.BCE_LOSS), LOGITS_INTO_BCE),
                row("stored probabilities, BCE", recipe(one.withLogits(unit), NONE, LossKind.BCE_LOSS)),
                row("logits by hand", recipe(one, NONE, LossKind.BY_HAND), LOGITS_BY_HAND),
                row("logits of classes by hand", recipe(three, NONE, LossKind.BY_HAND), LOGITS_BY_HAND),
                row("sigmoid by hand", recipe(one, SIGMOID, LossKind.BY_HAND)),
                row("one channel, cross-entropy", oneChannel, ONE_CHANNEL_SOFTMAX),
                row("one channel, log_softmax", recipe(oneChannel, LOG_SOFTMAX, nll), ONE_CHANNEL_SOFTMAX));
    }

    public static Stream<Case> options() {
        Experiment three = ce(3, 0, 0, 0, 0, 1, 1, 2);
        return Stream.of(
                row("a weight", weight(three, 1, 2, 4)),
                row("a weight too short", weight(three, 1, 2), WEIGHT_LENGTH),
                row("a weight of one by hand", weight(recipe(three, SOFTMAX, LossKind.BY_HAND), 2)),
                row("pos_weight along the classes", posWeight(multiLabel(4, 4), Tensor.full(Shape.of(4, 1, 1), 2))),
                row(
                        "pos_weight along the columns",
                        posWeight(multiLabel(4, 4), Tensor.vector(1, 2, 3, 4)),
                        WEIGHT_AXIS),
                row("pos_weight along no axis", posWeight(multiLabel(4, 5), Tensor.vector(1, 2, 3, 4)), WEIGHT_AXIS),
                row("pos_weight of a wrong length", posWeight(multiLabel(4, 5), Tensor.vector(1, 2, 3)), WEIGHT_LENGTH),
                row("pos_weight that the loss does not read", posWeight(three, Tensor.vector(1, 2))),
                row("the frequency as weight", weight(frequencies(), 0.5f, 0.3f, 0.2f), WEIGHT_ORDER),
                row("its inverse", weight(frequencies(), 2, 3.3f, 5)),
                row("all ignored", ignoring(ce(3, 255), 255), ALL_IGNORED),
                row("all ignored, summed", summed(ignoring(ce(3, 255), 255))),
                row("zeros where the logits are constant", padded(true), ZERO_PADDING),
                row("zeros where they are not", padded(false)),
                row("uint16 from a file", three.withSource(source("uint16")), STORED_TYPE_REFUSED),
                row(
                        "uint16, cast at once",
                        SmallExperiments.with(three.withSource(source("uint16")), new Cast(DType.INT64))),
                row("int8 from a file", three.withSource(source("int8"))),
                row("a step that no rule knows", SmallExperiments.with(three, new Select(3, 0)), REFUSED),
                row("too much smoothing", three.withOptions(three.options().withLabelSmoothing(1.5)), REFUSED),
                row(
                        "a row of one pixel squeezed away",
                        three.withLogits(SmallExperiments.logits(2, 3, 1, 4))
                                .withLabels(SmallExperiments.labels(DType.INT64, Shape.of(2, 4), 0, 1, 2)),
                        REFUSED));
    }

    private static Experiment predicted() {
        LabelSource source =
                new LabelSource("x.npy", LabelSource.Format.NPY, LabelSource.Layout.C_ORDER, "float32", 32, List.of());
        LabelArray output = logits(1, 2, 3, 5).toLabels();
        return Edits.apply(ce(2, 0), new Edit.UseAsLogits(output, Optional.of(source)));
    }

    public static Stream<Case> notes() {
        Experiment three = ce(4, 0, 1, 2);
        Experiment two = doc(
                NONE, LossKind.CROSS_ENTROPY_LOSS, logits(2, 2, 3, 5), labels(DType.INT64, Shape.of(2, 3, 5), 0, 1));
        Experiment uneven = two.withLabels(
                labels(DType.INT64, Shape.of(2, 3, 5), 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 255, 1));
        Experiment exclusive = doc(
                NONE,
                LossKind.BCE_WITH_LOGITS_LOSS,
                logits(1, 2, 3, 5),
                labels(DType.FLOAT32, Shape.of(1, 2, 3, 5), 0));
        return Stream.of(
                row("nothing", three),
                row("ignore_index that no label has", ignoring(three, 255), IGNORE_INDEX_ABSENT),
                row("a class between that is missing", ce(4, 0, 2, 3), CLASSES_ABSENT),
                row(
                        "log_softmax before cross-entropy",
                        recipe(three, LOG_SOFTMAX, LossKind.CROSS_ENTROPY_LOSS),
                        LOG_SOFTMAX_BEFORE_CROSS_ENTROPY),
                row("labels that the logits predict", predicted(), PREDICTED_LABELS),
                row("images of different counts", ignoring(uneven, 255), MEAN_OF_MEANS),
                row(
                        "equal axes",
                        doc(
                                NONE,
                                LossKind.CROSS_ENTROPY_LOSS,
                                logits(1, 3, 3, 5),
                                labels(DType.INT64, Shape.of(1, 3, 5), 0, 1, 2)),
                        EQUAL_AXES),
                row("weights upside down", weight(ce(2, 0, 0, 1), 3, 1), WEIGHT_ORDER),
                row(
                        "two channels that exclude one another",
                        exclusive.withLabels(LabelArray.ofLongs(DType.FLOAT32, Shape.of(1, 2, 3, 5), i -> i / 15)),
                        TWO_CHANNEL_BCE),
                row("classes along an edge alone", edge(), INTERPOLATED_EDGES),
                row("two channels that do not", exclusive),
                row(
                        "few pixels of a class",
                        doc(
                                NONE,
                                LossKind.CROSS_ENTROPY_LOSS,
                                logits(1, 2, 4, 5),
                                labels(DType.INT64, Shape.of(1, 4, 5), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
                        CLASS_IMBALANCE));
    }

    /** 0 at the left, 4 at the right, and between them a column of 1 to 3. */
    private static Experiment edge() {
        LabelArray labels = LabelArray.ofLongs(
                DType.INT64, Shape.of(1, 8, 16), i -> i % 16 < 8 ? 0 : i % 16 > 8 ? 4 : i / 16 % 3 + 1);
        return weight(doc(NONE, LossKind.CROSS_ENTROPY_LOSS, logits(1, 5, 8, 16), labels), 1, 1, 1, 1, 1);
    }

    private static Experiment frequencies() {
        return doc(
                NONE,
                LossKind.CROSS_ENTROPY_LOSS,
                logits(1, 3, 4, 5),
                labels(DType.INT64, Shape.of(1, 4, 5), 0, 0, 0, 0, 0, 1, 1, 1, 2, 2));
    }

    private static Experiment summed(Experiment experiment) {
        return experiment.withOptions(experiment.options().withReduction(Reduction.SUM));
    }

    /** Two columns at the right that are class 0, and constant in the logits or not. */
    private static Experiment padded(boolean constant) {
        Tensor x = logits(1, 2, 4, 7);
        Tensor flat = Tensor.generate(x.shape(), i -> i % 7 >= 5 ? 0.5f : x.at(i));
        return doc(
                NONE,
                LossKind.CROSS_ENTROPY_LOSS,
                constant ? flat : x,
                labels(DType.INT64, Shape.of(1, 4, 7), 1, 0, 1, 1, 1, 0, 0));
    }

    private static LabelSource source(String type) {
        return new LabelSource("mask.png", LabelSource.Format.PNG, LabelSource.Layout.GREY, type, 16, List.of());
    }

    @ParameterizedTest
    @MethodSource({"recipes", "options"})
    void findsThisAndNothingElse(Case row) {
        assertThat(SmallExperiments.kinds(row.experiment(), false)).isEqualTo(row.wanted());
    }

    @ParameterizedTest
    @MethodSource
    void notes(Case row) {
        assertThat(SmallExperiments.kinds(row.experiment(), true)).isEqualTo(row.wanted());
        assertThat(SmallExperiments.kinds(row.experiment(), false)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"recipes", "options"})
    void aFixMakesItGoAway(Case row) {
        for (Finding finding : SmallExperiments.findings(row.experiment())) {
            for (Fix fix : finding.fixes()) {
                assertThat(SmallExperiments.findings(fix.applyTo(row.experiment())))
                        .as("%s after %s", finding.kind(), fix.kind())
                        .noneMatch(left -> left.kind() == finding.kind() && left.severity() != Severity.NOTE);
            }
        }
    }

    @Test
    void knowsTheLeastLossBehindASoftmax() {
        Tensor perfect = Tensor.generate(Shape.of(1, 3, 3, 5), i -> i / 15 == 1 ? 1e4f : 0);
        Experiment doc = recipe(ce(3, 1).withLogits(perfect), SOFTMAX, LossKind.CROSS_ENTROPY_LOSS);
        Finding finding = SmallExperiments.findings(doc).getFirst();
        assertThat(finding.arguments().getLast())
                .isInstanceOfSatisfying(Argument.Figure.class, least -> assertThat(least.value())
                        .isEqualTo(Math.log(1 + 2 / Math.E)));
        FixPreview preview = FixPreview.of(doc, finding.fixes().getFirst());
        assertThat(preview.before())
                .isInstanceOfSatisfying(FixPreview.Result.Loss.class, loss -> assertThat(loss.value())
                        .isCloseTo(Math.log(1 + 2 / Math.E), within(1e-6)));
        assertThat(preview.after()).isEqualTo(new FixPreview.Result.Loss(0));
    }

    @Test
    void takesPyTorchsWordsFromTheCore() {
        assertThat(SmallExperiments.findings(ce(2, 0, 255)).getFirst().outcome())
                .isEqualTo(new Outcome.Raises(TorchException.Type.INDEX_ERROR, "Target 255 is out of bounds."));
        Experiment bytes = ce(2, 0).withLabels(labels(DType.UINT8, Shape.of(1, 3, 5), 0, 255));
        assertThat(SmallExperiments.findings(bytes))
                .extracting(Finding::outcome)
                .containsExactly(
                        new Outcome.Raises(TorchException.Type.INDEX_ERROR, "Target 255 is out of bounds."),
                        new Outcome.Raises(
                                TorchException.Type.RUNTIME_ERROR, "expected scalar type Long but found Byte"));
    }

    @Test
    void marksTheCellsConcerned() {
        Finding finding = SmallExperiments.findings(ce(2, 0, 255, 0)).getFirst();
        assertThat(finding.cells().grid()).isEqualTo(MarkedCells.Grid.ENCODED);
        assertThat(finding.cells().cells().stream()).containsExactly(1, 4, 7, 10, 13);
        assertThat(finding.arguments().getFirst()).isEqualTo(new Argument.Count(5));
    }
}
