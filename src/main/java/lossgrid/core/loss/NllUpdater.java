package lossgrid.core.loss;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;

/**
 * The state of a fused pass of {@code nll_loss}, from which changed pixels are updated.
 *
 * @param own the gradient of a target's own class, for weight 1
 */
record NllUpdater(ClassTargets targets, Blocks blocks, float own) implements LossUpdater {
    @Override
    public Optional<ActivatedLoss> after(ActivatedLoss before, Tensor input, LabelArray target, int[] pixels) {
        return targets.following(target, blocks, pixels)
                .map(next -> new NllUpdater(next, blocks, next.ownShare() / next.total())
                        .follow(before.loss(), input, pixels, own));
    }

    private ActivatedLoss follow(LossResult before, Tensor input, int[] pixels, float earlierOwn) {
        Tensor losses = PixelColumns.replaced(before.lossPerPixel(), pixels, (n, cell, out) -> {
            int label = label(n, cell);
            if (label != ClassTargets.IGNORED) {
                out[0] = -input.inPlane(n * targets.classes() + label, cell) * targets.weightOf(label);
            }
        });
        BlockLedger ledger = targets.ledger().recounted(blocks, pixels, losses);
        LossResult loss = before.following(
                losses,
                targets.weightPerPixel(before.weightPerPixel(), pixels),
                ledger,
                gradient(before.gradient(), input.shape(), pixels, earlierOwn));
        return new ActivatedLoss(input, loss, new NllUpdater(targets.with(ledger), blocks, own));
    }

    private Tensor gradient(Tensor earlier, Shape shape, int[] pixels, float earlierOwn) {
        if (Float.compare(own, earlierOwn) != 0) {
            return new Tensor(new NllSlopeView(shape, targets, own));
        }
        return PixelColumns.replaced(earlier, pixels, (n, cell, out) -> {
            int label = label(n, cell);
            if (label != ClassTargets.IGNORED) {
                out[label] = NllSlopeView.of(targets, own, label);
            }
        });
    }

    private int label(int n, int cell) {
        return targets.label(targets.target().shape().element(n, cell));
    }
}
