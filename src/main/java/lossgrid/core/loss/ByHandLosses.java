package lossgrid.core.loss;

import java.util.BitSet;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.label.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * Cross-entropy written out by hand from probabilities, as in a textbook: {@code −Σ p log q}. Nothing is clamped, so a
 * probability of 0 gives an infinite loss where the target is that class, and NaN from {@code 0 · log 0} elsewhere.
 */
public final class ByHandLosses {
    private ByHandLosses() {}

    /**
     * {@code −(p * torch.log(q)).sum(dim=1)}, reduced as {@code cross_entropy} reduces it.
     *
     * @param q probabilities {@code [N, C, H, W]}
     * @param p the target's share of each class, of the same shape: one-hot, or any distribution
     * @param weight one factor a class, or null
     * @param ignored pixels, counted through {@code [N, H, W]}, that are left out of sum and mean
     * @param labelSmoothing 0…1: how much of p is spread evenly over all classes
     * @throws TorchException {@code RuntimeError} for a weight of another length or a smoothing above 1
     */
    public static LossResult categorical(
            Tensor q, Tensor p, @Nullable Tensor weight, BitSet ignored, double labelSmoothing, Reduction reduction) {
        Shape shape = q.shape();
        Nchw layout = Nchw.of(shape);
        int classes = layout.classes();
        if (weight != null) {
            Broadcast.shape(Shape.of(1, weight.size(), 1, 1), shape);
        }
        Losses.requireSmoothing(labelSmoothing);
        Tensor share = Tensor.generate(shape, i -> {
            double smoothed = (1 - labelSmoothing) * p.at(i) + labelSmoothing / classes;
            return (float) (smoothed * classWeight(weight, layout.classOf(i)));
        });
        Shape perPixel = shape.remove(Nchw.CLASS_DIM);
        Tensor loss = Tensor.generate(perPixel, pixel -> {
            double sum = 0;
            int first = layout.planeAt(pixel, 0);
            int cell = layout.cellOf(pixel);
            for (int c = 0; c < classes && !ignored.get(pixel); c++) {
                sum -= share.inPlane(first + c, cell) * Math.log(q.inPlane(first + c, cell));
            }
            return (float) sum;
        });
        Tensor weights = Tensor.generate(perPixel, pixel -> {
            double sum = 0;
            int first = layout.planeAt(pixel, 0);
            int cell = layout.cellOf(pixel);
            for (int c = 0; c < classes && !ignored.get(pixel); c++) {
                sum += classWeight(weight, c) * p.inPlane(first + c, cell);
            }
            return (float) sum;
        });
        double numerator = LossResult.sum(loss);
        double denominator = reduction == Reduction.MEAN ? LossResult.sum(weights) : 1;
        Tensor gradient = Tensor.generate(shape, i -> {
            return ignored.get(layout.pixelOf(i)) ? 0f : (float) (-share.at(i) / (double) q.at(i) / denominator);
        });
        return new LossResult(
                DType.FLOAT32,
                reduction,
                loss,
                weights,
                loss.size() - ignored.cardinality(),
                numerator,
                denominator,
                (float) (numerator / denominator),
                gradient);
    }

    /**
     * {@link #categorical} in one pass from which {@link ActivatedLoss#after} continues; empty for small grids and for
     * all that raises.
     *
     * @param target valid class indices {@code [N, H, W]}, or p
     * @param ignoreIndex pixels of this index are ignored
     */
    public static Optional<ActivatedLoss> resumableCategorical(
            Tensor q,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction) {
        Shape shape = q.shape();
        boolean isIndex = shape.rank() == Nchw.RANK
                && target.dtype() == DType.INT64
                && target.shape().equals(shape.remove(Nchw.CLASS_DIM));
        boolean fits = ComputeMode.of(shape) == ComputeMode.FUSED
                && (isIndex || isDistribution(target, shape))
                && (weight == null || weight.size() == 1 || weight.size() == shape.dim(Nchw.CLASS_DIM))
                && labelSmoothing <= 1;
        return fits
                ? Optional.of(FusedByHand.of(
                        q, new ByHandClasses(target, weight, ignoreIndex, labelSmoothing, shape), reduction))
                : Optional.empty();
    }

    /**
     * {@link #binary} in one pass from which {@link ActivatedLoss#after} continues; empty for small grids, shapes that
     * differ, and all that raises.
     */
    public static Optional<ActivatedLoss> resumableBinary(
            Tensor q, LabelArray y, @Nullable Tensor weight, @Nullable Tensor posWeight, Reduction reduction) {
        Shape shape = q.shape();
        boolean fits = ComputeMode.of(shape) == ComputeMode.FUSED
                && FusedBinary.fits(shape)
                && y.shape().equals(shape)
                && y.dtype() != DType.BOOL
                && FusedBinary.stretches(weight, shape)
                && FusedBinary.stretches(posWeight, shape);
        return fits
                ? Optional.of(FusedByHand.of(
                        q,
                        new ByHandBinary(y, new BroadcastRows(weight, shape), new BroadcastRows(posWeight, shape)),
                        reduction))
                : Optional.empty();
    }

    static double classWeight(@Nullable Tensor weight, int c) {
        return weight == null ? 1 : weight.at(weight.size() == 1 ? 0 : c);
    }

    /**
     * {@code −w (pos_weight · y log q + (1 − y) log(1 − q))}. Shapes that differ are broadcast, as Python would: the
     * loss then has more elements than the input, and no error is raised.
     *
     * @param q probabilities, any shape
     * @param y the target, any dtype but bool
     * @param weight one that broadcasts with both, or null
     * @param posWeight one that broadcasts with both, or null
     * @throws TorchException {@code RuntimeError} for a bool target or shapes that do not broadcast
     */
    public static LossResult binary(
            Tensor q, LabelArray y, @Nullable Tensor weight, @Nullable Tensor posWeight, Reduction reduction) {
        Shape shape = Broadcast.shape(y.shape(), q.shape());
        if (y.dtype() == DType.BOOL) {
            throw TorchException.runtimeError("Subtraction, the `-` operator, with a bool tensor is not supported. "
                    + "If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.");
        }
        shape = posWeight == null ? shape : Broadcast.shape(posWeight.shape(), shape);
        shape = weight == null ? shape : Broadcast.shape(weight.shape(), shape);
        Tensor probability = Broadcast.expand(q, shape);
        Tensor target = Broadcast.expand(y.toTensor(), shape);
        Tensor rest = Broadcast.expand(complement(y), shape);
        Tensor w = Broadcast.expand(weight == null ? Tensor.scalar(1f) : weight, shape);
        Tensor pw = Broadcast.expand(posWeight == null ? Tensor.scalar(1f) : posWeight, shape);
        Tensor loss = Tensor.generate(shape, i -> {
            double on = pw.at(i) * target.at(i) * Math.log(probability.at(i));
            double off = rest.at(i) * Math.log(1f - probability.at(i));
            return (float) (-w.at(i) * (on + off));
        });
        double numerator = LossResult.sum(loss);
        double denominator = reduction == Reduction.MEAN ? loss.size() : 1;
        Tensor gradient = Tensor.generate(shape, i -> {
            double on = pw.at(i) * target.at(i) / (double) probability.at(i);
            double off = rest.at(i) / (double) (1f - probability.at(i));
            return (float) (-w.at(i) * (on - off) / denominator);
        });
        return new LossResult(
                DType.FLOAT32,
                reduction,
                loss,
                w,
                loss.size(),
                numerator,
                denominator,
                (float) (numerator / denominator),
                Broadcast.sumTo(gradient, q.shape()));
    }

    /**
     * {@code 1 - y} in the dtype of y: below zero, the integer types wrap around, so that 255 in a uint8 mask gives 2.
     */
    private static Tensor complement(LabelArray y) {
        LabelArray rest = y.dtype().isFloatingPoint()
                ? LabelArray.ofDoubles(y.dtype(), y.shape(), i -> 1 - y.doubleAt(i))
                : LabelArray.ofLongs(y.dtype(), y.shape(), i -> 1 - y.longAt(i));
        return rest.toTensor();
    }

    /** Whether a target has a probability for each element of the input, rather than an index for each pixel. */
    public static boolean isDistribution(LabelArray target, Shape input) {
        return input.rank() == Nchw.RANK
                && target.shape().equals(input)
                && target.dtype().isFloatingPoint();
    }
}
