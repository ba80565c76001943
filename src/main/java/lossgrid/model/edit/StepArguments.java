package lossgrid.model.edit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.text.DecimalText;
import lossgrid.model.text.NumberParser;
import lossgrid.model.text.Parsed;
import lossgrid.model.text.Parsed.Problem;

/** The arguments of encoding steps as texts to be edited. */
public final class StepArguments {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,，;\\n]\\s*");
    private static final Pattern ARROW = Pattern.compile("\\s*(?::|：|->|→|=)\\s*");
    private static final Pattern BRACKETS = Pattern.compile("^\\s*[\\[({]|[\\])}]\\s*$");

    /** An argument, named as in PyTorch where it has a name there. */
    public enum Argument {
        ABOVE,
        BY,
        SHIFT,
        TABLE,
        /** What values become that a table lacks; empty lets them stay. */
        OTHERS,
        /** What colours become that a palette lacks. */
        UNKNOWN,
        DIM,
        INDEX,
        DIMS,
        /** −1 infers it. */
        NUM_CLASSES,
        HEIGHT,
        WIDTH
    }

    private StepArguments() {}

    /** The arguments that can be written as text, in PyTorch's order; a dtype and a palette are chosen rather than written. */
    public static List<Argument> of(EncodingStep step) {
        return switch (step) {
            case EncodingStep.Threshold _ -> List.of(Argument.ABOVE);
            case EncodingStep.Divide _ -> List.of(Argument.BY);
            case EncodingStep.Shift _ -> List.of(Argument.SHIFT);
            case EncodingStep.Remap _ -> List.of(Argument.TABLE, Argument.OTHERS);
            case EncodingStep.ColorsToIndices _ -> List.of(Argument.UNKNOWN);
            case EncodingStep.Select _ -> List.of(Argument.DIM, Argument.INDEX);
            case EncodingStep.Squeeze _, EncodingStep.Unsqueeze _, EncodingStep.ArgMax _ -> List.of(Argument.DIM);
            case EncodingStep.Permute _ -> List.of(Argument.DIMS);
            case EncodingStep.OneHot _ -> List.of(Argument.NUM_CLASSES);
            case EncodingStep.Resize _ -> List.of(Argument.HEIGHT, Argument.WIDTH);
            case EncodingStep.Cast _ -> List.of();
            case EncodingStep.Skipped(var off) -> of(off);
        };
    }

    /** The present value of an argument; empty for one that is left out. */
    public static String text(EncodingStep step, Argument argument) {
        return switch (step) {
            case EncodingStep.Threshold(double above) -> DecimalText.plain(above);
            case EncodingStep.Divide(double by, boolean _) -> DecimalText.plain(by);
            case EncodingStep.Shift(long by) -> Long.toString(by);
            case EncodingStep.Remap(var table, Long others) ->
                argument == Argument.TABLE ? table(table) : others == null ? "" : others.toString();
            case EncodingStep.ColorsToIndices(var _, long unknown) -> Long.toString(unknown);
            case EncodingStep.Select(int dim, int index) -> Integer.toString(argument == Argument.DIM ? dim : index);
            case EncodingStep.Squeeze(Integer dim) -> dim == null ? "" : dim.toString();
            case EncodingStep.Unsqueeze(int dim) -> Integer.toString(dim);
            case EncodingStep.ArgMax(int dim) -> Integer.toString(dim);
            case EncodingStep.Permute(var dims) ->
                String.join(", ", dims.stream().map(String::valueOf).toList());
            case EncodingStep.OneHot(int classes) -> Integer.toString(classes);
            case EncodingStep.Resize(int height, int width) ->
                Integer.toString(argument == Argument.HEIGHT ? height : width);
            case EncodingStep.Cast _ -> "";
            case EncodingStep.Skipped(var off) -> text(off, argument);
        };
    }

    private static String table(List<EncodingStep.Remap.Entry> table) {
        return String.join(
                ", ",
                table.stream().map(entry -> entry.from() + ": " + entry.to()).toList());
    }

    /** The step with another argument; one that is switched off stays so. */
    public static Parsed<EncodingStep> with(EncodingStep step, Argument argument, String text) {
        return switch (step) {
            case EncodingStep.Skipped(var off) -> with(off, argument, text).map(EncodingStep.Skipped::new);
            case EncodingStep.Threshold _ -> finite(text).map(EncodingStep.Threshold::new);
            case EncodingStep.Divide(double _, boolean floor) ->
                finite(text)
                        .flatMap(by -> by == 0
                                ? rejected(Problem.ZERO, text)
                                : new Parsed.Value<>(new EncodingStep.Divide(by, floor)));
            case EncodingStep.Shift _ -> NumberParser.whole(text).map(EncodingStep.Shift::new);
            case EncodingStep.Remap(var table, Long others) ->
                argument == Argument.TABLE
                        ? entries(text).map(entries -> new EncodingStep.Remap(entries, others))
                        : text.isBlank()
                                ? new Parsed.Value<>(new EncodingStep.Remap(table, null))
                                : NumberParser.whole(text).map(value -> new EncodingStep.Remap(table, value));
            case EncodingStep.ColorsToIndices(var palette, long _) ->
                NumberParser.whole(text).map(unknown -> new EncodingStep.ColorsToIndices(palette, unknown));
            case EncodingStep.Select(int dim, int index) ->
                NumberParser.int32(text)
                        .map(value -> argument == Argument.DIM
                                ? new EncodingStep.Select(value, index)
                                : new EncodingStep.Select(dim, value));
            case EncodingStep.Squeeze _ ->
                text.isBlank()
                        ? new Parsed.Value<>(new EncodingStep.Squeeze(null))
                        : NumberParser.int32(text).map(EncodingStep.Squeeze::new);
            case EncodingStep.Unsqueeze _ -> NumberParser.int32(text).map(EncodingStep.Unsqueeze::new);
            case EncodingStep.ArgMax _ -> NumberParser.int32(text).map(EncodingStep.ArgMax::new);
            case EncodingStep.Permute _ -> dims(text).map(EncodingStep.Permute::new);
            case EncodingStep.OneHot _ -> NumberParser.int32(text).map(EncodingStep.OneHot::new);
            case EncodingStep.Resize(int height, int width) ->
                size(text)
                        .map(value -> argument == Argument.HEIGHT
                                ? new EncodingStep.Resize(value, width)
                                : new EncodingStep.Resize(height, value));
            case EncodingStep.Cast _ -> throw new IllegalArgumentException(step + " has no " + argument);
        };
    }

    private static <T> Parsed<T> rejected(Problem problem, String found) {
        return new Parsed.Rejected<>(problem, found.strip());
    }

    private static Parsed<Double> finite(String text) {
        return NumberParser.real(text)
                .flatMap(value ->
                        Double.isFinite(value) ? new Parsed.Value<>(value) : rejected(Problem.OUT_OF_RANGE, text));
    }

    private static Parsed<Integer> size(String text) {
        return NumberParser.int32(text)
                .flatMap(value -> value < 1 ? rejected(Problem.BELOW_ONE, text) : new Parsed.Value<>(value));
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

    private static Parsed<List<EncodingStep.Remap.Entry>> entries(String text) {
        Parsed<List<EncodingStep.Remap.Entry>> entries = new Parsed.Value<>(List.of());
        for (String part : parts(text)) {
            entries = entries.flatMap(before -> entry(part, before).map(entry -> added(before, entry)));
        }
        return entries.flatMap(StepArguments::filled);
    }

    private static Parsed<EncodingStep.Remap.Entry> entry(String text, List<EncodingStep.Remap.Entry> before) {
        String[] pair = ARROW.split(text, -1);
        if (pair.length != 2) {
            return rejected(Problem.NO_PAIR, text);
        }
        return NumberParser.whole(pair[0])
                .flatMap(from -> before.stream().anyMatch(entry -> entry.from() == from)
                        ? rejected(Problem.TWICE, pair[0])
                        : NumberParser.whole(pair[1]).map(to -> new EncodingStep.Remap.Entry(from, to)));
    }
}
