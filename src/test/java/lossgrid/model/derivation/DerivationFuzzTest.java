package lossgrid.model.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.Shape;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.OneAtATime;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.AnalyzerFuzzTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXFormula;

/** Every pixel of any document has a derivation that can be typeset and read aloud. */
@OneAtATime
class DerivationFuzzTest {
    private static final int DOCUMENTS = 150;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void anyPixelIsDerived(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            Analysis analysis = Analyzer.analyze(AnalyzerFuzzTest.experiment(draw));
            Shape logits = analysis.experiment().logits().shape();
            Derivation derivation = Derivation.of(
                    analysis,
                    draw.between(0, logits.dim(0) - 1),
                    draw.between(0, logits.dim(1) - 1),
                    draw.between(0, logits.dim(2) - 1),
                    draw.between(0, logits.dim(3) - 1));
            assertThat(derivation.lines()).isNotEmpty();
            assertThat(derivation.lines().stream().anyMatch(line -> line.step() == Derivation.Step.GRADIENT))
                    .isEqualTo(analysis.gradient().value().isPresent());
            if (analysis.hasRaised()) {
                assertThat(derivation.lines()).anyMatch(Derivation.Line.Raises.class::isInstance);
            }
            derivation.lines().forEach(DerivationFuzzTest::checkLine);
        }
    }

    private static void checkLine(Derivation.Line line) {
        if (line instanceof Derivation.Line.Formula formula) {
            formula.pieces()
                    .forEach(piece -> assertThat(new TeXFormula(piece.latex())).isNotNull());
            assertThat(formula.plain()).contains("=").doesNotContain("\\", "{", "}");
        }
    }
}
