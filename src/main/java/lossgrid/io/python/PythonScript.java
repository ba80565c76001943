package lossgrid.io.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossgrid.core.array.LabelArray;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.text.PythonLiteral;

/**
 * The common part of the scripts for PyTorch and NumPy: the order of their sections, comments, and the comparison of
 * numbers.
 */
abstract class PythonScript {
    static final String STEP = "    ";

    private static final double TOLERANCE = 1e-6;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern NOT_FINITE = Pattern.compile("\\b(nan|inf)\\b");

    final Analysis analysis;
    final Experiment experiment;
    final LossOptions options;
    final PythonArrays arrays;
    private final List<String> lines = new ArrayList<>();

    PythonScript(Analysis analysis, PythonArrays.Library library) {
        this.analysis = analysis;
        this.experiment = analysis.experiment();
        this.options = experiment.options();
        this.arrays = new PythonArrays(library);
    }

    /** The comments at the top, without {@code #}. */
    abstract List<String> about();

    /** The imports that the body may need, each with the name by which the body uses it. */
    abstract List<Import> imports();

    /** Everything after the imports. */
    abstract void body();

    record Import(String statement, Pattern use) {
        static Import of(String statement, String use) {
            return new Import(statement, Pattern.compile("\\b" + use));
        }
    }

    final String write() {
        body();
        String body = String.join("\n", lines) + "\n";
        StringBuilder out = new StringBuilder();
        about().forEach(line -> out.append(("# " + oneLine(line)).strip()).append('\n'));
        out.append('\n');
        imports().stream().filter(each -> each.use().matcher(body).find()).forEach(each -> out.append(each.statement())
                .append('\n'));
        if (NOT_FINITE.matcher(body).find()) {
            out.append("\nnan, inf = float(\"nan\"), float(\"inf\")\n");
        }
        return out.append(body).toString();
    }

    final void line(String line) {
        lines.add(line);
    }

    final void section(String title) {
        lines.add("");
        lines.add("");
        lines.add("# --- " + title + " ---");
    }

    final void comment(String text) {
        lines.add("# " + oneLine(text));
    }

    /** A title or a message as one line for a comment. */
    static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    final String title() {
        return experiment.title().isBlank() ? "A Lossgrid experiment" : experiment.title();
    }

    /** Writes the logits, the raw labels and the options that are arrays. */
    final void data() {
        section("logits");
        comment("x: float32 [N, C, H, W] = " + experiment.logits().shape());
        line("x = " + arrays.of(experiment.logits()));
        section("labels");
        comment("y, as it came: " + facts(experiment.labels()));
        if (!experiment.classes().isEmpty()) {
            comment("classes: "
                    + IntStream.range(0, experiment.classes().size())
                            .mapToObj(c -> c + " " + experiment.classes().get(c))
                            .collect(Collectors.joining(", ")));
        }
        line("y = " + arrays.of(experiment.labels()));
        if (options.weight() != null || usesPosWeight()) {
            section("weights of the loss");
        }
        if (options.weight() != null) {
            line("weight = " + arrays.of(options.weight()));
        }
        if (options.posWeight() != null && usesPosWeight()) {
            line("pos_weight = " + arrays.of(options.posWeight()));
        }
    }

    /** Whether the recipe's loss reads {@code pos_weight}, and there is one. */
    final boolean usesPosWeight() {
        return options.posWeight() != null
                && switch (experiment.recipe().loss()) {
                    case BCE_WITH_LOGITS_LOSS -> true;
                    case BY_HAND -> experiment.isBinary();
                    case BCE_LOSS, NLL_LOSS, CROSS_ENTROPY_LOSS -> false;
                };
    }

    static String facts(LabelArray labels) {
        return labels.dtype().torchName() + " " + labels.shape();
    }

    final boolean isUnreduced() {
        return options.reduction() == Reduction.NONE;
    }

    /** The first exception on the way to the loss; empty when there is a loss. */
    final Optional<? extends Stage.Raises<?>> exception() {
        boolean usesOneHot = experiment.recipe().loss() == LossKind.BY_HAND && !experiment.isBinary();
        return Stream.of(
                        Optional.of(analysis.encoded()),
                        Optional.of(analysis.activated()),
                        Optional.of(analysis.oneHot()).filter(_ -> usesOneHot),
                        Optional.of(analysis.loss()))
                .flatMap(Optional::stream)
                .flatMap(stage -> stage.exception().stream())
                .findFirst();
    }

    final LossResult loss() {
        return analysis.loss().value().orElseThrow(() -> new IllegalStateException("neither a loss nor a refusal"));
    }

    /** Writes the call that compares the arrays {@code loss} and {@code SHOWN}. */
    final void assertArray(String library, String wideCast) {
        double rounding = RoundingError.ofUnreduced(analysis);
        boolean wide = rounding > TOLERANCE;
        line("SHOWN = " + arrays.of(loss().lossPerPixel()));
        if (wide) {
            tolerance(rounding);
        }
        line("print(\"loss:\", loss)");
        line("assert %s.allclose(loss%s, SHOWN%s, rtol=1e-6, atol=%s, equal_nan=True), \\"
                .formatted(library, wideCast, wideCast, wide ? "TOLERANCE" : "1e-6"));
        line(STEP + "\"not the loss that Lossgrid shows\"");
    }

    private void tolerance(double rounding) {
        line(String.format(
                Locale.ROOT,
                "TOLERANCE = %.1e  # what one unit in the last place of the loss's inputs makes of it",
                rounding));
    }

    /** Asserts that the number {@code value} is the loss shown. */
    final void assertNumber() {
        float shown = loss().value();
        double rounding = RoundingError.ofReduced(analysis);
        boolean wide = rounding > TOLERANCE * Math.max(1, Math.abs(shown));
        line("SHOWN = " + PythonLiteral.number(shown));
        if (wide) {
            tolerance(rounding);
        }
        line("print(\"loss: \", value)");
        line("print(\"shown:\", SHOWN)");
        String bound = wide ? "TOLERANCE" : "1e-6 * max(1, abs(SHOWN))";
        String close = Float.isNaN(shown)
                ? "value != value"
                : Float.isInfinite(shown) ? "value == SHOWN" : "abs(value - SHOWN) <= " + bound;
        line("assert " + close + ", \"not the loss that Lossgrid shows\"");
    }
}
