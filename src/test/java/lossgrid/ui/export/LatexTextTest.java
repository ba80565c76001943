package lossgrid.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.fixtures.OneAtATime;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.Unsqueeze;
import lossgrid.ui.control.Messages;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;

@OneAtATime
class LatexTextTest {
    @Test
    void whatMeansSomethingToLatexIsPrintedInstead() {
        assertThat(LatexText.of("50 % of a_b & {c}\\d\n−∞"))
                .isEqualTo("50 \\% of a\\_b \\& \\{c\\}\\textbackslash{}d $-$$\\infty$");
    }

    @Test
    void everyStageHasItsPlanesAndTheLossItsFraction() {
        String english = latex(Lesson.TWO_CHANNEL.open(), Language.ENGLISH);
        assertThat(english).contains("n=0 c=1", "0.5917", "\\frac{7.8587}{8.0000} = 0.9823");
        assertThat(english.split("\\\\begin\\{tabular\\}\\{rr\\}", -1)).hasSize(1 + 4 + 4 + 2 + 4 + 2 + 4);
        assertThat(english).doesNotContain("ctex");
        assertThat(latex(Lesson.TWO_CHANNEL.open(), Language.CHINESE)).contains("\\usepackage{ctex}", "平均损失");
    }

    @Test
    void aRefusalIsToldInItsOwnWords() {
        Experiment lesson = Lesson.TWO_CHANNEL.open();
        Experiment thrown = lesson.withEncoding(List.of(new Unsqueeze(9)));
        assertThat(latex(thrown, Language.ENGLISH)).contains("IndexError: Dimension out of range");
    }

    private static String latex(Experiment experiment, Language language) {
        return BoardLatex.of(Analyzer.analyze(experiment), new Messages(language));
    }
}
