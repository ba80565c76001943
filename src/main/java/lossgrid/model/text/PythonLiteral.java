package lossgrid.model.text;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossgrid.core.array.Shape;
import lossgrid.core.label.Pointwise;

/** Numbers and shapes as Python has them. Every number reads back exactly. */
public final class PythonLiteral {
    private PythonLiteral() {}

    /** A float32 value: the shortest decimal from which Python, by way of a double, makes the same one. */
    public static String number(float value) {
        if (!Float.isFinite(value)) {
            return number((double) value);
        }
        String shortest = Float.toString(value);
        boolean exact = Float.floatToIntBits((float) Double.parseDouble(shortest)) == Float.floatToIntBits(value);
        return exact ? shortest : Double.toString(value);
    }

    /** A float64 value; those that are not finite take the names {@code nan} and {@code inf}. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : Double.toString(value);
    }

    /** A finite number as one types it: without a point if it is a whole one of 64 bits. */
    public static String typed(double number) {
        return Pointwise.isWhole(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** A shape as a tuple: {@code (2, 3)}, {@code (2,)}, {@code ()}. */
    public static String tuple(Shape shape) {
        String sizes = IntStream.of(shape.toArray()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.rank() == 1 ? ",)" : ")");
    }
}
