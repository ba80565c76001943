package lossgrid.model.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.EncodingScript;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.edit.Importing;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.FixSummary;
import lossgrid.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mask in the colours of a data set gets all of its classes, and void is ignored. */
class DataSetFixTest {
    private static final LabelSource RGB =
            new LabelSource("mask.png", LabelSource.Format.PNG, LabelSource.Layout.RGB, "uint8", 8, List.of());

    private static final Experiment START = SmallExperiments.ce(2, 0, 1);

    private static LabelArray mask(Palette palette, long... indices) {
        int width = indices.length;
        return LabelArray.ofLongs(DType.UINT8, Shape.of(6, width, 3), i -> {
            Palette.Entry entry = palette.ofIndex(indices[i / 3 % width]).orElseThrow();
            return switch (i % 3) {
                case 0 -> entry.red();
                case 1 -> entry.green();
                default -> entry.blue();
            };
        });
    }

    private static Experiment imported(LabelArray mask) {
        return Importing.labels(START, mask, RGB, BuiltInPalette.all(), OptionalInt.empty())
                .orElseThrow();
    }

    private static Experiment corrected(Experiment experiment) {
        Analysis analysis = Analyzer.analyze(experiment);
        List<Finding> findings = RuleSet.of(analysis, BuiltInPalette.all());
        assertThat(findings.getFirst().kind()).isEqualTo(FindingKind.PALETTE_AS_RGB);
        Fix fix = findings.getFirst().fixes().getFirst();
        assertThat(fix.kind()).isEqualTo(FixKind.COLORS_TO_INDICES);
        return FixCompletion.of(analysis, findings, fix, BuiltInPalette.all()).applyTo(experiment);
    }

    private static void assertRight(Experiment out, Palette palette) {
        Analysis analysis = Analyzer.analyze(out);
        assertThat(out.channels()).isEqualTo(palette.classCount());
        assertThat(out.classes()).isEqualTo(palette.classNames());
        ColorsToIndices step = (ColorsToIndices) out.encoding().getFirst();
        assertThat(step.unknown())
                .as("unknown colours are ignored")
                .isEqualTo(out.options().ignoreIndex());
        palette.voidIndex()
                .ifPresent(value -> assertThat(out.options().ignoreIndex()).isEqualTo(value));
        assertThat(analysis.loss().value()).isPresent();
        assertThat(RuleSet.of(analysis, BuiltInPalette.all())).allMatch(finding -> finding.severity() == Severity.NOTE);
    }

    /** Dining table is class 11 of 21, not void. */
    @Test
    void vocHasTwentyOneClassesWhateverOccurs() {
        Palette voc = BuiltInPalette.VOC.palette();
        Experiment made = imported(mask(voc, 0, 1, 2, 11));
        assertThat(made.channels()).as("C from the data set").isEqualTo(21);
        Experiment out = corrected(made);
        assertRight(out, voc);
        assertThat(out.options().ignoreIndex()).isEqualTo(255);
        assertThat(Analyzer.analyze(out).ignored().count()).isZero();
        Fix fix = RuleSet.of(Analyzer.analyze(made), BuiltInPalette.all())
                .getFirst()
                .fixes()
                .getFirst();
        assertThat(FixSummary.of(fix, made, out))
                .anyMatch(change -> change.startsWith("colors_to_indices(y, PASCAL_VOC)"))
                .contains("ignore_index=255", "C = 21 (background, aeroplane, bicycle … tvmonitor)");
    }

    @Test
    void outlinesAreVoidInTheDocumentAndInTheCopiedCode() {
        Experiment out = corrected(imported(mask(BuiltInPalette.VOC.palette(), 0, 255, 15, 255)));
        assertRight(out, BuiltInPalette.VOC.palette());
        assertThat(Analyzer.analyze(out).ignored().count()).isEqualTo(12);
        assertThat(EncodingScript.of(Analyzer.analyze(out)))
                .contains("(224, 224, 192): 255,  # void")
                .contains("y = colors_to_indices(y, PASCAL_VOC)")
                .contains("loss = F.cross_entropy(x, y, ignore_index=255)  # x: [1, 21, 6, 4] float32");
    }

    /** A network's own four channels are not enough for class 11. */
    @Test
    void logitsOfTheirOwnGetTheClassesToo() {
        Palette voc = BuiltInPalette.VOC.palette();
        Experiment own = SmallExperiments.ce(4, 0)
                .withLogits(SmallExperiments.logits(1, 4, 6, 4))
                .withOptions(START.options()
                        .withWeight(SmallExperiments.logits(1, 1, 1, 4).reshape(Shape.of(4))));
        assertRight(corrected(own.withLabels(mask(voc, 0, 1, 2, 11)).withSource(RGB)), voc);
    }

    @Test
    void aBinaryLossGivesWayToOneOverClasses() {
        Palette voc = BuiltInPalette.VOC.palette();
        Experiment binary = SmallExperiments.bce(0).withLogits(SmallExperiments.logits(1, 1, 6, 4));
        assertRight(corrected(binary.withLabels(mask(voc, 0, 1, 2, 11)).withSource(RGB)), voc);
    }

    @ParameterizedTest
    @EnumSource
    void everyDataSetGivesItsClasses(BuiltInPalette known) {
        Palette palette = known.palette();
        long[] some = IntStream.of(1, 7, 11, 13, 3).mapToLong(i -> i).toArray();
        Experiment made = imported(mask(palette, some));
        // A colour that two classes share stands for the first, and Cityscapes' ids have those of its train ids.
        Palette found = made.channels() == palette.classCount() ? palette : BuiltInPalette.CITYSCAPES.palette();
        assertThat(made.channels()).isEqualTo(found.classCount());
        assertRight(corrected(made), found);
    }

    /** The files of ADE20K in colour are black where none of its classes is. */
    @Test
    void blackIsVoidWhereADataSetHasNoBlack() {
        Palette ade = BuiltInPalette.ADE20K.palette();
        LabelArray mask = mask(ade, 0, 2, 4, 12);
        LabelArray framed = LabelArray.ofLongs(DType.UINT8, mask.shape(), i -> i < 12 ? 0 : mask.longAt(i));
        Experiment out = corrected(imported(framed));
        assertRight(out, ade);
        assertThat(Analyzer.analyze(out).ignored().count()).isEqualTo(4);
    }

    /** An indexed file that has the colours of the data set belongs to it. */
    @Test
    void paletteFilesOfTheDataSetHaveItsClassesToo() {
        Palette voc = BuiltInPalette.VOC.palette();
        List<Integer> colors = IntStream.range(0, 21)
                .mapToObj(c -> voc.ofIndex(c).orElseThrow().rgb())
                .toList();
        LabelSource indexed =
                new LabelSource("v.png", LabelSource.Format.PNG, LabelSource.Layout.PALETTE, "uint8", 8, colors);
        LabelArray mask = LabelArray.ofLongs(DType.UINT8, Shape.of(4, 5), i -> i % 3 * 5);
        Experiment made = Importing.labels(START, mask, indexed, BuiltInPalette.all(), OptionalInt.empty())
                .orElseThrow();
        assertThat(made.channels()).isEqualTo(21);
        assertThat(made.classes()).hasSize(21).startsWith("background");
    }
}
