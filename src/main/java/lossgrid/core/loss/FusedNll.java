package lossgrid.core.loss;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;

/**
 * {@code nll_loss} of class indices in one pass over blocks of pixels; bit for bit as {@link ClassIndexLoss}, except
 * for sums over all pixels.
 */
public final class FusedNll {
    /** Rows of scratch. */
    private static final int ROWS = 4;

    private FusedNll() {}

    /**
     * Whether this loss is computed here; all others, and nearly all that raise, are left to {@link ClassIndexLoss}.
     */
    public static boolean fits(Tensor input, LabelArray target, @Nullable Tensor weight) {
        return FusedClasses.fits(input, target, weight) && !input.isOneHotView();
    }

    /**
     * The loss and its gradient with respect to the input.
     *
     * @throws TorchException {@code IndexError} for a target out of bounds
     */
    public static ActivatedLoss nllLoss(
            Tensor input, LabelArray target, @Nullable Tensor weight, long ignoreIndex, Reduction reduction) {
        Shape shape = input.shape();
        Blocks blocks = Blocks.of(shape.dim(0), shape.planeSize(), ROWS);
        ClassTargets targets = new ClassTargets(
                target,
                weight == null ? null : weight.toArray(),
                ignoreIndex,
                0,
                reduction,
                shape.dim(Nchw.CLASS_DIM),
                FusedClasses.planes(target.shape()),
                new BlockLedger(blocks.count()));
        blocks.run(() -> new NllWorker(input, targets, blocks.width()));
        targets.ledger().requireIndices(target);
        float own = targets.ownShare() / targets.total();
        Tensor slope = new Tensor(new NllSlopeView(shape, targets, own));
        LossResult loss = FusedClasses.result(targets, shape, slope);
        return new ActivatedLoss(input, loss, new NllUpdater(targets, blocks, own));
    }

    /** One thread of the pass. */
    @SuppressWarnings("ArrayRecordComponent")
    private record NllWorker(Tensor input, ClassTargets targets, ClassTargets.Rows rows, float[] loss)
            implements Blocks.Worker {
        NllWorker(Tensor input, ClassTargets targets, int width) {
            this(input, targets, new ClassTargets.Rows(width), new float[width]);
        }

        @Override
        public void work(int block, int n, int start, int count) {
            if (!targets.read(block, input.shape().element(n, start), count, rows)) {
                return;
            }
            for (int j = 0; j < count; j++) {
                int label = rows.label[j];
                loss[j] = label == ClassTargets.IGNORED
                        ? 0f
                        : -input.inPlane(n * targets.classes() + label, start + j) * rows.weight[j];
            }
            System.arraycopy(loss, 0, targets.loss()[n], start, count);
            targets.ledger().numerator(block, rows.total.of(loss, count));
        }
    }
}
