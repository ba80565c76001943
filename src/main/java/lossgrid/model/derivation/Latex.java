package lossgrid.model.derivation;

import java.util.Locale;
import lossgrid.core.array.DecimalText;

/** Numbers and names as LaTeX. */
final class Latex {
    private static final int DIGITS = 4;
    private static final double LARGEST_PLAIN = 1e5;
    private static final double LARGEST_WHOLE = 1e9;
    private static final double SMALL = 1e-2;
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double UNIT = Math.pow(10, DIGITS);

    private Latex() {}

    /**
     * A number with four digits after the point, or fewer if these are exact; with at least three significant ones, if
     * necessary by a power of ten.
     */
    static String number(float value) {
        boolean isShort = Float.isFinite(value) && (float) (Math.rint(value * UNIT) / UNIT) == value;
        return isShort && Math.abs(value) < LARGEST_PLAIN ? DecimalText.trimmed(value, DIGITS) : number((double) value);
    }

    /** The same for a double; only whole numbers are shorter. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "\\mathrm{NaN}";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\\infty" : "-\\infty";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGEST_WHOLE) {
            return DecimalText.trimmed(value, DIGITS);
        }
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            return String.format(Locale.ROOT, size < SMALL ? "%.5f" : "%.4f", value);
        }
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", 2);
        return "{" + parts[0] + "\\times10^{" + Integer.parseInt(parts[1]) + "}}";
    }

    /** A number as a factor, in parentheses if it has a sign. */
    static String factor(float value) {
        String text = number(value);
        return text.startsWith("-") || text.startsWith("{") ? "(" + text + ")" : text;
    }

    /** A formula with an alignment mark before its first relation. */
    static String aligned(String formula) {
        int relation = formula.indexOf('=');
        return relation < 0 ? "&" + formula : formula.substring(0, relation) + "&" + formula.substring(relation);
    }

    /** Text with LaTeX's special characters escaped. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            out.append(
                    switch (text.charAt(i)) {
                        case '\\' -> "\\textbackslash{}";
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '#', '$', '%', '&', '_', '{', '}' -> "\\" + text.charAt(i);
                        default -> String.valueOf(text.charAt(i));
                    });
        }
        return out.toString();
    }
}
