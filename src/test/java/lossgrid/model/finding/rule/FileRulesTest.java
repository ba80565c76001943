package lossgrid.model.finding.rule;

import static lossgrid.model.finding.FindingKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import lossgrid.core.loss.ActivationMath;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.Palettes;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The label rules on masks of files, where uint8 and {@code [H, W]} are normal. */
class FileRulesTest {
    private static final Shape SHAPE = Shape.of(6, 8);

    private static LabelArray bytes(long... values) {
        return LabelArray.ofLongs(DType.UINT8, SHAPE, i -> values[i % values.length]);
    }

    private static List<Finding> check(LabelArray mask, int classes, long ignoreIndex) {
        return RuleSet.ofMask(MaskFacts.of(mask, null), MaskContext.ofFile(classes, ignoreIndex, Palettes.known()));
    }

    static Stream<Arguments> masks() {
        return Stream.of(
                Arguments.of("classes", bytes(0, 1, 2), 3, -100, List.of()),
                Arguments.of("few of many classes", bytes(0, 2, 17), 21, -100, List.of()),
                Arguments.of("background alone", bytes(0), 2, -100, List.of()),
                Arguments.of("whole floats", bytes(0, 1, 2).to(DType.FLOAT32), 3, -100, List.of()),
                Arguments.of("void that is ignored", bytes(0, 1, 255), 2, 255, List.of()),
                Arguments.of("void alone", bytes(255), 2, 255, List.of(ALL_IGNORED)),
                Arguments.of("0 and 255", bytes(0, 255), 2, -100, List.of(BINARY_MASK)),
                Arguments.of("0 and 255 of many classes", bytes(0, 255), 21, -100, List.of(VOID_NOT_IGNORED)),
                Arguments.of("void", bytes(0, 1, 255), 19, -100, List.of(VOID_NOT_IGNORED)),
                Arguments.of("1 to C", bytes(1, 2, 3), 3, -100, List.of(ONE_BASED)),
                Arguments.of("254 and 255", bytes(0, 254, 255), 19, 255, List.of(SHIFTED_TWICE)),
                Arguments.of("spread", bytes(0, 60, 120, 180), 4, -100, List.of(GAPS)),
                Arguments.of("too great", bytes(0, 1, 33, 34), 3, -100, List.of(INDEX_OUT_OF_RANGE)),
                Arguments.of("VOC as grey", bytes(0, 38, 75, 113), 21, -100, List.of(PALETTE_AS_GREY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("masks")
    void findsThisAndNothingElse(String name, LabelArray mask, int classes, long ignore, List<FindingKind> wanted) {
        assertThat(check(mask, classes, ignore)).extracting(Finding::kind).isEqualTo(wanted);
    }

    /** PyTorch's result for a network's output used as labels depends on its shape. */
    @Test
    void knowsTheOutputOfANetwork() {
        LabelArray output = new Draw(5).normal(Shape.of(1, 3, 6, 8), 3).toLabels();
        Map<Shape, Outcome> wanted = Map.of(
                output.shape(), new Outcome.SilentlyWrong(),
                Shape.of(3, 6, 8), raises("expected scalar type Long but found Float"),
                Shape.of(18, 8), raises("expected scalar type Long but found Float"),
                Shape.of(1, 1, 18, 8),
                        raises("only batches of spatial targets supported (3D tensors) but got targets of"
                                + " dimension: 4"));
        wanted.forEach((shape, outcome) -> {
            List<Finding> found = check(output.reshape(shape), 3, -100);
            assertThat(found).extracting(Finding::kind).containsExactly(LOGITS_FOR_LABELS);
            assertThat(found.getFirst().outcome()).isEqualTo(outcome);
        });
        assertThat(check(ActivationMath.softmax(output.toTensor(), 1).toLabels(), 3, -100))
                .isEmpty();
        assertThat(check(bytes(0, 255).to(DType.FLOAT32), 2, -100))
                .extracting(Finding::kind)
                .containsExactly(BINARY_MASK);
    }

    private static Outcome raises(String message) {
        return new Outcome.Raises(TorchException.Type.RUNTIME_ERROR, message);
    }

    @Test
    void saysWhatCrossEntropyWouldSay() {
        assertThat(check(bytes(0, 1, 2, 3), 3, -100).getFirst().outcome())
                .isEqualTo(new Outcome.Raises(TorchException.Type.INDEX_ERROR, "Target 3 is out of bounds."));
    }

    @Test
    void knowsColorsOfPalettes() {
        Palette voc = Palettes.voc();
        LabelArray rgb = LabelArray.ofLongs(DType.UINT8, Shape.of(6, 8, 3), i -> {
            Palette.Entry entry = voc.entries().get(i / 3 % 2 * 15);
            return i % 3 == 0 ? entry.red() : i % 3 == 1 ? entry.green() : entry.blue();
        });
        assertThat(check(rgb, 21, 255)).extracting(Finding::kind).containsExactly(PALETTE_AS_RGB);
        assertThat(check(rgb, 21, 255).getFirst().outcome())
                .isEqualTo(new Outcome.Raises(
                        TorchException.Type.RUNTIME_ERROR,
                        "only batches of spatial targets supported (3D tensors) but got targets of dimension: 4"));
        LabelArray mixed = rgb.with(0, new Scalar.Whole(9));
        assertThat(check(mixed, 21, 255)).extracting(Finding::kind).containsExactly(COLOR_MASK);
    }

    /** A run of 150 indices always contains grey values of some palette. */
    @Test
    void takesNoPaletteIndicesForGrey() {
        LabelArray mask = bytes(0, 38, 75, 113);
        LabelSource source = new LabelSource(
                "a.png", LabelSource.Format.PNG, LabelSource.Layout.PALETTE, "uint8", 8, List.of(0, 0xffffff));
        MaskContext context = MaskContext.ofFile(21, 255, Palettes.known());
        assertThat(RuleSet.ofMask(MaskFacts.of(mask, source), context))
                .extracting(Finding::kind)
                .doesNotContain(PALETTE_AS_GREY);
    }

    @Test
    void looksAtNoPixelWhereTheHistogramTellsEnough() {
        long[] counts = new long[256];
        counts[0] = 100;
        counts[1] = 28;
        MaskFacts facts = MaskFacts.of(DType.UINT8, Shape.of(1, 128), Histogram.ofByteCounts(counts), null, () -> {
            throw new AssertionError("the pixels were asked for");
        });
        assertThat(RuleSet.ofMask(facts, MaskContext.ofFile(2, -100, Palettes.known())))
                .isEmpty();
        counts[255] = 9;
        MaskFacts withVoid = MaskFacts.of(DType.UINT8, Shape.of(1, 137), Histogram.ofByteCounts(counts), null, () -> {
            throw new AssertionError("the pixels were asked for");
        });
        assertThat(RuleSet.ofMask(withVoid, MaskContext.ofFile(3, -100, Palettes.known())))
                .extracting(Finding::kind)
                .containsExactly(VOID_NOT_IGNORED);
    }
}
