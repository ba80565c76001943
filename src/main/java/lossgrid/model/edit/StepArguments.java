package lossgrid.model.edit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.core.array.DecimalText;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import lossgrid.model.text.NumberParser;
import lossgrid.model.text.Parsed;
import lossgrid.model.text.Parsed.Problem;
import org.jspecify.annotations.Nullable;

/** The arguments of encoding steps as texts to be edited. */
public final class StepArguments {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,，;\\n]\\s*");
    private static final Pattern ARROW = Pattern.compile("\\s*(?::|：|->|→|=)\\s*");
    private static final Pattern BRACKETS = Pattern.compile("^\\s*[\\[({]|[\\])}]\\s*$");

    private StepArguments() {}

    /**
     * The arguments that can be written as text, in PyTorch's order; a dtype and a palette are chosen, a flag is a kind
     * of its own.
     */
    public static List<StepArgument> of(EncodingStep step) {
        return StepKind.of(step).arguments().stream()
                .filter(argument -> isWritten(argument.form()))
                .toList();
    }

    private static boolean isWritten(StepArgument.Form form) {
        return switch (form) {
            case INT32, INT64, REAL, DIMS, TABLE -> true;
            case FLAG, DTYPE, PALETTE -> false;
        };
    }

    /** The present value of an argument; empty for one that is left out. */
    public static String text(EncodingStep step, StepArgument argument) {
        return text(argument.in(step));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> DecimalText.plain(number);
            case Remap.Entry(long from, long to) -> from + ": " + to;
            case List<?> list -> list.stream().map(StepArguments::text).collect(Collectors.joining(", "));
            case Object other -> other.toString();
        };
    }

    /** The step with another argument; one that is switched off stays so. */
    public static Parsed<EncodingStep> with(EncodingStep step, StepArgument argument, String text) {
        boolean isLeftOut = text.isBlank() && !argument.isRequired() && argument.usual() == null;
        return isLeftOut
                ? new Parsed.Value<>(argument.with(step, null))
                : value(argument, text).map(value -> argument.with(step, value));
    }

    private static Parsed<?> value(StepArgument argument, String text) {
        return switch (argument.form()) {
            case INT32 ->
                NumberParser.int32(text)
                        .flatMap(value -> value < argument.least()
                                ? rejected(Problem.BELOW_ONE, text)
                                : new Parsed.Value<>(value));
            case INT64 -> NumberParser.whole(text);
            case REAL ->
                NumberParser.real(text)
                        .flatMap(value -> !Double.isFinite(value)
                                ? rejected(Problem.OUT_OF_RANGE, text)
                                : value == 0 && !argument.takesZero()
                                        ? rejected(Problem.ZERO, text)
                                        : new Parsed.Value<>(value));
            case DIMS -> dims(text);
            case TABLE -> entries(text);
            case FLAG, DTYPE, PALETTE ->
                throw new IllegalArgumentException(argument.name() + " is not written as text");
        };
    }

    private static <T> Parsed<T> rejected(Problem problem, String found) {
        return new Parsed.Rejected<>(problem, found.strip());
    }

    private static List<String> parts(String text) {
        String inner = BRACKETS.matcher(text).replaceAll("").strip();
        return inner.isEmpty() ? List.of() : List.of(SEPARATOR.split(inner));
    }

    private static Parsed<List<Integer>> dims(String text) {
        Parsed<List<Integer>> dims = new Parsed.Value<>(List.of());
        for (String part : parts(text)) {
            dims = dims.flatMap(before -> NumberParser.int32(part).map(dim -> added(before, dim)));
        }
        return dims.flatMap(StepArguments::filled);
    }

    private static <T> Parsed<List<T>> filled(List<T> list) {
        return list.isEmpty() ? rejected(Problem.EMPTY, "") : new Parsed.Value<>(list);
    }

    private static <T> List<T> added(List<T> before, T last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }

    private static Parsed<List<Remap.Entry>> entries(String text) {
        Parsed<List<Remap.Entry>> entries = new Parsed.Value<>(List.of());
        for (String part : parts(text)) {
            entries = entries.flatMap(before -> entry(part, before).map(entry -> added(before, entry)));
        }
        return entries.flatMap(StepArguments::filled);
    }

    private static Parsed<Remap.Entry> entry(String text, List<Remap.Entry> before) {
        String[] pair = ARROW.split(text, -1);
        if (pair.length != 2) {
            return rejected(Problem.NO_PAIR, text);
        }
        return NumberParser.whole(pair[0])
                .flatMap(from -> before.stream().anyMatch(entry -> entry.from() == from)
                        ? rejected(Problem.TWICE, pair[0])
                        : NumberParser.whole(pair[1]).map(to -> new Remap.Entry(from, to)));
    }
}
