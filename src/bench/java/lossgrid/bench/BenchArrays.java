package lossgrid.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that all contenders read: the same numbers in Java's heap and in libtorch's memory. Those of one shape at
 * a time, since the largest need much memory.
 */
final class BenchArrays {
    private static final long SEED = 20_260_101;
    private static final double RANGE = 8;
    private static @Nullable BenchArrays present;

    final Tensor logits;
    /** Class indices, one a pixel. */
    final LabelArray classes;
    /** 0 or 1 for each logit. */
    final LabelArray target;

    final TorchArrays torch;

    /** Computed on first use, since they are as large as the logits. */
    private @Nullable Tensor logProbabilities;

    private @Nullable Tensor probabilities;

    private final float[][] source;
    private final float[][] copy;

    private BenchArrays(Shape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        int planeSize = shape.planeSize();
        source = new float[shape.size() / planeSize][planeSize];
        copy = new float[source.length][planeSize];
        for (float[] plane : source) {
            for (int i = 0; i < planeSize; i++) {
                plane[i] = (float) random.nextDouble(-RANGE, RANGE);
            }
        }
        logits = Tensor.read(shape, (p, out) -> System.arraycopy(source[p], 0, out, 0, planeSize));
        long[] indices = random.longs(shape.remove(Nchw.CLASS_DIM).size(), 0, shape.dim(Nchw.CLASS_DIM))
                .toArray();
        classes = LabelArray.ofLongs(DType.INT64, shape.remove(Nchw.CLASS_DIM), indices);
        float[] ones = new float[shape.size()];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = random.nextInt(2);
        }
        target = Tensor.read(shape, (p, out) -> System.arraycopy(ones, p * planeSize, out, 0, planeSize))
                .toLabels();
        torch = new TorchArrays(shape, source, indices, ones);
    }

    /** The arrays of a shape such as {@code 1x2x512x512}. */
    static synchronized BenchArrays of(String shape) {
        Shape wanted = Shape.of(
                Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray());
        BenchArrays arrays = present;
        if (arrays == null || !arrays.logits.shape().equals(wanted)) {
            if (arrays != null) {
                arrays.torch.close();
            }
            present = null;
            arrays = new BenchArrays(wanted);
            present = arrays;
        }
        return arrays;
    }

    /** The {@code log_softmax} of the logits. */
    Tensor logProbabilities() {
        Tensor made = logProbabilities;
        if (made == null) {
            made = ActivationMath.logSoftmax(logits, Nchw.CLASS_DIM);
            logProbabilities = made;
        }
        return made;
    }

    /** The sigmoid of the logits. */
    Tensor probabilities() {
        Tensor made = probabilities;
        if (made == null) {
            made = ActivationMath.sigmoid(logits);
            probabilities = made;
        }
        return made;
    }

    /** Copies all logits once, on all cores: the limit set by the memory. */
    float[][] copy() {
        IntStream all = IntStream.range(0, copy.length);
        boolean few = copy.length == 1 || logits.size() < 1 << 16;
        (few ? all : all.parallel()).forEach(p -> System.arraycopy(source[p], 0, copy[p], 0, copy[p].length));
        return copy;
    }

    /** Reads a whole tensor of the logits' shape, which computes a view. */
    float[][] copy(Tensor tensor) {
        tensor.copyPlanes(copy);
        return copy;
    }
}
