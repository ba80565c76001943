package lossgrid.model.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people type them. */
public final class NumberParser {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?");

    private NumberParser() {}

    /** The text trimmed, in lower case, with a plain minus sign. */
    public static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('−', '-');
    }

    /** Parses any decimal number that float64 can hold, {@code nan}, {@code inf}, {@code -inf}. */
    public static Parsed<Double> real(String text) {
        String plain = plain(text);
        return switch (plain) {
            case "nan" -> new Parsed.Value<>(Double.NaN);
            case "inf", "+inf", "infinity", "∞", "+∞" -> new Parsed.Value<>(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity", "-∞" -> new Parsed.Value<>(Double.NEGATIVE_INFINITY);
            default -> DECIMAL.matcher(plain).matches() ? finite(Double.parseDouble(plain), text) : not(text);
        };
    }

    private static Parsed<Double> finite(double value, String text) {
        return Double.isFinite(value)
                ? new Parsed.Value<>(value)
                : new Parsed.Rejected<>(Parsed.Problem.OUT_OF_RANGE, text.strip());
    }

    private static Parsed<Double> not(String text) {
        return new Parsed.Rejected<>(Parsed.Problem.NOT_A_NUMBER, text.strip());
    }

    /** A whole number that int64 can hold, however it is written: {@code 255}, {@code 2.0}, {@code 1e3}. */
    public static Parsed<Long> whole(String text) {
        return real(text).flatMap(value -> {
            try {
                return new Parsed.Value<>(new BigDecimal(plain(text)).longValueExact());
            } catch (ArithmeticException | NumberFormatException notExact) {
                boolean isWhole = value == Math.rint(value) && Double.isFinite(value);
                return new Parsed.Rejected<>(
                        isWhole ? Parsed.Problem.OUT_OF_RANGE : Parsed.Problem.NOT_WHOLE, text.strip());
            }
        });
    }

    /** As {@link #whole}, within int32. */
    public static Parsed<Integer> int32(String text) {
        return whole(text)
                .flatMap(value -> value == value.intValue()
                        ? new Parsed.Value<>(value.intValue())
                        : new Parsed.Rejected<>(Parsed.Problem.OUT_OF_RANGE, text.strip()));
    }
}
