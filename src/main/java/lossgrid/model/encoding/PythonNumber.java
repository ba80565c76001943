package lossgrid.model.encoding;

import lossgrid.core.label.Pointwise;

/** Finite numbers as steps print them. */
final class PythonNumber {
    private PythonNumber() {}

    static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite: " + number);
        }
    }

    /** Without a point if it is whole. */
    static String of(double number) {
        return Pointwise.isWhole(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
