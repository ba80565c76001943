package lossgrid.model.text;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people type them. */
public final class NumberParser {
    private NumberParser() {}

    /** The text trimmed, in lower case, with a plain minus sign. */
    public static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('−', '-');
    }

    /** Parses any decimal number, {@code nan}, {@code inf}, {@code -inf}; empty for every other text. */
    public static OptionalDouble real(String text) {
        String plain = plain(text);
        return switch (plain) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "∞", "+∞" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity", "-∞" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")
                        ? OptionalDouble.of(Double.parseDouble(plain))
                        : OptionalDouble.empty();
        };
    }
}
