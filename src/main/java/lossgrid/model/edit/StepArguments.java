package lossgrid.model.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import org.jspecify.annotations.Nullable;

/** The arguments of encoding steps as texts to be edited. */
public final class StepArguments {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,，;\\n]\\s*");
    private static final Pattern ARROW = Pattern.compile("\\s*(?::|：|->|→|=)\\s*");
    private static final Pattern BRACKETS = Pattern.compile("^\\s*[\\[({]|[\\])}]\\s*$");

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
            case Double number -> number(number);
            case Remap.Entry(long from, long to) -> from + ": " + to;
            case List<?> list -> list.stream().map(StepArguments::text).collect(Collectors.joining(", "));
            case Object other -> other.toString();
        };
    }

    private static String number(double value) {
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** The step with another argument; one that is switched off stays so. */
    public static Result with(EncodingStep step, StepArgument argument, String text) {
        try {
            boolean isLeftOut = text.isBlank() && !argument.isRequired() && argument.usual() == null;
            return new Result.Accepted(argument.with(step, isLeftOut ? null : value(argument, text)));
        } catch (RejectedException exception) {
            return new Result.Rejected(exception.reason, exception.found);
        }
    }

    private static Object value(StepArgument argument, String text) throws RejectedException {
        return switch (argument.form()) {
            case INT32 -> atLeast(argument.least(), text);
            case INT64 -> whole(text);
            case REAL -> argument.takesZero() ? real(text) : divisor(text);
            case DIMS -> dims(text);
            case TABLE -> entries(text);
            case FLAG, DTYPE, PALETTE ->
                throw new IllegalArgumentException(argument.name() + " is not written as text");
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

    private static int atLeast(int least, String text) throws RejectedException {
        int value = small(text);
        if (value < least) {
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

    private static List<Remap.Entry> entries(String text) throws RejectedException {
        List<Remap.Entry> entries = new ArrayList<>();
        for (String part : parts(text)) {
            String[] pair = ARROW.split(part, -1);
            if (pair.length != 2) {
                throw new RejectedException(Reason.NO_PAIR, part);
            }
            long from = whole(pair[0]);
            Optional<Remap.Entry> other =
                    entries.stream().filter(entry -> entry.from() == from).findFirst();
            if (other.isPresent()) {
                throw new RejectedException(Reason.TWICE, Long.toString(from));
            }
            entries.add(new Remap.Entry(from, whole(pair[1])));
        }
        return entries;
    }
}
