package lossgrid.core.array;

/**
 * One element of a {@link LabelArray}: a whole number for bool and the integer types, a real one for the floating
 * types.
 */
public sealed interface Scalar {
    record Whole(long value) implements Scalar {}

    record Real(double value) implements Scalar {}

    default double asDouble() {
        return switch (this) {
            case Whole(long value) -> value;
            case Real(double value) -> value;
        };
    }
}
