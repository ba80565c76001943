package lossgrid.core;

import java.util.Arrays;
import java.util.Optional;

/**
 * A fused pass of {@code nll_loss} that can be continued.
 *
 * @param own what a target's own class has of the gradient, for weight 1
 */
record NllPass(ClassTargets targets, Blocks blocks, float own) implements FusedPass {
    @Override
    public Optional<ActivatedLoss> after(ActivatedLoss before, Tensor input, LabelArray target, int[] pixels) {
        ClassTargets next = targets.with(target);
        return Arrays.stream(pixels).allMatch(pixel -> next.countsAs(targets, pixel))
                ? Optional.of(new NllPass(next, blocks, own).follow(before.loss(), input, pixels))
                : Optional.empty();
    }

    private ActivatedLoss follow(LossResult before, Tensor input, int[] pixels) {
        Tensor losses = PixelColumns.replaced(before.lossPerPixel(), pixels, (n, cell, out) -> {
            int label = label(n, cell);
            if (label != ClassTargets.IGNORED) {
                out[0] = -input.inPlane(n * targets.classes() + label, cell) * targets.weightOf(label);
            }
        });
        Tensor slope = before.slope();
        Tensor gradient = slope == null
                ? null
                : PixelColumns.replaced(slope, pixels, (n, cell, out) -> {
                    int label = label(n, cell);
                    if (label != ClassTargets.IGNORED) {
                        // Plus 0, so that no zero is negative.
                        out[label] = -targets.weightOf(label) * own + 0f;
                    }
                });
        BlockLedger ledger = targets.ledger().recounted(blocks, pixels, losses);
        LossResult loss = before.following(losses, ledger.numerator(), gradient);
        return new ActivatedLoss(input, loss, new NllPass(targets.with(ledger), blocks, own));
    }

    private int label(int n, int cell) {
        return targets.label(n * blocks.planeSize() + cell);
    }
}
