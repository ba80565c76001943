package lossgrid.core.math;

import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;

/** The lines of a tensor along one dimension, each with the PyTorch loop that visits it. */
public final class DimLines {
    /** The loops of PyTorch's softmax kernels. They differ in their exponential and in the order of their sums. */
    public enum Loop {
        /** Along the last dimension: the line lies in one piece. */
        LAST,
        /** Along another dimension: eight lines side by side in vector registers. */
        VECTOR,
        /** The lines that are left over. */
        TAIL;

        /** The loop for the line through one cell of consecutive planes. */
        public static Loop acrossPlanes(int cell, int planeSize) {
            return cell < vectorized(planeSize) ? VECTOR : TAIL;
        }

        /** The number of cells of such planes that lie in vector registers. */
        public static int vectorized(int planeSize) {
            return planeSize - planeSize % FloatSum.LANES;
        }

        public float exp(float x) {
            return this == TAIL ? (float) Math.exp(x) : FloatMath.exp(x);
        }
    }

    /** Works on one line in place, beside the same line of another tensor. */
    @FunctionalInterface
    public interface Function {
        void apply(float[] line, float[] beside, Loop loop);
    }

    private DimLines() {}

    /**
     * Applies {@code f} to a copy of every line of {@code input} along {@code dim}.
     *
     * @param other a second input of the same shape, whose lines {@code f} reads
     * @return of the input's shape
     * @throws TorchException {@code IndexError} when {@code dim} is out of range
     */
    public static Tensor map(Tensor input, Tensor other, int dim, Function f) {
        Shape shape = input.shape();
        int d = shape.wrap(dim);
        int length = shape.rank() == 0 ? 1 : shape.dim(d);
        int stride = shape.rank() == 0 ? 1 : shape.stride(d);
        boolean last = d >= shape.rank() - 1;
        int vectorized = stride - stride % FloatSum.LANES;
        float[] out = new float[shape.size()];
        float[] line = new float[length];
        float[] beside = new float[length];
        for (int block = 0; block < shape.size(); block += length * stride) {
            for (int inner = 0; inner < stride; inner++) {
                for (int c = 0; c < length; c++) {
                    line[c] = input.at(block + inner + c * stride);
                    beside[c] = other.at(block + inner + c * stride);
                }
                f.apply(line, beside, last ? Loop.LAST : inner < vectorized ? Loop.VECTOR : Loop.TAIL);
                for (int c = 0; c < length; c++) {
                    out[block + inner + c * stride] = line[c];
                }
            }
        }
        return Tensor.of(shape, out);
    }
}
