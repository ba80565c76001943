package lossgrid.core.loss;

import java.util.Arrays;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;

/** The state of a fused pass over single elements, from which changed pixels are updated. */
record BinaryUpdater(
        Input kind,
        Blocks blocks,
        BroadcastRows weights,
        @Nullable BroadcastRows positives,
        float denominator,
        BlockLedger ledger)
        implements LossUpdater {
    /** The kind of input of a binary loss. */
    enum Input {
        LOGITS,
        PROBABILITIES
    }

    @Override
    public Optional<ActivatedLoss> after(ActivatedLoss before, Tensor input, LabelArray target, int[] pixels) {
        int[] elements = PixelIndices.elements(pixels, input.shape());
        return Arrays.stream(elements).allMatch(i -> takes(input.at(i)))
                ? Optional.of(follow(before, input, target, pixels, elements))
                : Optional.empty();
    }

    private boolean takes(float x) {
        return switch (kind) {
            case LOGITS -> true;
            case PROBABILITIES -> x >= 0 && x <= 1;
        };
    }

    private ActivatedLoss follow(ActivatedLoss before, Tensor input, LabelArray target, int[] pixels, int[] elements) {
        LossResult earlier = before.loss();
        Tensor losses = each(earlier.lossPerPixel(), pixels, (plane, cell) -> {
            float y = target(target, plane, cell);
            return loss(input.inPlane(plane, cell), y, plane, cell);
        });
        Tensor gradient = each(earlier.gradient(), pixels, (plane, cell) -> {
            float y = target(target, plane, cell);
            return slope(probability(input, plane, cell), y, plane, cell);
        });
        BlockLedger next = ledger.recounted(blocks, elements, losses);
        return new ActivatedLoss(
                activated(before.activated(), input, pixels),
                earlier.following(losses, next.numerator(), gradient),
                new BinaryUpdater(kind, blocks, weights, positives, denominator, next));
    }

    private @Nullable Tensor activated(@Nullable Tensor earlier, Tensor input, int[] pixels) {
        return switch (kind) {
            case LOGITS -> earlier == null ? null : PixelColumns.sigmoid(earlier, input, pixels);
            case PROBABILITIES -> input;
        };
    }

    private float probability(Tensor input, int plane, int cell) {
        float x = input.inPlane(plane, cell);
        return switch (kind) {
            case LOGITS -> {
                int element = input.shape().element(plane, cell);
                yield ActivationMath.sigmoid(
                        x, FusedBinary.vectorized(input.shape()).test(element));
            }
            case PROBABILITIES -> x;
        };
    }

    /** Gives an element. */
    @FunctionalInterface
    private interface Element {
        float at(int plane, int cell);
    }

    private static Tensor each(Tensor earlier, int[] pixels, Element element) {
        return PixelColumns.replaced(earlier, pixels, (n, cell, out) -> {
            for (int c = 0; c < out.length; c++) {
                out[c] = element.at(n * out.length + c, cell);
            }
        });
    }

    private float target(LabelArray target, int plane, int cell) {
        return (float) target.doubleAt(target.shape().element(plane, cell));
    }

    private float loss(float x, float y, int plane, int cell) {
        float weight = weights.at(plane, cell);
        return switch (kind) {
            case LOGITS ->
                (float)
                                (positives == null
                                        ? BinaryLosses.logitTerm(x, y, false)
                                        : BinaryLosses.positiveTerm(x, y, positives.at(plane, cell), false))
                        * weight;
            case PROBABILITIES ->
                ((y - 1f) * ProbabilityWorker.clampedLog(1f - x) - y * ProbabilityWorker.clampedLog(x)) * weight;
        };
    }

    private float slope(float probability, float y, int plane, int cell) {
        float weight = weights.at(plane, cell);
        return switch (kind) {
            case LOGITS ->
                (positives == null
                                ? probability - y
                                : (float) BinaryLosses.positiveSlope(probability, y, positives.at(plane, cell), false))
                        * weight
                        / denominator;
            case PROBABILITIES -> BinaryLosses.slope(probability, y) * weight / denominator;
        };
    }
}
