package lossgrid.core.loss;

import java.util.Objects;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.OneHotView;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;

/**
 * Softmax over the classes and the loss of class indices in one pass over blocks of pixels. Bit for bit the stepwise
 * results, except for the sums over all pixels, which are in double, and for numbers divided by a sum of weights.
 */
public final class FusedClasses {
    /** Rows of scratch for each class. */
    private static final int ROWS = 2;

    private FusedClasses() {}

    /** Whether {@code dim} is the dimension of the classes, whose lines lie side by side in planes. */
    public static boolean fits(Shape shape, int dim) {
        return shape.rank() == Nchw.RANK && Nchw.isClassDim(dim) && shape.size() > 0;
    }

    public static Tensor softmax(Tensor logits) {
        float[][] out = Blocks.copy(logits);
        run(logits, new ClassPlanes(logits, out, null, null, null, null));
        return new Tensor(logits.shape(), out);
    }

    public static Tensor logSoftmax(Tensor logits) {
        float[][] out = Blocks.copy(logits);
        run(logits, new ClassPlanes(logits, null, out, null, null, null));
        return new Tensor(logits.shape(), out);
    }

    /**
     * {@code zeros(shape).scatter_(1, index, 1.)} without the pixels whose index is {@code masked}: for a large grid, a
     * view of the indices that uses no memory.
     *
     * @param shape {@code [N, C, H, W]}
     * @param index int64 {@code [N, 1, H, W]}
     * @return empty for small grids, and for indices for which {@code scatter_} raises
     */
    public static Optional<Tensor> oneHotView(Shape shape, LabelArray index, long masked) {
        boolean fits = ComputeMode.of(shape) == ComputeMode.FUSED
                && fits(shape, Nchw.CLASS_DIM)
                && index.dtype() == DType.INT64
                && index.shape().equals(shape.with(Nchw.CLASS_DIM, 1));
        return fits && OneHotView.fits(shape, index, masked)
                ? Optional.of(new Tensor(new OneHotView(shape, index, masked)))
                : Optional.empty();
    }

    static float[][] planes(Shape shape) {
        return Blocks.allocate(shape.size() / shape.planeSize(), shape.planeSize());
    }

    private static Blocks blocks(Shape shape) {
        return Blocks.of(shape.dim(0), shape.planeSize(), ROWS * shape.dim(Nchw.CLASS_DIM));
    }

    private static void run(Tensor logits, ClassPlanes planes) {
        Blocks blocks = blocks(logits.shape());
        blocks.run(() -> new ClassWorker(planes, blocks.width()));
    }

    /**
     * Whether this loss is computed here; all others, and nearly all that raise, are left to {@link ClassIndexLoss}.
     */
    public static boolean fits(Tensor logits, LabelArray target, @Nullable Tensor weight) {
        Shape shape = logits.shape();
        return fits(shape, Nchw.CLASS_DIM)
                // A label fits into a short: C2 vectorizes the conversion of shorts to floats, but not that of chars.
                && shape.dim(Nchw.CLASS_DIM) < Short.MAX_VALUE
                && target.shape().equals(shape.remove(Nchw.CLASS_DIM))
                && target.dtype() == DType.INT64
                && ClassTargets.isPlain(weight, shape.dim(Nchw.CLASS_DIM));
    }

    /**
     * {@code cross_entropy} and the softmax on the way to it.
     *
     * @param activated whether the softmax is stored or computed when it is read
     * @throws TorchException {@code IndexError} for a target out of bounds
     */
    public static ActivatedLoss crossEntropy(
            Tensor logits,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction,
            ProbabilityStorage activated) {
        Shape shape = logits.shape();
        Blocks blocks = blocks(shape);
        BlockLedger ledger = new BlockLedger(blocks.count());
        ClassTargets targets = new ClassTargets(
                target,
                weight == null ? null : weight.toArray(),
                ignoreIndex,
                labelSmoothing,
                reduction,
                shape.dim(Nchw.CLASS_DIM),
                planes(target.shape()),
                ledger);
        LogSums sums = new LogSums(shape.dim(0), shape.planeSize());
        float[][] stored = activated == ProbabilityStorage.STORED ? Blocks.copy(logits) : null;
        SoftmaxView view = stored == null ? softmaxView(logits, sums) : null;
        ClassPlanes planes = new ClassPlanes(logits, stored, null, targets, sums, view);
        blocks.run(() -> new ClassWorker(planes, blocks.width()));
        ledger.requireIndices(target);
        ClassSlopes slopes =
                new ClassSlopes(targets, targets.ownShare() / targets.total(), targets.evenShare() / targets.total());
        ClassSlopeView slopeView = ClassSlopeView.of(logits, sums, slopes);
        ClassUpdater pass = new ClassUpdater(targets, blocks, slopeView);
        Tensor probabilities = view == null ? new Tensor(shape, Objects.requireNonNull(stored)) : new Tensor(view);
        return new ActivatedLoss(probabilities, result(targets, shape, new Tensor(slopeView)), pass);
    }

    private static SoftmaxView softmaxView(Tensor logits, LogSums sums) {
        Shape perPixel = logits.shape().remove(Nchw.CLASS_DIM);
        return new SoftmaxView(logits, sums.max(), planes(perPixel));
    }

    static LossResult result(ClassTargets targets, Shape shape, Tensor gradient) {
        BlockLedger ledger = targets.ledger();
        double numerator = ledger.numerator();
        double denominator = targets.reduction() == Reduction.MEAN ? ledger.weight() : 1;
        Shape perPixel = shape.remove(Nchw.CLASS_DIM);
        return new LossResult(
                DType.FLOAT32,
                targets.reduction(),
                new Tensor(perPixel, targets.loss()),
                targets.weightPerPixel(),
                ledger.counted(),
                numerator,
                denominator,
                (float) (numerator / denominator),
                gradient);
    }
}
