package lossgrid.core.loss;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Tensor;

/**
 * The state of a fused pass over classes, from which changed pixels are updated.
 *
 * @param targets those after the last update
 * @param view the gradient except at the pixels updated since
 */
record ClassUpdater(ClassTargets targets, Blocks blocks, ClassSlopeView view) implements LossUpdater {
    @Override
    public Optional<ActivatedLoss> after(ActivatedLoss before, Tensor logits, LabelArray target, int[] pixels) {
        return targets.following(target, blocks, pixels)
                .map(next -> new ClassUpdater(next, blocks, view).follow(before, logits, pixels));
    }

    private ActivatedLoss follow(ActivatedLoss before, Tensor logits, int[] pixels) {
        ExactPixel exact = new ExactPixel(new ClassPlanes(logits, null, null, targets, null, null));
        LossResult earlier = before.loss();
        Tensor lossPerPixel = PixelColumns.replaced(earlier.lossPerPixel(), pixels, (n, cell, out) -> {
            exact.logSoftmax(n, cell);
            out[0] = exact.loss(targets, label(n, cell), cell);
        });
        BlockLedger ledger = targets.ledger().recounted(blocks, pixels, lossPerPixel);
        ClassUpdater next = new ClassUpdater(targets.with(ledger), blocks, divided());
        LossResult loss = earlier.following(
                lossPerPixel,
                targets.weightPerPixel(earlier.weightPerPixel(), pixels),
                ledger,
                next.gradient(earlier.gradient(), view, exact, pixels));
        Tensor activated = before.activated();
        return new ActivatedLoss(
                activated == null ? null : PixelColumns.softmax(activated, logits, pixels), loss, next);
    }

    /** The view with the present denominator of the mean. */
    private ClassSlopeView divided() {
        ClassSlopes slopes = view.slopes().dividedAs(targets);
        return slopes.isLike(view.slopes()) ? view : view.with(slopes);
    }

    /** The gradient after an update; with a new view, the pixels of earlier updates are computed again. */
    @SuppressWarnings("ReferenceEquality") // Of a view that is kept.
    private Tensor gradient(Tensor earlier, ClassSlopeView earlierView, ExactPixel exact, int[] pixels) {
        PixelColumns.Column column = (n, cell, out) -> {
            exact.logSoftmax(n, cell);
            exact.gradient(view.slopes(), label(n, cell), cell, out);
        };
        return view == earlierView
                ? PixelColumns.replaced(earlier, pixels, column)
                : PixelColumns.replaced(new Tensor(view), PixelIndices.union(earlier.patchedPixels(), pixels), column);
    }

    private int label(int n, int cell) {
        return targets.label(targets.target().shape().element(n, cell));
    }
}
