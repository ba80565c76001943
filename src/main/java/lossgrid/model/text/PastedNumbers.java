package lossgrid.model.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;

/** The numbers of a pasted text in order, whole as long as all are. */
final class PastedNumbers {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern REAL = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d{1,9})?");
    private static final int FIRST_CAPACITY = 64;

    private double[] reals = new double[FIRST_CAPACITY];
    private long[] wholes = new long[FIRST_CAPACITY];
    private int size;
    private boolean allWhole = true;

    int size() {
        return size;
    }

    /** Adds the number in {@code token}; false when it is not a number. */
    boolean add(String token) {
        boolean negativeZero = token.startsWith("-") && token.chars().allMatch(c -> c == '-' || c == '0');
        if (WHOLE.matcher(token).matches() && !negativeZero) {
            long value = Long.parseLong(token);
            put((double) value, value);
            return true;
        }
        String word = token.toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("false")) {
            put(word.equals("true") ? 1 : 0, word.equals("true") ? 1 : 0);
            return true;
        }
        OptionalDouble value = real(token, word);
        if (value.isEmpty()) {
            return false;
        }
        allWhole = false;
        put(value.getAsDouble(), 0);
        return true;
    }

    private static OptionalDouble real(String token, String word) {
        return switch (word) {
            case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity", "∞", "+∞" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity", "-∞" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                REAL.matcher(token).matches() ? OptionalDouble.of(Double.parseDouble(token)) : OptionalDouble.empty();
        };
    }

    private void put(double real, long whole) {
        if (size == reals.length) {
            reals = Arrays.copyOf(reals, 2 * size);
            wholes = Arrays.copyOf(wholes, 2 * size);
        }
        reals[size] = real;
        wholes[size++] = whole;
    }

    LabelArray toArray(Shape shape) {
        return allWhole
                ? LabelArray.ofLongs(DType.INT64, shape, i -> wholes[i])
                : LabelArray.ofDoubles(DType.FLOAT64, shape, i -> reals[i]);
    }
}
