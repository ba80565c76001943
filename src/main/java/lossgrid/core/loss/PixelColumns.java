package lossgrid.core.loss;

import java.util.function.IntPredicate;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.DimLines;
import lossgrid.core.math.FloatMath;

/**
 * Updates tensors in the columns of the few pixels whose logits have changed: bit for bit as {@link ActivationMath}
 * computes large grids, but only in these columns. Pixels ascend and are counted through {@code [N, H, W]}; every
 * tensor is {@code [N, C, H, W]}.
 */
public final class PixelColumns {
    /** Gives the column of a pixel. */
    @FunctionalInterface
    public interface Column {
        /** Writes an element for each channel into {@code out}. */
        void fill(int n, int cell, float[] out);
    }

    private PixelColumns() {}

    /** Whether {@code dim}, from the end if negative, is the dimension of the columns. */
    public static boolean lieAlong(Shape shape, int dim) {
        return shape.wrap(dim) == Nchw.CLASS_DIM;
    }

    /** {@code earlier} with new columns at {@code pixels}. */
    public static Tensor replaced(Tensor earlier, int[] pixels, Column column) {
        int planeSize = earlier.shape().planeSize();
        float[][] columns = new float[pixels.length][Nchw.depth(earlier.shape())];
        for (int i = 0; i < pixels.length; i++) {
            column.fill(pixels[i] / planeSize, pixels[i] % planeSize, columns[i]);
        }
        return earlier.patched(pixels, columns);
    }

    /** The pixels in whose columns elements of {@code [N, C, H, W]} lie, ascending. */
    public static int[] of(int[] elements, Shape shape) {
        return PixelIndices.ofElements(elements, Nchw.of(shape));
    }

    private static void load(Tensor from, int n, int cell, float[] column) {
        for (int c = 0; c < column.length; c++) {
            column[c] = from.inPlane(n * column.length + c, cell);
        }
    }

    private static DimLines.Loop loop(Tensor tensor, int cell) {
        return DimLines.Loop.acrossPlanes(cell, tensor.shape().planeSize());
    }

    public static Tensor exp(Tensor earlier, Tensor input, int[] pixels) {
        return replaced(earlier, pixels, (n, cell, out) -> {
            load(input, n, cell, out);
            for (int c = 0; c < out.length; c++) {
                out[c] = FloatMath.exp(out[c]);
            }
        });
    }

    /** {@link ActivationMath#expBackward} in the columns of {@code pixels}; elsewhere {@code grad} itself. */
    public static Tensor expBackward(Tensor grad, Tensor input, int[] pixels) {
        return replaced(grad, pixels, (n, cell, out) -> {
            load(grad, n, cell, out);
            for (int c = 0; c < out.length; c++) {
                out[c] = ActivationMath.throughExp(out[c], input.inPlane(n * out.length + c, cell));
            }
        });
    }

    public static Tensor sigmoid(Tensor earlier, Tensor input, int[] pixels) {
        IntPredicate isVectorized = FusedBinary.vectorized(input.shape());
        return replaced(earlier, pixels, (n, cell, out) -> {
            load(input, n, cell, out);
            for (int c = 0; c < out.length; c++) {
                out[c] = ActivationMath.sigmoid(
                        out[c], isVectorized.test(input.shape().element(n * out.length + c, cell)));
            }
        });
    }

    /** Over the classes, dimension 1. */
    public static Tensor softmax(Tensor earlier, Tensor input, int[] pixels) {
        return replaced(earlier, pixels, (n, cell, out) -> {
            load(input, n, cell, out);
            ActivationMath.softmaxLine(out, loop(input, cell));
        });
    }

    /** Over the classes, dimension 1. */
    public static Tensor logSoftmax(Tensor earlier, Tensor input, int[] pixels) {
        return replaced(earlier, pixels, (n, cell, out) -> {
            load(input, n, cell, out);
            ActivationMath.logSoftmaxLine(out, loop(input, cell));
        });
    }

    public static Tensor sigmoidBackward(Tensor earlier, Tensor grad, Tensor output, int[] pixels) {
        return replaced(earlier, pixels, (n, cell, out) -> {
            load(grad, n, cell, out);
            for (int c = 0; c < out.length; c++) {
                out[c] = ActivationMath.throughSigmoid(out[c], output.inPlane(n * out.length + c, cell));
            }
        });
    }

    /** Over the classes, dimension 1. */
    public static Tensor softmaxBackward(Tensor earlier, Tensor grad, Tensor output, int[] pixels) {
        return backward(earlier, grad, output, pixels, ActivationMath::softmaxBackwardLine);
    }

    /** Over the classes, dimension 1. */
    public static Tensor logSoftmaxBackward(Tensor earlier, Tensor grad, Tensor output, int[] pixels) {
        return backward(earlier, grad, output, pixels, ActivationMath::logSoftmaxBackwardLine);
    }

    private static Tensor backward(Tensor earlier, Tensor grad, Tensor output, int[] pixels, DimLines.Function line) {
        return replaced(earlier, pixels, (n, cell, out) -> {
            float[] beside = new float[out.length];
            load(grad, n, cell, out);
            load(output, n, cell, beside);
            line.apply(out, beside, loop(output, cell));
        });
    }
}
