package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.rule.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Findings with what only io has: the lessons, and the known palettes. */
class LessonFindingsTest {
    @ParameterizedTest
    @EnumSource
    void aLessonGivesAtMostNotes(Lesson lesson) {
        assertThat(RuleSet.of(Analyzer.analyze(lesson.open()), palettes()))
                .allMatch(finding -> finding.severity() == Severity.NOTE);
    }

    static List<Palette> palettes() {
        return Arrays.stream(BuiltInPalette.values())
                .map(BuiltInPalette::palette)
                .toList();
    }

    /** With the real palettes too, a VOC mask that was opened as grey is told from one of the others. */
    @Test
    void knowsVocMasksOpenedAsGrey() {
        LabelArray grey = LabelArray.ofLongs(DType.UINT8, Shape.of(6, 8), i -> new long[] {0, 38, 75, 113}[i % 4]);
        Finding finding = RuleSet.ofMask(MaskFacts.of(grey, null), MaskContext.ofFile(21, 255, palettes()))
                .getFirst();
        assertThat(finding.kind()).isEqualTo(FindingKind.PALETTE_AS_GREY);
        assertThat(finding.arguments().getFirst()).isEqualTo(new Argument.Code("Pascal VOC"));
    }
}
