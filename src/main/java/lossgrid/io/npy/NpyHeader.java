package lossgrid.io.npy;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header of a {@code .npy} file says: a Python dictionary of {@code descr}, {@code fortran_order} and {@code shape}.
 *
 * @param type NumPy's name of the element type, which need not be a {@link NumpyDType}: {@code str}
 */
record NpyHeader(String type, ByteOrder order, boolean isFortranOrder, long[] shape) {
    private static final String VALUE = "'[^']*'|True|False|\\([\\d,\\s]*\\)";
    private static final Pattern ENTRY = Pattern.compile("\\s*'(\\w+)'\\s*:\\s*(" + VALUE + ")\\s*(?:,|$)");
    private static final Pattern DESCR = Pattern.compile("'([<>|=]?)([biufSU])(\\d{1,4})'");

    /** The header, or nothing for a text that is not that of a plain array. */
    static Optional<NpyHeader> parse(String text) {
        String dict = text.strip().replace('"', '\'');
        if (!dict.startsWith("{") || !dict.endsWith("}")) {
            return Optional.empty();
        }
        String inner = dict.substring(1, dict.length() - 1).strip();
        Map<String, String> values = new HashMap<>();
        Matcher entry = ENTRY.matcher(inner);
        int end = 0;
        while (entry.region(end, inner.length()).lookingAt()) {
            values.put(entry.group(1), entry.group(2));
            end = entry.end();
        }
        Matcher descr = DESCR.matcher(values.getOrDefault("descr", ""));
        String isFortranOrder = values.getOrDefault("fortran_order", "");
        String sizes = values.getOrDefault("shape", "");
        if (end < inner.length() || !descr.matches() || !isFortranOrder.matches("\\w+") || !sizes.startsWith("(")) {
            return Optional.empty();
        }
        try {
            long[] shape = Pattern.compile("\\d+")
                    .matcher(sizes)
                    .results()
                    .mapToLong(size -> Long.parseLong(size.group()))
                    .toArray();
            String type = type(descr.group(2).charAt(0), descr.group(3));
            return Optional.of(new NpyHeader(type, order(descr.group(1)), isFortranOrder.equals("True"), shape));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static ByteOrder order(String sign) {
        return sign.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static String type(char kind, String bytes) {
        return switch (kind) {
            case 'b' -> "bool";
            case 'S' -> "bytes";
            case 'U' -> "str";
            case 'i' -> "int" + bits(bytes);
            case 'u' -> "uint" + bits(bytes);
            default -> "float" + bits(bytes);
        };
    }

    private static int bits(String bytes) {
        return Byte.SIZE * Integer.parseInt(bytes);
    }
}
