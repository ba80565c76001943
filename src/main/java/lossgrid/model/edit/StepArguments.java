package lossgrid.model.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lossgrid.model.encoding.EncodingStep;

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

    /** Why a text is no argument. */
    public enum Reason {
        NOT_A_NUMBER,
        NOT_WHOLE,
        OUT_OF_RANGE,
        ZERO,
        BELOW_ONE,
        NO_PAIR,
        TWICE,
        EMPTY
    }

    /** What becomes of a text. */
    public sealed interface Result {
        record Accepted(EncodingStep step) implements Result {}

        /**
         * The text is no argument.
         *
         * @param found the part of the text that is wrong
         */
        record Rejected(Reason reason, String found) implements Result {}
    }

    private static final class RejectedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final String found;

        RejectedException(Reason reason, String found) {
            super(reason + " " + found);
            this.reason = reason;
            this.found = found;
        }
    }

    private StepArguments() {}

    /**
     * The arguments that can be written as text, in PyTorch's order; a dtype and a palette are chosen rather than
     * written.
     */
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
            case EncodingStep.Threshold(double above) -> number(above);
            case EncodingStep.Divide(double by, boolean _) -> number(by);
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

    private static String number(double value) {
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** The step with another argument; one that is switched off stays so. */
    public static Result with(EncodingStep step, Argument argument, String text) {
        try {
            return new Result.Accepted(
                    step instanceof EncodingStep.Skipped(var off)
                            ? new EncodingStep.Skipped(changed(off, argument, text))
                            : changed(step, argument, text));
        } catch (RejectedException exception) {
            return new Result.Rejected(exception.reason, exception.found);
        }
    }

    private static EncodingStep changed(EncodingStep step, Argument argument, String text) throws RejectedException {
        return switch (step) {
            case EncodingStep.Threshold _ -> new EncodingStep.Threshold(real(text));
            case EncodingStep.Divide(double _, boolean floor) -> new EncodingStep.Divide(divisor(text), floor);
            case EncodingStep.Shift _ -> new EncodingStep.Shift(whole(text));
            case EncodingStep.Remap(var table, Long others) ->
                argument == Argument.TABLE
                        ? new EncodingStep.Remap(entries(text), others)
                        : new EncodingStep.Remap(table, text.isBlank() ? null : Long.valueOf(whole(text)));
            case EncodingStep.ColorsToIndices(var palette, long _) ->
                new EncodingStep.ColorsToIndices(palette, whole(text));
            case EncodingStep.Select(int dim, int index) ->
                argument == Argument.DIM
                        ? new EncodingStep.Select(small(text), index)
                        : new EncodingStep.Select(dim, small(text));
            case EncodingStep.Squeeze _ ->
                new EncodingStep.Squeeze(text.isBlank() ? null : Integer.valueOf(small(text)));
            case EncodingStep.Unsqueeze _ -> new EncodingStep.Unsqueeze(small(text));
            case EncodingStep.ArgMax _ -> new EncodingStep.ArgMax(small(text));
            case EncodingStep.Permute _ -> new EncodingStep.Permute(dims(text));
            case EncodingStep.OneHot _ -> new EncodingStep.OneHot(small(text));
            case EncodingStep.Resize(int height, int width) ->
                argument == Argument.HEIGHT
                        ? new EncodingStep.Resize(size(text), width)
                        : new EncodingStep.Resize(height, size(text));
            case EncodingStep.Cast _, EncodingStep.Skipped _ ->
                throw new IllegalArgumentException(step + " has no " + argument);
        };
    }

    private static double real(String text) throws RejectedException {
        String typed = plain(text);
        try {
            double value = Double.parseDouble(typed);
            if (!Double.isFinite(value)) {
                throw new RejectedException(Reason.OUT_OF_RANGE, typed);
            }
            return value;
        } catch (NumberFormatException notANumber) {
            throw new RejectedException(Reason.NOT_A_NUMBER, typed);
        }
    }

    private static double divisor(String text) throws RejectedException {
        double value = real(text);
        if (value == 0) {
            throw new RejectedException(Reason.ZERO, plain(text));
        }
        return value;
    }

    private static long whole(String text) throws RejectedException {
        String typed = plain(text);
        try {
            return new BigDecimal(typed).longValueExact();
        } catch (NumberFormatException notANumber) {
            throw new RejectedException(Reason.NOT_A_NUMBER, typed);
        } catch (ArithmeticException notExact) {
            double value = Double.parseDouble(typed);
            throw new RejectedException(value == Math.rint(value) ? Reason.OUT_OF_RANGE : Reason.NOT_WHOLE, typed);
        }
    }

    private static int small(String text) throws RejectedException {
        long value = whole(text);
        if (value != (int) value) {
            throw new RejectedException(Reason.OUT_OF_RANGE, plain(text));
        }
        return (int) value;
    }

    private static int size(String text) throws RejectedException {
        int value = small(text);
        if (value < 1) {
            throw new RejectedException(Reason.BELOW_ONE, plain(text));
        }
        return value;
    }

    /** Some keyboards have a true minus. */
    private static String plain(String text) {
        return text.strip().replace('−', '-');
    }

    private static List<String> parts(String text) throws RejectedException {
        String inner = BRACKETS.matcher(text).replaceAll("").strip();
        if (inner.isEmpty()) {
            throw new RejectedException(Reason.EMPTY, "");
        }
        return List.of(SEPARATOR.split(inner));
    }

    private static List<Integer> dims(String text) throws RejectedException {
        List<Integer> dims = new ArrayList<>();
        for (String part : parts(text)) {
            dims.add(small(part));
        }
        return dims;
    }

    private static List<EncodingStep.Remap.Entry> entries(String text) throws RejectedException {
        List<EncodingStep.Remap.Entry> entries = new ArrayList<>();
        for (String part : parts(text)) {
            String[] pair = ARROW.split(part, -1);
            if (pair.length != 2) {
                throw new RejectedException(Reason.NO_PAIR, part);
            }
            long from = whole(pair[0]);
            Optional<EncodingStep.Remap.Entry> other =
                    entries.stream().filter(entry -> entry.from() == from).findFirst();
            if (other.isPresent()) {
                throw new RejectedException(Reason.TWICE, Long.toString(from));
            }
            entries.add(new EncodingStep.Remap.Entry(from, whole(pair[1])));
        }
        return entries;
    }
}
