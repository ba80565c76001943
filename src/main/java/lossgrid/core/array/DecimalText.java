package lossgrid.core.array;

import java.math.BigDecimal;
import java.util.Locale;

/** Finite numbers as plain decimal text, with no more characters than they need. */
public final class DecimalText {
    private DecimalText() {}

    /**
     * At most {@code digits} digits after the point, at least one asked for; no zeros at the end, and no negative zero.
     */
    public static String trimmed(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value).replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }

    /** The shortest decimal that reads back as the same float64, without an exponent. */
    public static String plain(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /**
     * How many there are of something, in groups of three digits: {@code 65,536}, in every language as the texts of the
     * program group the numbers in them. Numbers of PyTorch's, values and indices are written as it writes them.
     */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
