package lossgrid.core.loss;

import java.util.function.IntPredicate;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;

/**
 * The sigmoid and {@code binary_cross_entropy_with_logits} in one pass over blocks; bit for bit as stepwise, except for
 * the sum over all elements, which is in double.
 */
public final class FusedBinary {
    private static final int ROWS = 12;

    private FusedBinary() {}

    static boolean fits(Shape shape) {
        return shape.rank() == Nchw.RANK && shape.size() > 0;
    }

    /** Whether this loss is computed here; all others, and those that raise, are left to {@link BinaryLosses}. */
    public static boolean fits(Tensor logits, LabelArray target, @Nullable Tensor weight, @Nullable Tensor posWeight) {
        return fits(logits.shape())
                && target.shape().equals(logits.shape())
                && target.dtype() == DType.FLOAT32
                && stretches(weight, logits.shape())
                && stretches(posWeight, logits.shape());
    }

    static boolean stretches(@Nullable Tensor weight, Shape shape) {
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

    private static Blocks blocks(Shape shape) {
        return Blocks.of(shape.size() / shape.planeSize(), shape.planeSize(), ROWS);
    }

    /**
     * Tests whether PyTorch's vectorized loop over the whole tensor includes an element; the rest have another
     * exponential.
     */
    static IntPredicate vectorized(Shape shape) {
        int leftOver = BinaryPlanes.leftOver(shape);
        return i -> i < leftOver;
    }

    public static Tensor sigmoid(Tensor logits) {
        float[][] out = Blocks.copy(logits);
        Blocks blocks = blocks(logits.shape());
        blocks.run(() -> new BinaryWorker(new BinaryPlanes(logits, out, null), blocks.width()));
        return new Tensor(logits.shape(), out);
    }

    public static ActivatedLoss withLogits(
            Tensor logits,
            LabelArray target,
            @Nullable Tensor weight,
            @Nullable Tensor posWeight,
            Reduction reduction) {
        Shape shape = logits.shape();
        Blocks blocks = blocks(shape);
        BlockLedger ledger = new BlockLedger(blocks.count());
        float[][] loss = Blocks.copy(target.toTensor());
        float[][] gradient = FusedClasses.planes(shape);
        float[][] probabilities = Blocks.copy(logits);
        BroadcastRows weights = new BroadcastRows(weight, shape);
        BroadcastRows positives = posWeight == null ? null : new BroadcastRows(posWeight, shape);
        double denominator = reduction == Reduction.MEAN ? shape.size() : 1;
        BinaryPlanes planes = new BinaryPlanes(
                logits,
                probabilities,
                new BinaryPlanes.Targets(target, weights, positives, (float) denominator, loss, gradient, ledger));
        blocks.run(() -> new BinaryWorker(planes, blocks.width()));
        Tensor slope = new Tensor(shape, gradient);
        LossResult result = result(reduction, new Tensor(shape, loss), weights, ledger, denominator, slope);
        BinaryUpdater pass =
                new BinaryUpdater(BinaryUpdater.Input.LOGITS, blocks, weights, positives, (float) denominator, ledger);
        return new ActivatedLoss(new Tensor(shape, probabilities), result, pass);
    }

    /**
     * {@code binary_cross_entropy} of probabilities. Its logarithms may be one unit in the last place off; PyTorch's
     * are correctly rounded.
     *
     * @throws TorchException {@code RuntimeError} for an input outside 0…1
     */
    public static ActivatedLoss ofProbabilities(
            Tensor input, LabelArray target, @Nullable Tensor weight, Reduction reduction) {
        Shape shape = input.shape();
        Blocks blocks = blocks(shape);
        BlockLedger ledger = new BlockLedger(blocks.count());
        float[][] loss = FusedClasses.planes(shape);
        float[][] gradient = FusedClasses.planes(shape);
        BroadcastRows weights = new BroadcastRows(weight, shape);
        double denominator = reduction == Reduction.MEAN ? shape.size() : 1;
        BinaryPlanes.Targets targets =
                new BinaryPlanes.Targets(target, weights, null, (float) denominator, loss, gradient, ledger);
        blocks.run(() -> new ProbabilityWorker(input, targets, blocks.width()));
        if (ledger.hasOffender()) {
            throw BinaryLosses.notProbabilities();
        }
        Tensor slope = new Tensor(shape, gradient);
        LossResult result = result(reduction, new Tensor(shape, loss), weights, ledger, denominator, slope);
        BinaryUpdater pass = new BinaryUpdater(
                BinaryUpdater.Input.PROBABILITIES, blocks, weights, null, (float) denominator, ledger);
        return new ActivatedLoss(input, result, pass);
    }

    private static LossResult result(
            Reduction reduction,
            Tensor loss,
            BroadcastRows weights,
            BlockLedger ledger,
            double denominator,
            Tensor slope) {
        double numerator = ledger.numerator();
        return new LossResult(
                DType.FLOAT32,
                reduction,
                loss,
                weights.expanded(),
                loss.size(),
                numerator,
                denominator,
                (float) (numerator / denominator),
                slope);
    }
}
