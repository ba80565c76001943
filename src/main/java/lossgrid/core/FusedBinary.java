package lossgrid.core;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sigmoid and {@code binary_cross_entropy_with_logits} in one pass over blocks; bit for bit the stepwise way, but for the sum over all elements, which is in double. */
final class FusedBinary {
    private static final int RANK = 4;
    private static final int ROWS = 12;

    private FusedBinary() {}

    static boolean fits(Shape shape) {
        return shape.rank() == RANK && shape.size() > 0;
    }

    /** Whether this is a loss that is computed here; others, and all refusals, are left to {@link BinaryLosses}. */
    static boolean fits(Tensor logits, LabelArray target, @Nullable Tensor weight, @Nullable Tensor posWeight) {
        return fits(logits.shape())
                && target.shape().equals(logits.shape())
                && target.dtype() == DType.FLOAT32
                && stretches(weight, logits.shape())
                && stretches(posWeight, logits.shape());
    }

    private static boolean stretches(@Nullable Tensor weight, Shape shape) {
        if (weight == null) {
            return true;
        }
        boolean fits = weight.shape().rank() <= shape.rank();
        for (int d = 0; d < weight.shape().rank(); d++) {
            int size = weight.shape().fromEnd(d);
            fits &= size == 1 || size == shape.fromEnd(d);
        }
        return fits;
    }

    private static float[][] planes(Shape shape) {
        return Blocks.allocate(shape.size() / shape.planeSize(), shape.planeSize());
    }

    private static Blocks blocks(Shape shape) {
        return Blocks.of(shape.size() / shape.planeSize(), shape.planeSize(), ROWS);
    }

    static Tensor sigmoid(Tensor logits) {
        float[][] out = planes(logits.shape());
        Blocks blocks = blocks(logits.shape());
        blocks.run(() -> new BinaryWorker(new BinaryPlanes(logits, out, null), blocks.width()));
        return new Tensor(logits.shape(), out);
    }

    /** @param wanted whether the gradient is; without, {@link LossResult#gradient} has none */
    static ActivatedLoss withLogits(
            Tensor logits,
            LabelArray target,
            @Nullable Tensor weight,
            @Nullable Tensor posWeight,
            Reduction reduction,
            Gradient wanted) {
        Shape shape = logits.shape();
        Blocks blocks = blocks(shape);
        BlockLedger ledger = new BlockLedger(blocks.count());
        float[][] loss = planes(shape);
        float[][] gradient = wanted == Gradient.WANTED ? planes(shape) : null;
        float[][] probabilities = planes(shape);
        BroadcastRows weights = new BroadcastRows(weight, shape);
        BroadcastRows positives = posWeight == null ? null : new BroadcastRows(posWeight, shape);
        double denominator = reduction == Reduction.MEAN ? shape.size() : 1;
        BinaryPlanes planes = new BinaryPlanes(
                logits,
                probabilities,
                new BinaryPlanes.Targets(target, weights, positives, (float) denominator, loss, gradient, ledger));
        blocks.run(() -> new BinaryWorker(planes, blocks.width()));
        LossResult result = new LossResult(
                DType.FLOAT32,
                reduction,
                new Tensor(shape, loss),
                weights.expanded(),
                shape.size(),
                ledger.numerator(),
                denominator,
                (float) (ledger.numerator() / denominator),
                gradient == null ? null : new Tensor(shape, gradient));
        return new ActivatedLoss(new Tensor(shape, probabilities), result, null);
    }

    /** What a pass reads and writes, in planes like the logits'. */
    @SuppressWarnings("ArrayRecordComponent")
    record BinaryPlanes(
            Tensor logits,
            float[][] probabilities,
            @Nullable Targets targets) {
        /** Elements from here on are left over by PyTorch's loop over the whole tensor, for another exponential. */
        int leftOver() {
            return logits.size() - logits.size() % (2 * FloatSum.LANES);
        }

        /** @param positives the factors of the positive term, or null */
        record Targets(
                LabelArray target,
                BroadcastRows weights,
                @Nullable BroadcastRows positives,
                float denominator,
                float[][] loss,
                float @Nullable [][] gradient,
                BlockLedger ledger) {}
    }

    /** One thread of the pass. */
    private static final class BinaryWorker implements Blocks.Worker {
        private static final int LEAST_POWER = -124;

        private final BinaryPlanes planes;
        private final RowMath.Pipe pipe;
        private final float[] x;
        private final float[] y;
        private final float[] w;
        private final float[] pw;
        private final float[] zeros;
        private final float[] other;
        private final float[] log;
        private final float[] sigmoid;
        private final float[] out;

        BinaryWorker(BinaryPlanes planes, int width) {
            this.planes = planes;
            pipe = new RowMath.Pipe(width);
            x = new float[width];
            y = new float[width];
            w = new float[width];
            pw = new float[width];
            zeros = new float[width];
            other = new float[width];
            log = new float[width];
            sigmoid = new float[width];
            out = new float[width];
        }

        @Override
        public void work(int block, int plane, int start, int count) {
            System.arraycopy(planes.logits().plane(plane), start, x, 0, count);
            Arrays.fill(x, count, x.length, 0f);
            BinaryRows.negate(out, x);
            BinaryRows.negativeMagnitude(other, x);
            pipe.clear();
            pipe.exp(other, other, zeros);
            pipe.exp(sigmoid, out, zeros);
            BinaryRows.plusOne(other, other);
            BinaryRows.inverseOfOnePlus(sigmoid, sigmoid);
            pipe.log(log, other);
            boolean ordinary = pipe.leastPower() >= LEAST_POWER;
            int first = plane * planes.logits().shape().planeSize() + start;
            for (int j = ordinary ? Math.max(0, planes.leftOver() - first) : 0; j < count; j++) {
                sigmoid[j] =
                        first + j < planes.leftOver() ? 1f / (1f + FloatMath.exp(-x[j])) : Activations.sigmoid(x[j]);
            }
            for (int j = 0; j < count && !ordinary; j++) {
                log[j] = BinaryLosses.logOfExponentials(x[j], Math.max(-x[j], 0f));
            }
            System.arraycopy(sigmoid, 0, planes.probabilities()[plane], start, count);
            FusedBinary.BinaryPlanes.Targets targets = planes.targets();
            if (targets != null) {
                loss(targets, block, plane, start, count);
            }
        }

        private void loss(BinaryPlanes.Targets targets, int block, int plane, int start, int count) {
            targets.target().copy(plane * planes.logits().shape().planeSize() + start, count, y);
            targets.weights().copy(plane, start, count, w);
            BroadcastRows positives = targets.positives();
            if (positives == null) {
                BinaryRows.loss(out, x, y, w, log);
            } else {
                positives.copy(plane, start, count, pw);
                BinaryRows.loss(out, x, y, w, pw, log);
            }
            System.arraycopy(out, 0, targets.loss()[plane], start, count);
            targets.ledger().numerator(block, BlockLedger.sum(out, count));
            float[][] gradient = targets.gradient();
            if (gradient != null) {
                if (positives == null) {
                    BinaryRows.slope(out, sigmoid, y, w, targets.denominator());
                } else {
                    BinaryRows.slope(out, sigmoid, y, w, pw, targets.denominator());
                }
                System.arraycopy(out, 0, gradient[plane], start, count);
            }
        }
    }
}
