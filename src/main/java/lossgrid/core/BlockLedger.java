package lossgrid.core;

import java.util.Arrays;

/** What each block adds to the ledger. Added up in the order of the blocks, so that the number of threads shows nowhere. */
final class BlockLedger {
    private static final int NONE = Integer.MAX_VALUE;
    private static final int STRANDS = 128;

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

    /** The first pixel of the block that PyTorch refuses: its target is no class, or its input no probability. */
    void offender(int block, int pixel) {
        offenders[block] = pixel;
    }

    double numerator() {
        return sum(numerators);
    }

    double weight() {
        return sum(weights);
    }

    int counted() {
        return Arrays.stream(counted).sum();
    }

    boolean hasOffender() {
        return Arrays.stream(offenders).anyMatch(pixel -> pixel != NONE);
    }

    /** @throws TorchException {@code IndexError} for the first target that is no class */
    void requireIndices(LabelArray target) {
        for (int pixel : offenders) {
            if (pixel != NONE) {
                throw TorchException.indexError("Target %s is out of bounds.".formatted(target.longAt(pixel)));
            }
        }
    }

    /** This ledger with the numerators of those blocks added up anew in which {@code pixels} lie. */
    BlockLedger recounted(Blocks blocks, int[] pixels, Tensor losses) {
        BlockLedger out = new BlockLedger(numerators.clone(), weights, counted, offenders);
        float[] row = new float[blocks.width()];
        int last = NONE;
        for (int pixel : pixels) {
            int plane = pixel / blocks.planeSize();
            int block = blocks.blockOf(plane, pixel % blocks.planeSize());
            if (block != last) {
                int start = blocks.start(block);
                int count = Math.min(blocks.width(), blocks.planeSize() - start);
                losses.copy(plane, start, row, count);
                out.numerator(block, sum(row, count));
                last = block;
            }
        }
        return out;
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** The sum of the first {@code count} numbers in double, in strands that do not wait for each other. */
    static double sum(float[] numbers, int count) {
        double[] strands = new double[STRANDS];
        int j = 0;
        for (; j + STRANDS <= count; j += STRANDS) {
            add(strands, numbers, j);
        }
        for (int strand = 0; j < count; j++, strand++) {
            strands[strand] += numbers[j];
        }
        for (int half = STRANDS / 2; half > 0; half /= 2) {
            for (int strand = 0; strand < half; strand++) {
                strands[strand] += strands[half + strand];
            }
        }
        return strands[0];
    }

    /** C2 makes vectors of this one, since the arrays are of different types and cannot be the same. */
    private static void add(double[] strands, float[] numbers, int from) {
        for (int strand = 0; strand < strands.length; strand++) {
            strands[strand] += numbers[from + strand];
        }
    }
}
