package lossgrid.io.npy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file, which is a Python dictionary.
 *
 * @param type NumPy's name of the element type, which need not be a {@link NumpyDType}: {@code str}
 */
record NpyHeader(String type, ByteOrder order, boolean isFortranOrder, List<Long> shape) {
    private static final Pattern DICT = Pattern.compile("\\{(?=.*'descr'\\s*:\\s*'([<>|=]?)([biufSU])(\\d{1,4})')"
            + "(?=.*'fortran_order'\\s*:\\s*(True|False))(?=.*'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)).*}");

    /** The header, or nothing for a text that is not that of a plain array. */
    static Optional<NpyHeader> parse(String text) {
        Matcher dict = DICT.matcher(text.strip().replace('"', '\''));
        if (!dict.matches()) {
            return Optional.empty();
        }
        try {
            List<Long> shape = Pattern.compile("\\d+")
                    .matcher(dict.group(5))
                    .results()
                    .map(size -> Long.valueOf(size.group()))
                    .toList();
            return Optional.of(new NpyHeader(
                    type(dict.group(2).charAt(0), Byte.SIZE * Integer.parseInt(dict.group(3))),
                    dict.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                    dict.group(4).equals("True"),
                    shape));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static String type(char kind, int bits) {
        return switch (kind) {
            case 'b' -> "bool";
            case 'S' -> "bytes";
            case 'U' -> "str";
            case 'i' -> "int" + bits;
            case 'u' -> "uint" + bits;
            default -> "float" + bits;
        };
    }
}
