package lossgrid.model.finding.rule;

import static lossgrid.fixtures.SmallExperiments.bce;
import static lossgrid.fixtures.SmallExperiments.ce;
import static lossgrid.fixtures.SmallExperiments.doc;
import static lossgrid.fixtures.SmallExperiments.ignoring;
import static lossgrid.fixtures.SmallExperiments.labels;
import static lossgrid.fixtures.SmallExperiments.logits;
import static lossgrid.fixtures.SmallExperiments.row;
import static lossgrid.fixtures.SmallExperiments.with;
import static lossgrid.model.finding.FindingKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.loss.ActivationMath;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.Palettes;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.fixtures.SmallExperiments.Case;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.ArgMax;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Shift;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;
import lossgrid.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings of rules about labels, which disappear with their fix. Each row lists all findings above notes. */
public class LabelRulesTest {
    private static final EncodingStep LONG = new Cast(DType.INT64);
    private static final EncodingStep FLOAT = new Cast(DType.FLOAT32);
    private static final Shape PIXELS = Shape.of(1, 3, 5);

    public static Stream<Case> values() {
        return Stream.of(
                row("classes alone", ce(3, 0, 1, 2)),
                row("one class alone", ce(3, 1)),
                row("0 and 255 for two classes", ce(2, 0, 255, 255), BINARY_MASK),
                row("255 alone", ce(2, 255), BINARY_MASK),
                row("0 and 128", ce(2, 0, 128), BINARY_MASK),
                row("0 and 255, where 255 is ignored", ignoring(ce(2, 0, 255), 255)),
                row("thresholded", with(ce(2, 0, 255), new Threshold(127), LONG)),
                row("threshold switched off", with(ce(2, 0, 255), new Skipped(new Threshold(127))), BINARY_MASK),
                row("0 and 255 into BCE", bce(0, 255), BINARY_MASK),
                row("0 and 1 into BCE", bce(0, 1)),
                row("255 beside three classes", ce(3, 0, 1, 2, 255), VOID_NOT_IGNORED),
                row("255 beside 0 and 1", ce(2, 0, 1, 255), VOID_NOT_IGNORED),
                row("−1", ce(3, 0, 1, -1), VOID_NOT_IGNORED),
                row("−100 of another ignore_index", ignoring(ce(3, 0, 1, -100), 255), VOID_NOT_IGNORED),
                row("a lone outlier", ce(4, 0, 1, 2, 99), VOID_NOT_IGNORED),
                row("the outlier ignored", ignoring(ce(4, 0, 1, 2, 99), 99)),
                row("1 to C", ce(3, 1, 2, 3), ONE_BASED),
                row("1 to C with ignored ones", ignoring(ce(3, 1, 2, 3, 255), 255), ONE_BASED),
                row("1 to C − 1", ce(4, 1, 2, 3)),
                row("0 to C", ce(3, 0, 1, 2, 3), INDEX_OUT_OF_RANGE),
                row("several too great", ce(3, 0, 1, 7, 9), INDEX_OUT_OF_RANGE),
                row("evenly spread", ce(4, 0, 50, 100, 150), GAPS),
                row("as many as classes", ce(4, 0, 1, 7, 9), GAPS),
                row("void shifted", with(ce(2, 0, 1, 2), new Shift(-1)), VOID_SHIFTED),
                row("void shifted and ignored", ignoring(with(ce(2, 0, 1, 2), new Shift(-1)), -1)),
                row("shifted twice", with(ce(3, 0, 1, 2, 3), new Shift(-1), new Shift(-1)), SHIFTED_TWICE),
                row("254 and 255, ignored", ignoring(ce(4, 254, 255, 0, 1), 255), SHIFTED_TWICE),
                row("void taken out twice", ignoring(with(ce(3, 0, 1, 255), reduced()), 255), VOIDED_TWICE),
                row("void taken out once", ignoring(with(ce(3, 0, 1, 2), reduced()), 255)),
                row("254 classes", ce(256, 254, 255, 0, 1)),
                row("targets above 1", bce(0, 1, 2), TARGET_OUTSIDE_UNIT),
                row("void in a binary target", bce(0, 1, -1), TARGET_OUTSIDE_UNIT));
    }

    public static Stream<Case> types() {
        LabelArray bytes = labels(DType.UINT8, PIXELS, 0, 1, 2);
        LabelArray floats = LabelArray.ofDoubles(DType.FLOAT32, PIXELS, i -> i % 3 / 255.0);
        LabelArray square = labels(DType.UINT8, Shape.of(1, 8, 8), 0);
        LabelArray soft = LabelArray.ofDoubles(DType.FLOAT32, square.shape(), i -> edge(i % 8));
        LabelArray softBytes = LabelArray.ofDoubles(DType.INT64, square.shape(), i -> 255 * edge(i % 8));
        Experiment big = doc(SmallExperiments.NONE, LossKind.CROSS_ENTROPY_LOSS, logits(1, 2, 8, 8), square);
        return Stream.of(
                row("uint8 into cross-entropy", ce(3, 0).withLabels(bytes), NOT_LONG),
                row("uint8 cast", with(ce(3, 0).withLabels(bytes), LONG)),
                row("uint8 into one_hot", with(ce(3, 0).withLabels(bytes), new OneHot(3), permute(), FLOAT), NOT_LONG),
                row("int64 into BCE", bce(0, 1).withLabels(labels(DType.INT64, Shape.of(1, 1, 3, 5), 0, 1)), NOT_FLOAT),
                row("bool into BCE", bce(0, 1).withLabels(labels(DType.BOOL, Shape.of(1, 1, 3, 5), 0, 1)), NOT_FLOAT),
                row(
                        "float64 into BCEWithLogits",
                        bce(0, 1).withLabels(labels(DType.FLOAT64, Shape.of(1, 1, 3, 5), 0, 1))),
                row("k/255", ce(3, 0).withLabels(floats), SCALED_TO_ZERO, NOT_LONG),
                row("k/255 cut off", with(ce(3, 0).withLabels(floats), LONG), SCALED_TO_ZERO),
                row(
                        "divided and cut off",
                        with(ce(3, 0).withLabels(bytes), new Divide(255, false), LONG),
                        SCALED_TO_ZERO),
                row(
                        "divided to a floor",
                        with(ce(3, 0).withLabels(bytes), LONG, new Divide(255, true)),
                        SCALED_TO_ZERO),
                row("all background", with(ce(3, 0), new Divide(255, true))),
                row("soft 0/255 edges", big.withLabels(softBytes), BINARY_MASK, INTERPOLATED_EDGES),
                row("soft edges thresholded", with(big.withLabels(softBytes), new Threshold(127), LONG)),
                row("fractions at edges", big.withLabels(soft), INTERPOLATED_EDGES, NOT_LONG),
                row("fractions at edges cut off", with(big.withLabels(soft), LONG), INTERPOLATED_EDGES));
    }

    /** 0 to 255, and every class one down. */
    private static EncodingStep reduced() {
        return new Remap(List.of(new Remap.Entry(0, 255), new Remap.Entry(1, 0), new Remap.Entry(2, 1)), null);
    }

    /** 0, then a soft edge, then 1. */
    private static double edge(int column) {
        return column < 3 ? 0 : column == 3 ? 0.25 : column == 4 ? 0.75 : 1;
    }

    private static EncodingStep permute() {
        return new Permute(List.of(0, 3, 1, 2));
    }

    private static LabelArray colors(Palette palette, long... classes) {
        return LabelArray.ofLongs(DType.UINT8, Shape.of(1, 3, 5, 3), i -> {
            Palette.Entry entry = palette.entries().get((int) classes[i / 3 % classes.length]);
            return i % 3 == 0 ? entry.red() : i % 3 == 1 ? entry.green() : entry.blue();
        });
    }

    public static Stream<Case> layouts() {
        LabelArray oneHot = LabelArray.ofLongs(DType.INT64, Shape.of(1, 3, 3, 5), i -> i / 15 == i % 3 ? 1 : 0);
        LabelArray last = LabelArray.ofLongs(DType.INT64, Shape.of(1, 3, 5, 3), i -> i % 3 == i / 3 % 3 ? 1 : 0);
        Palette own = new Palette("own", List.of(new Palette.Entry(1, 2, 3, "", 0), new Palette.Entry(9, 8, 7, "", 1)));
        return Stream.of(
                row("VOC colours", ce(21, 0).withLabels(colors(Palettes.voc(), 0, 1, 15)), PALETTE_AS_RGB),
                row("other colours", ce(2, 0).withLabels(colors(own, 0, 1)), COLOR_MASK),
                row(
                        "grey as RGB",
                        ce(3, 0).withLabels(labels(DType.UINT8, Shape.of(1, 3, 5, 3), 0, 0, 0, 2, 2, 2)),
                        COLOR_MASK),
                row(
                        "VOC as grey, one class for each value",
                        ce(21, 0).withLabels(labels(DType.INT64, PIXELS, 0, 75, 147)),
                        PALETTE_AS_GREY),
                row(
                        "VOC as grey",
                        ce(21, 0).withLabels(labels(DType.INT64, PIXELS, 0, 38, 75, 113, 147)),
                        PALETTE_AS_GREY),
                row(
                        "channel kept",
                        ce(3, 0).withLabels(labels(DType.INT64, Shape.of(1, 1, 3, 5), 0, 1, 2)),
                        CHANNEL_KEPT),
                row(
                        "channel squeezed",
                        with(ce(3, 0).withLabels(labels(DType.INT64, Shape.of(1, 1, 3, 5), 0, 1, 2)), new Squeeze(1))),
                row("no batch", ce(3, 0).withLabels(labels(DType.INT64, Shape.of(3, 5), 0, 1, 2)), BATCH_MISSING),
                row("no batch in BCE", bce(0).withLabels(labels(DType.FLOAT32, Shape.of(3, 5), 0, 1)), BATCH_MISSING),
                row("no channel in BCE", bce(0).withLabels(labels(DType.FLOAT32, PIXELS, 0, 1)), CHANNEL_MISSING),
                row("no channel by hand, two images", byHand(2, Shape.of(2, 3, 5)), CHANNEL_MISSING),
                row("no channel by hand, one image", byHand(1, PIXELS)),
                row(
                        "rows and columns swapped",
                        ce(3, 0).withLabels(labels(DType.INT64, Shape.of(1, 5, 3), 0, 1, 2)),
                        SIZE_MISMATCH),
                row(
                        "twice the size",
                        ce(3, 0).withLabels(labels(DType.INT64, Shape.of(1, 6, 10), 0, 1, 2)),
                        SIZE_MISMATCH),
                row("one-hot into NLL", nll(oneHot), ONE_HOT_FOR_INDICES),
                row("whole one-hot into cross-entropy", ce(3, 0).withLabels(oneHot), ONE_HOT_FOR_INDICES),
                row("float one-hot into cross-entropy", with(ce(3, 0).withLabels(oneHot), FLOAT)),
                row("one-hot, classes last", ce(3, 0).withLabels(last), ONE_HOT_CHANNELS_LAST),
                row("one_hot without permute", with(ce(3, 0, 1, 2), new OneHot(3), FLOAT), ONE_HOT_CHANNELS_LAST),
                row("one_hot with permute", with(ce(3, 0, 1, 2), new OneHot(3), permute(), FLOAT)),
                row(
                        "indices into BCE",
                        bce(0).withLogits(logits(1, 3, 3, 5)).withLabels(labels(DType.INT64, PIXELS, 0, 1, 2)),
                        INDICES_FOR_ONE_HOT));
    }

    /** A network's output used as labels, and labels that merely look like it. */
    public static Stream<Case> outputs() {
        Experiment shares = ce(3, 0);
        Shape logits = shares.logits().shape();
        LabelArray soft = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1, 1, 3, 5), i -> i / 14.0);
        LabelArray normalized = LabelArray.ofDoubles(DType.FLOAT32, soft.shape(), i -> i % 2 == 0 ? -0.5 : 2.25);
        LabelArray distribution = ActivationMath.softmax(logits(1, 3, 3, 5), 1).toLabels();
        return Stream.of(
                row("logits for shares", shares.withLabels(real(logits)), LOGITS_FOR_LABELS),
                row("of other channels", shares.withLabels(real(Shape.of(1, 4, 3, 5))), LOGITS_FOR_LABELS),
                row("without a batch", shares.withLabels(real(Shape.of(4, 3, 5))), LOGITS_FOR_LABELS),
                row("for indices", shares.withLabels(real(PIXELS)), LOGITS_FOR_LABELS),
                row("a plane alone", shares.withLabels(real(Shape.of(3, 5))), LOGITS_FOR_LABELS),
                row("of one channel", shares.withLabels(real(soft.shape())), LOGITS_FOR_LABELS),
                row("float64", shares.withLabels(real(logits).to(DType.FLOAT64)), LOGITS_FOR_LABELS),
                row("of another size", shares.withLabels(real(Shape.of(1, 3, 6, 10))), LOGITS_FOR_LABELS),
                row("classes last", shares.withLabels(real(Shape.of(1, 6, 10, 3))), LOGITS_FOR_LABELS),
                row("in a line", shares.withLabels(real(Shape.of(45))), LOGITS_FOR_LABELS),
                row(
                        "log-probabilities",
                        nll(ActivationMath.logSoftmax(logits(1, 3, 3, 5), 1).toLabels()),
                        LOGITS_FOR_LABELS),
                row("for a binary target", bce(0).withLabels(real(soft.shape())), LOGITS_FOR_LABELS),
                row("squeezed", bce(0).withLabels(real(PIXELS)), LOGITS_FOR_LABELS),
                row(
                        "several images squeezed",
                        byHand(2, Shape.of(2, 3, 5)).withLabels(real(Shape.of(2, 3, 5))),
                        LOGITS_FOR_LABELS),
                row("their argmax", with(shares.withLabels(real(logits)), new ArgMax(1))),
                row("probabilities", shares.withLabels(distribution)),
                row("soft targets", bce(0).withLabels(soft)),
                row(
                        "soft targets up to 255",
                        with(bce(0).withLabels(soft), new Divide(1 / 255.0, false)),
                        TARGET_OUTSIDE_UNIT),
                row("0 and 255 in floats", bce(0).withLabels(labels(DType.FLOAT32, soft.shape(), 0, 255)), BINARY_MASK),
                row("0 and 1 in floats", bce(0).withLabels(labels(DType.FLOAT32, soft.shape(), 0, 1))),
                row("classes in floats", shares.withLabels(labels(DType.FLOAT32, PIXELS, 0, 1, 2)), NOT_LONG),
                row("a normalized mask", bce(0).withLabels(normalized), TARGET_OUTSIDE_UNIT),
                row("few numbers", few(0.5, -1.25, 0.25, 3.5, -0.5, 1.75), TARGET_OUTSIDE_UNIT));
    }

    private static LabelArray real(Shape shape) {
        return new Draw(5).normal(shape, 3).toLabels();
    }

    /** Labels with too few values for a conclusion. */
    private static Experiment few(double... values) {
        LabelArray labels = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1, 1, 1, values.length), values);
        return bce(0).withLogits(logits(1, 1, 1, values.length)).withLabels(labels);
    }

    private static Experiment byHand(int images, Shape shape) {
        return doc(
                SmallExperiments.SIGMOID,
                LossKind.BY_HAND,
                logits(images, 1, 3, 5),
                labels(DType.FLOAT32, shape, 0, 1));
    }

    private static Experiment nll(LabelArray labels) {
        return doc(SmallExperiments.LOG_SOFTMAX, LossKind.NLL_LOSS, logits(1, 3, 3, 5), labels, FLOAT);
    }

    @ParameterizedTest
    @MethodSource({"values", "types", "layouts", "outputs"})
    void findsThisAndNothingElse(Case row) {
        assertThat(SmallExperiments.kinds(row.experiment(), false)).isEqualTo(row.wanted());
    }

    @ParameterizedTest
    @MethodSource({"values", "types", "layouts", "outputs"})
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
    void logitsAreTakenWithWhatTheyPredict() {
        LabelArray output = real(Shape.of(2, 3, 5));
        Experiment squeezed = byHand(2, PIXELS).withLabels(output);
        Experiment corrected = SmallExperiments.findings(squeezed)
                .getFirst()
                .fixes()
                .getFirst()
                .applyTo(squeezed);
        assertThat(corrected.logits()).isEqualTo(output.toTensor().reshape(Shape.of(2, 1, 3, 5)));
        assertThat(corrected.labels().doubleAt(7)).isEqualTo(output.doubleAt(7) > 0 ? 1 : 0);
        Experiment shares = ce(3, 0).withLabels(real(Shape.of(1, 6, 10, 3)));
        assertThat(SmallExperiments.findings(shares).getFirst().fixes())
                .as("axes in another order")
                .isEmpty();
    }

    /**
     * The first fix of the worst finding also adds the steps that the loss still needs, so that its number can be
     * shown.
     */
    @ParameterizedTest
    @MethodSource({"values", "types", "layouts", "outputs"})
    void theFirstFixGivesALoss(Case row) {
        SmallExperiments.findings(row.experiment()).stream()
                .filter(finding -> !finding.fixes().isEmpty() && finding.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(finding -> assertThat(
                                FixPreview.of(row.experiment(), finding.fixes().getFirst())
                                        .after())
                        .as("%s after %s", finding.kind(), finding.fixes().getFirst())
                        .isInstanceOf(FixPreview.Result.Loss.class));
    }
}
