package lossgrid.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lossgrid.core.array.DecimalText;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.paint.color.NumberDisplay;

/**
 * The texts of findings and fixes, from {@code assets/i18n/findings_*.properties}. Works without a toolkit, so that the
 * command line can use it.
 */
public final class FindingText {
    private static final MathContext FIGURE = new MathContext(4);
    private static final int PERCENT = 100;

    private final TextFile texts;

    private FindingText(TextFile texts) {
        this.texts = texts;
    }

    /** The texts of a language, which are read once. */
    public static FindingText in(Language language) {
        return new FindingText(TextFile.of("findings_", language));
    }

    /** The problem in one sentence. */
    public String title(Finding finding) {
        return format(key(finding.kind(), "title"), finding.arguments());
    }

    /** The evidence: how many, which values, which shapes. */
    public String seen(Finding finding) {
        return format(key(finding.kind(), "seen"), finding.arguments());
    }

    /** The reason why it is a mistake, and its usual cause. */
    public String why(Finding finding) {
        return format(key(finding.kind(), "why"), finding.arguments());
    }

    /** A short name of a kind of finding, without numbers, for a summary of many files. */
    public String name(FindingKind kind) {
        return format(key(kind, "name"), List.of());
    }

    /** The label of a fix, short enough for a button. */
    public String fix(Fix fix) {
        return format("fix." + fix.kind().key(), fix.arguments());
    }

    public String severity(Severity severity) {
        return format("severity." + severity.name().toLowerCase(Locale.ROOT), List.of());
    }

    /** PyTorch's message with its Python type, or what happens without one. */
    public String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Raises(var type, var message) -> type.pythonName() + ": " + message;
            case Outcome.SilentlyWrong() -> format("outcome.silently-wrong", List.of());
            case Outcome.Harmless() -> format("outcome.harmless", List.of());
        };
    }

    static String key(FindingKind kind, String part) {
        return "finding." + kind.key() + "." + part;
    }

    private String format(String key, List<Argument> arguments) {
        return texts.get(key, arguments.stream().map(FindingText::words).toArray());
    }

    /**
     * An argument for the texts' patterns: counts as numbers, since some texts have a singular form, everything else as
     * text.
     */
    static Object words(Argument argument) {
        return switch (argument) {
            case Argument.Count(long value) -> value;
            case Argument.Value(double value) -> plain(value);
            case Argument.Values(var values, int more) ->
                values.stream().map(FindingText::plain).collect(Collectors.joining(", "))
                        + (more == 0 ? "" : ", … (+" + more + ")");
            case Argument.Figure(double value) -> rounded(value);
            case Argument.Figures(var values) ->
                values.stream().map(FindingText::rounded).collect(Collectors.joining(", ", "[", "]"));
            case Argument.Share(double fraction) -> share(fraction);
            case Argument.Sizes(var shape) -> shape.toString();
            case Argument.Type(var dtype) -> dtype.torchName();
            case Argument.Code(var text) -> text;
        };
    }

    private static String plain(double value) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        BigDecimal shortest =
                (float) value == value ? new BigDecimal(Float.toString((float) value)) : BigDecimal.valueOf(value);
        return minus(DecimalText.plain(shortest));
    }

    private static String rounded(double value) {
        return Double.isFinite(value) ? minus(DecimalText.plain(new BigDecimal(value).round(FIGURE))) : special(value);
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "∞" : "−∞";
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }

    private static String share(double fraction) {
        double percent = PERCENT * fraction;
        return percent > 0 && percent < 1 ? rounded(percent) + " %" : NumberDisplay.percent(fraction);
    }
}
