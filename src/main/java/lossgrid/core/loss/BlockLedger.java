package lossgrid.core.loss;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.math.RowSum;

/**
 * The sums of each block: losses, weights and counts. They are added up in the order of the blocks, so that the result
 * does not depend on the number of threads.
 */
final class BlockLedger {
    private static final int NONE = Integer.MAX_VALUE;

    private final double[] numerators;
    private final double[] weights;
    private final int[] counted;
    private final int[] offenders;

    BlockLedger(int blocks) {
        this(new double[blocks], new double[blocks], new int[blocks], new int[blocks]);
        Arrays.fill(offenders, NONE);
    }

    private BlockLedger(double[] numerators, double[] weights, int[] counted, int[] offenders) {
        this.numerators = numerators;
        this.weights = weights;
        this.counted = counted;
        this.offenders = offenders;
    }

    void numerator(int block, double sum) {
        numerators[block] = sum;
    }

    void weights(int block, double sum, int count) {
        weights[block] = sum;
        counted[block] = count;
    }

    /**
     * Records the first pixel of the block for which PyTorch raises: its target is not a class, or its input not a
     * probability.
     */
    void offender(int block, int pixel) {
        offenders[block] = pixel;
    }

    double numerator() {
        return RowSum.addAll(numerators);
    }

    double weight() {
        return RowSum.addAll(weights);
    }

    int counted() {
        return Arrays.stream(counted).sum();
    }

    boolean hasOffender() {
        return Arrays.stream(offenders).anyMatch(pixel -> pixel != NONE);
    }

    /** @throws TorchException {@code IndexError} for the first target that is not a class */
    void requireIndices(LabelArray target) {
        for (int pixel : offenders) {
            if (pixel != NONE) {
                throw TorchException.indexError("Target %s is out of bounds.".formatted(target.longAt(pixel)));
            }
        }
    }

    /** This ledger with the numerators of the blocks that contain {@code pixels} added up again. */
    BlockLedger recounted(Blocks blocks, int[] pixels, Tensor losses) {
        BlockLedger out = new BlockLedger(numerators.clone(), weights, counted, offenders);
        addUp(blocks, pixels, losses, out.numerators);
        return out;
    }

    /**
     * This ledger with the weights of the blocks that contain {@code pixels} added up again.
     *
     * @param more by how much a pixel counts more than before: 1, 0 or -1
     */
    BlockLedger weighedAnew(Blocks blocks, int[] pixels, Tensor perPixel, IntUnaryOperator more) {
        BlockLedger out = new BlockLedger(numerators, weights.clone(), counted.clone(), offenders);
        addUp(blocks, pixels, perPixel, out.weights);
        for (int pixel : pixels) {
            int block = blocks.blockOf(pixel / blocks.planeSize(), pixel % blocks.planeSize());
            out.counted[block] += more.applyAsInt(pixel);
        }
        return out;
    }

    private static void addUp(Blocks blocks, int[] pixels, Tensor perPixel, double[] sums) {
        float[] row = new float[blocks.width()];
        RowSum total = new RowSum(row.length);
        int last = NONE;
        for (int pixel : pixels) {
            int plane = pixel / blocks.planeSize();
            int block = blocks.blockOf(plane, pixel % blocks.planeSize());
            if (block != last) {
                int start = blocks.start(block);
                int count = Math.min(blocks.width(), blocks.planeSize() - start);
                perPixel.copy(plane, start, row, count);
                sums[block] = total.of(row, count);
                last = block;
            }
        }
    }
}
