package lossgrid.core.label;

import java.util.function.DoubleBinaryOperator;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of labels with one Python number, as PyTorch's CPU kernels do it: only the number's kind counts for the
 * dtype of the result, and whole ones wrap around in the labels' dtype. A {@code double} that is a whole number of 64
 * bits counts as Python's {@code int}, others as its {@code float}.
 */
public final class Pointwise {
    private static final double TWO_63 = 0x1p63;

    private Pointwise() {}

    /** Whether this number is an {@code int} of at most 64 bits in Python code. */
    public static boolean isWhole(double number) {
        return number == Math.rint(number) && number >= -TWO_63 && number < TWO_63;
    }

    /** The dtype in which labels of type {@code dtype} meet a Python {@code int}, or a {@code float}. */
    public static DType common(DType dtype, boolean withWhole) {
        return switch (dtype) {
            case FLOAT32, FLOAT64 -> dtype;
            case BOOL -> withWhole ? DType.INT64 : DType.FLOAT32;
            case UINT8, INT16, INT32, INT64 -> withWhole ? dtype : DType.FLOAT32;
        };
    }

    /** A whole number as it wraps around in {@code dtype}. */
    public static long wrapped(DType dtype, long number) {
        return LabelArray.ofLongs(dtype, Shape.SCALAR, number).longAt(0);
    }

    private static double rounded(DType dtype, double number) {
        return dtype == DType.FLOAT32 ? (float) number : number;
    }

    /** {@code labels > threshold}: bool, of the same shape. */
    public static LabelArray greater(LabelArray labels, double threshold) {
        DType common = common(labels.dtype(), isWhole(threshold));
        LabelArray y = labels.to(common);
        if (common.isFloatingPoint()) {
            double least = rounded(common, threshold);
            return LabelArray.ofLongs(DType.BOOL, y.shape(), i -> y.doubleAt(i) > least ? 1 : 0);
        }
        long least = wrapped(common, (long) threshold);
        return LabelArray.ofLongs(DType.BOOL, y.shape(), i -> y.longAt(i) > least ? 1 : 0);
    }

    /** {@code labels / by}: float32, or float64 for float64 labels. Division by 0 gives infinities and NaN. */
    public static LabelArray divide(LabelArray labels, double by) {
        return floating(labels, by, (a, b) -> (float) a / (float) b, (a, b) -> a / b);
    }

    /**
     * {@code torch.div(labels, by, rounding_mode='floor')}: in the common dtype of both.
     *
     * @throws TorchException {@code RuntimeError} when whole numbers are divided by 0, or by a number that wraps around
     *     to 0
     */
    public static LabelArray floorDivide(LabelArray labels, double by) {
        DType common = common(labels.dtype(), isWhole(by));
        if (common.isFloatingPoint()) {
            return floating(labels, by, (a, b) -> floorDivide((float) a, (float) b), Pointwise::floorDivide);
        }
        long divisor = wrapped(common, (long) by);
        if (divisor == 0 && labels.size() > 0) {
            throw TorchException.runtimeError("ZeroDivisionError");
        }
        return LabelArray.ofLongs(common, labels.shape(), i -> Math.floorDiv(labels.longAt(i), divisor));
    }

    private static LabelArray floating(
            LabelArray labels, double by, DoubleBinaryOperator narrow, DoubleBinaryOperator wide) {
        DType common = common(labels.dtype(), false);
        LabelArray y = labels.to(common);
        double divisor = rounded(common, by);
        DoubleBinaryOperator operator = common == DType.FLOAT32 ? narrow : wide;
        return LabelArray.ofDoubles(common, y.shape(), i -> operator.applyAsDouble(y.doubleAt(i), divisor));
    }

    /** Python's floor division, each operation in float32. */
    private static float floorDivide(float a, float b) {
        if (b == 0) {
            return a / b;
        }
        float rest = a % b;
        float quotient = (a - rest) / b;
        quotient -= rest != 0 && (b < 0) != (rest < 0) ? 1 : 0;
        if (quotient == 0) {
            return Math.copySign(0f, a / b);
        }
        float floor = (float) Math.floor(quotient);
        return quotient - floor > 0.5f ? floor + 1 : floor;
    }

    /** As above in float64. */
    private static double floorDivide(double a, double b) {
        if (b == 0) {
            return a / b;
        }
        double rest = a % b;
        double quotient = (a - rest) / b;
        quotient -= rest != 0 && (b < 0) != (rest < 0) ? 1 : 0;
        if (quotient == 0) {
            return Math.copySign(0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    /** {@code labels + by}: in the labels' dtype, in which whole numbers wrap around; bool gives int64. */
    public static LabelArray add(LabelArray labels, long by) {
        DType common = common(labels.dtype(), true);
        return switch (common) {
            case FLOAT32 -> LabelArray.ofDoubles(common, labels.shape(), i -> (float) labels.doubleAt(i) + (float) by);
            case FLOAT64 -> LabelArray.ofDoubles(common, labels.shape(), i -> labels.doubleAt(i) + by);
            case BOOL, UINT8, INT16, INT32, INT64 ->
                LabelArray.ofLongs(common, labels.shape(), i -> labels.longAt(i) + by);
        };
    }

    /**
     * {@code labels - by}, {@code by} above 0.
     *
     * @throws TorchException {@code RuntimeError} for bool labels
     */
    public static LabelArray subtract(LabelArray labels, long by) {
        if (labels.dtype() == DType.BOOL) {
            throw TorchException.runtimeError(
                    "Subtraction, the `-` operator, with a bool tensor is not supported. If you"
                            + " are trying to invert a mask, use the `~` or `logical_not()` operator instead.");
        }
        return add(labels, -by);
    }

    /**
     * {@code labels.masked_fill(labels == from[0], to[0]).masked_fill(labels == from[1], to[1])…}, or the same into
     * {@code torch.full_like(labels, others)}. Both numbers of a pair are cast to the labels' dtype, so that 300
     * matches 44 in uint8.
     *
     * @param others the new value of labels that no pair names; null keeps them
     * @return of the labels' dtype
     * @throws TorchException {@code RuntimeError} for a new value that does not fit the dtype
     */
    public static LabelArray replace(LabelArray labels, long[] from, long[] to, @Nullable Long others) {
        return new Replacement(labels.dtype(), from, to, others).apply(labels);
    }
}
