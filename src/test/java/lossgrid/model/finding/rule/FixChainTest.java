package lossgrid.model.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.MixedExperiments;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Importing;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever follows the first fixes gets well: the number of errors never grows, no error or warning appears that was not
 * there, and the chain ends.
 */
class FixChainTest {
    private static final List<Palette> PALETTES = BuiltInPalette.all();

    private static final int LONGEST_CHAIN = 12;
    private static final int EACH = 40;

    static LongStream seeds() {
        return Draw.seeds();
    }

    static Stream<SmallExperiments.Case> rows() {
        return Stream.of(
                        LabelRulesTest.values(),
                        LabelRulesTest.types(),
                        LabelRulesTest.layouts(),
                        LabelRulesTest.outputs(),
                        RecipeRulesTest.recipes(),
                        RecipeRulesTest.options(),
                        RecipeRulesTest.notes())
                .flatMap(stream -> stream);
    }

    static Stream<Path> fields() throws Exception {
        Path folder = Path.of(FixChainTest.class.getResource("/fields").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().filter(file -> !file.toString().endsWith(".jpg")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowsGetWell(SmallExperiments.Case row) {
        follow(row.name(), row.experiment());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void masksGetWell(Path file) throws UnreadableFile {
        for (LoadedArray array : ArrayFiles.open(file)) {
            for (Experiment start : starts()) {
                Importing.labels(start, array.array(), array.source(), PALETTES, OptionalInt.empty())
                        .ifPresent(made -> follow(file.getFileName() + ", " + start.recipe(), made));
            }
        }
    }

    private static List<Experiment> starts() {
        Experiment ce = SmallExperiments.ce(3, 0, 1, 2);
        Experiment bce = SmallExperiments.bce(0, 1);
        return List.of(ce, bce, ce.withRecipe(new Recipe(SmallExperiments.SOFTMAX, LossKind.NLL_LOSS)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void drawnDocumentsGetWell(long seed) {
        for (int i = 0; i < EACH; i++) {
            Experiment drawn = MixedExperiments.draw(1000 * seed + i);
            // No fix of a document helps logits that are not numbers.
            if (areFinite(drawn.logits())) {
                follow("drawn " + seed + " + " + i, drawn);
            }
        }
    }

    private static boolean areFinite(Tensor logits) {
        return IntStream.range(0, logits.size()).allMatch(i -> Float.isFinite(logits.at(i)));
    }

    /** Follows the best fix, and looks at the first fix of every finding on the way. */
    private static void follow(String name, Experiment start) {
        Experiment present = start;
        List<String> way = new ArrayList<>();
        for (int step = 0; step <= LONGEST_CHAIN; step++) {
            Analysis analysis = Analyzer.analyze(present);
            List<Finding> findings = RuleSet.of(analysis, PALETTES);
            Optional<Fix> best = findings.stream()
                    .flatMap(finding -> finding.fixes().stream().limit(1))
                    .findFirst();
            for (Finding finding : findings) {
                if (!finding.fixes().isEmpty()) {
                    Fix fix =
                            FixCompletion.of(analysis, findings, finding.fixes().getFirst(), PALETTES);
                    List<Finding> after = RuleSet.of(Analyzer.analyze(fix.applyTo(present)), PALETTES);
                    assertThat(FixCompletion.severe(findings))
                            .as("%s: %s then %s of %s: %s", name, way, fix.kind(), finding.kind(), describe(present))
                            .containsAll(FixCompletion.severe(after));
                    assertThat(errors(after)).isLessThanOrEqualTo(errors(findings));
                }
            }
            if (best.isEmpty()) {
                return;
            }
            way.add(findings.getFirst().kind() + " " + best.get().kind());
            present = FixCompletion.of(analysis, findings, best.get(), PALETTES).applyTo(present);
        }
        assertThat(way).as("%s: the chain ends, %s", name, describe(start)).hasSizeLessThanOrEqualTo(LONGEST_CHAIN);
    }

    private static long errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    private static String describe(Experiment experiment) {
        List<String> steps =
                experiment.encoding().stream().map(step -> step.torchCode("y")).toList();
        return experiment.recipe() + " " + experiment.logits().shape() + " " + experiment.labels() + " " + steps + " "
                + experiment.options();
    }
}
