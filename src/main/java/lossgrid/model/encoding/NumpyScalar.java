package lossgrid.model.encoding;

import lossgrid.core.array.DType;
import lossgrid.core.label.Pointwise;
import lossgrid.model.text.PythonLiteral;

/** NumPy's types, and Python numbers as they meet labels of one. */
final class NumpyScalar {
    private NumpyScalar() {}

    private static String type(DType dtype) {
        return "np." + (dtype == DType.BOOL ? "bool_" : dtype.torchName());
    }

    static String cast(DType dtype) {
        return "y.astype(" + type(dtype) + ")";
    }

    static String cast(DType from, DType to) {
        return from == to ? "y" : cast(to);
    }

    static String number(DType dtype, double number) {
        return dtype.isFloatingPoint() ? real(dtype, number) : number(dtype, (long) number);
    }

    static String number(DType dtype, long number) {
        return dtype.isFloatingPoint()
                ? real(dtype, (double) number)
                : type(dtype) + "(" + Pointwise.wrapped(dtype, number) + ")";
    }

    private static String real(DType dtype, double number) {
        return type(dtype) + "("
                + (dtype == DType.FLOAT32 ? PythonLiteral.number((float) number) : PythonLiteral.number(number)) + ")";
    }
}
