package lossgrid.core;

import org.jspecify.annotations.Nullable;

/** {@code nll_loss} of class indices in one pass over blocks of pixels; bit for bit what {@link ClassIndexLoss} gives, but for sums over all pixels. */
final class FusedNll {
    private static final int CLASS_DIM = 1;
    /** Rows of scratch. */
    private static final int ROWS = 4;

    private FusedNll() {}

    /** Whether a loss is one of those computed here; all others, and nearly all refusals, are left to {@link ClassIndexLoss}. */
    static boolean fits(Tensor input, LabelArray target, @Nullable Tensor weight) {
        return FusedClasses.fits(input, target, weight) && !input.isOneHotView();
    }

    /**
     * The loss and its gradient with respect to the input.
     *
     * @throws TorchException {@code IndexError} for a target out of bounds
     */
    static LossResult nllLoss(
            Tensor input, LabelArray target, @Nullable Tensor weight, long ignoreIndex, Reduction reduction) {
        Shape shape = input.shape();
        Blocks blocks = Blocks.of(shape.dim(0), shape.planeSize(), ROWS);
        ClassTargets targets = new ClassTargets(
                target,
                weight == null ? null : weight.toArray(),
                ignoreIndex,
                0,
                reduction,
                shape.dim(CLASS_DIM),
                FusedClasses.planes(target.shape()),
                FusedClasses.planes(shape),
                new BlockLedger(blocks.count()));
        float own = targets.ownShare() / FusedClasses.total(targets, blocks);
        blocks.run(() -> new NllWorker(input, targets, own, blocks.width()));
        targets.ledger().requireIndices(target);
        return FusedClasses.result(targets, shape);
    }

    /**
     * One thread of the pass.
     *
     * @param own what a target's own class has of the gradient, for weight 1
     */
    private record NllWorker(Tensor input, ClassTargets targets, float own, ClassTargets.Rows rows)
            implements Blocks.Worker {
        NllWorker(Tensor input, ClassTargets targets, float own, int width) {
            this(input, targets, own, new ClassTargets.Rows(width));
        }

        @Override
        public void work(int block, int n, int start, int count) {
            int planeSize = input.shape().planeSize();
            if (!targets.read(block, n * planeSize + start, count, rows)) {
                return;
            }
            float[] loss = targets.loss()[n];
            double sum = 0;
            for (int j = 0; j < count; j++) {
                int label = rows.label[j];
                if (label != ClassTargets.IGNORED) {
                    loss[start + j] = -input.inPlane(n * targets.classes() + label, start + j) * rows.weight[j];
                    sum += loss[start + j];
                }
            }
            targets.ledger().numerator(block, sum);
            float[][] gradient = targets.gradient();
            if (gradient != null) {
                gradient(gradient, n, start, count);
            }
        }

        private void gradient(float[][] out, int n, int start, int count) {
            for (int j = 0; j < count; j++) {
                int label = rows.label[j];
                if (label != ClassTargets.IGNORED) {
                    // Plus 0, so that no zero is negative.
                    out[n * targets.classes() + label][start + j] = -rows.weight[j] * own + 0f;
                }
            }
        }
    }
}
