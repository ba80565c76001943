package lossgrid.core.loss;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.RowSum;
import org.jspecify.annotations.Nullable;

/**
 * The target of a fused loss over classes: indices, options, and the arrays for the results.
 *
 * @param weights one factor a class
 */
@SuppressWarnings("ArrayRecordComponent")
record ClassTargets(
        LabelArray target,
        float @Nullable [] weights,
        long ignoreIndex,
        double labelSmoothing,
        Reduction reduction,
        int classes,
        float[][] loss,
        BlockLedger ledger) {
    static final int IGNORED = -1;

    boolean isSmoothed() {
        return labelSmoothing > 0;
    }

    float weightOf(int c) {
        return weights == null ? 1f : weights[c];
    }

    /** The share of the target's own class, and that of each class. */
    float ownShare() {
        return isSmoothed() ? (float) (1 - labelSmoothing) : 1f;
    }

    float evenShare() {
        return (float) (labelSmoothing / classes);
    }

    float smoothed(float nll, float smooth) {
        return isSmoothed() ? ownShare() * nll + smooth * evenShare() : nll;
    }

    /** Whether label smoothing accepts a weight; for others the stepwise loss raises, after other checks. */
    static boolean isPlain(@Nullable Tensor weight, int classes) {
        return weight == null || weight.shape().equals(Shape.of(classes));
    }

    /**
     * Reads a block of targets: the class of each pixel, or {@link #IGNORED}, and its weight.
     *
     * @return whether all of them are classes
     */
    boolean read(int block, int firstPixel, int count, Rows rows) {
        target.copy(firstPixel, count, rows.raw);
        if (weights == null && rows.areClasses(count, classes, ignoreIndex)) {
            rows.takeAll();
            ledger.weights(block, count, count);
            return true;
        }
        int counted = 0;
        for (int j = 0; j < count; j++) {
            long label = rows.raw[j];
            boolean ignored = label == ignoreIndex;
            if (!ignored && (label < 0 || label >= classes)) {
                ledger.offender(block, firstPixel + j);
                return false;
            }
            rows.label[j] = ignored ? IGNORED : (int) label;
            rows.weight[j] = ignored ? 0f : weightOf((int) label);
            counted += ignored ? 0 : 1;
        }
        ledger.weights(block, weights == null ? counted : rows.total.of(rows.weight, count), counted);
        rows.hasIgnored = counted < count;
        return true;
    }

    /** Each pixel's share of the denominator of the mean; only once all targets are known to be classes. */
    Tensor weightPerPixel() {
        return new Tensor(new WeightView(target, weights, ignoreIndex));
    }

    /** The class of a pixel whose target has been read before, or {@link #IGNORED}. */
    int label(int pixel) {
        long label = target.longAt(pixel);
        return label == ignoreIndex ? IGNORED : (int) label;
    }

    /** Whether a pixel's target is a class or ignored; all others raise. */
    private boolean isTaken(int pixel) {
        long label = target.longAt(pixel);
        return label == ignoreIndex || (label >= 0 && label < classes);
    }

    private int counts(int pixel) {
        return label(pixel) == IGNORED ? 0 : 1;
    }

    /** The divisor of the gradient of the reduced loss. */
    float total() {
        return reduction == Reduction.MEAN ? (float) ledger.weight() : 1f;
    }

    /** These targets with those of {@code other}, which differ at {@code pixels} alone; empty where PyTorch raises. */
    Optional<ClassTargets> following(LabelArray other, Blocks blocks, int[] pixels) {
        ClassTargets next = with(other, ledger);
        if (!Arrays.stream(pixels).allMatch(next::isTaken)) {
            return Optional.empty();
        }
        IntUnaryOperator more = pixel -> next.counts(pixel) - counts(pixel);
        return Optional.of(next.with(ledger.weighedAnew(blocks, pixels, next.weightPerPixel(), more)));
    }

    /**
     * Each pixel's share of the denominator after the targets of {@code pixels} have changed; the same object as {@code
     * earlier} where no share has.
     */
    Tensor weightPerPixel(Tensor earlier, int[] pixels) {
        Tensor now = weightPerPixel();
        int[] others = Arrays.stream(pixels)
                .filter(i -> Float.floatToIntBits(now.at(i)) != Float.floatToIntBits(earlier.at(i)))
                .toArray();
        return others.length == 0
                ? earlier
                : PixelColumns.replaced(earlier, others, (n, cell, out) -> out[0] = now.inPlane(n, cell));
    }

    ClassTargets with(BlockLedger other) {
        return with(target, other);
    }

    private ClassTargets with(LabelArray otherTarget, BlockLedger otherLedger) {
        return new ClassTargets(
                otherTarget, weights, ignoreIndex, labelSmoothing, reduction, classes, loss, otherLedger);
    }

    /** Scratch of one thread. */
    static final class Rows {
        final long[] raw;
        final int[] label;
        final float[] weight;
        final RowSum total;
        boolean hasIgnored;

        Rows(int width) {
            raw = new long[width];
            label = new int[width];
            weight = new float[width];
            total = new RowSum(width);
        }

        /** Whether all targets that were read are classes and none can be ignored. */
        boolean areClasses(int count, int classes, long ignoreIndex) {
            Arrays.fill(raw, count, raw.length, raw[0]);
            return signOfOffenders(raw, classes - 1) >= 0 && (ignoreIndex < 0 || ignoreIndex >= classes);
        }

        private void takeAll() {
            narrow(label, raw);
            Arrays.fill(weight, 1f);
            hasIgnored = false;
        }

        /** Negative if a number is, or is greater than {@code greatest}. */
        private static long signOfOffenders(long[] numbers, long greatest) {
            long signs = 0;
            for (long number : numbers) {
                signs |= number | (greatest - number);
            }
            return signs;
        }

        private static void narrow(int[] out, long[] numbers) {
            for (int j = 0; j < out.length; j++) {
                out[j] = (int) numbers[j];
            }
        }
    }
}
