package lossgrid.core.label;

import lossgrid.core.array.AllocationLimit;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;

/** NumPy's broadcasting as PyTorch does it: shapes are aligned at their last dimension, and a size of 1 stretches. */
public final class Broadcast {
    private Broadcast() {}

    /**
     * The shape of an operation on {@code a} and {@code b}.
     *
     * @throws TorchException {@code RuntimeError} when two sizes differ and neither is 1
     */
    public static Shape shape(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        int[] out = new int[rank];
        long elements = 1;
        for (int fromEnd = 0; fromEnd < rank; fromEnd++) {
            int sizeA = a.fromEnd(fromEnd);
            int sizeB = b.fromEnd(fromEnd);
            int d = rank - 1 - fromEnd;
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1) {
                throw TorchException.runtimeError(
                        "The size of tensor a (%s) must match the size of tensor b (%s) at non-singleton dimension %s"
                                .formatted(sizeA, sizeB, d));
            }
            out[d] = sizeA == 1 ? sizeB : sizeA;
            elements = Math.min(elements * out[d], Integer.MAX_VALUE);
        }
        AllocationLimit.require(elements, Float.BYTES);
        return Shape.of(out);
    }

    /**
     * Checks that a result of shape {@code result} can be written into a tensor of shape {@code output}, as in-place
     * operations do.
     *
     * @throws TorchException {@code RuntimeError} when the two differ
     */
    public static void requireOutput(Shape output, Shape result) {
        if (!output.equals(result)) {
            throw TorchException.runtimeError(
                    "output with shape %s doesn't match the broadcast shape %s".formatted(output, result));
        }
    }

    /** {@code tensor} stretched to {@code shape}, which must be the result of {@link #shape} with it. */
    public static Tensor expand(Tensor tensor, Shape shape) {
        if (tensor.shape().equals(shape)) {
            return tensor;
        }
        int[] index = sourceIndex(tensor.shape(), shape);
        return Tensor.generate(shape, i -> tensor.at(index[i]));
    }

    /** The elements of {@code tensor} summed where {@code original} was stretched: the gradient of {@link #expand}. */
    public static Tensor sumTo(Tensor tensor, Shape original) {
        if (tensor.shape().equals(original)) {
            return tensor;
        }
        double[] sums = new double[original.size()];
        int[] index = sourceIndex(original, tensor.shape());
        for (int i = 0; i < index.length; i++) {
            sums[index[i]] += tensor.at(i);
        }
        return Tensor.generate(original, i -> (float) sums[i]);
    }

    /** For each element of {@code stretched}, the element of {@code original} it comes from. */
    private static int[] sourceIndex(Shape original, Shape stretched) {
        int[] index = new int[stretched.size()];
        for (int i = 0; i < index.length; i++) {
            int rest = i;
            int stride = 1;
            for (int fromEnd = 0; fromEnd < original.rank(); fromEnd++) {
                int position = rest % stretched.fromEnd(fromEnd);
                rest /= stretched.fromEnd(fromEnd);
                int size = original.fromEnd(fromEnd);
                index[i] += size == 1 ? 0 : position * stride;
                stride *= size;
            }
        }
        return index;
    }
}
