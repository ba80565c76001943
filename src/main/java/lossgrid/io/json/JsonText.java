package lossgrid.io.json;

import lossgrid.core.array.LabelArray;

/** Text as it stands in a JSON document, in UTF-8. */
public final class JsonText {
    private static final int EXCERPT = 40;

    private JsonText() {}

    /** {@code text} as a JSON string. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> append(out, c));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                // A lone surrogate has no form in UTF-8.
                if (Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                    out.append("\\u%04x".formatted(c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    /** {@code text}, cut to what fits in a message. */
    public static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    /** A float32 value: the shortest decimal that reads back, {@code NaN} and the infinities as strings. */
    public static String number(float value) {
        return Float.isFinite(value) ? Float.toString(value) : "\"" + value + "\"";
    }

    /** As {@link #number(float)} for float64. */
    public static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "\"" + value + "\"";
    }

    /** Element {@code i} in row-major order, as its dtype is written. */
    public static String element(LabelArray array, int i) {
        return switch (array.dtype()) {
            case BOOL -> array.longAt(i) == 0 ? "false" : "true";
            case UINT8, INT16, INT32, INT64 -> Long.toString(array.longAt(i));
            case FLOAT32 -> number((float) array.doubleAt(i));
            case FLOAT64 -> number(array.doubleAt(i));
        };
    }
}
