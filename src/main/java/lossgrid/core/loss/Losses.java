package lossgrid.core.loss;

import lossgrid.core.array.CppFormat;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's losses for segmentation on the CPU: the same numbers, the same checks in the same order, the same messages.
 * Each is documented under its name in {@code torch.nn.functional}; the numerical form is that of PyTorch 1.13's C++
 * kernels.
 */
public final class Losses {
    private Losses() {}

    /**
     * {@code binary_cross_entropy}: {@code −w · (y log x + (1 − y) log(1 − x))}, each logarithm no less than −100.
     *
     * @param input probabilities, any shape
     * @param target float32 of the input's shape; values outside 0…1 are accepted
     * @param weight one that broadcasts with the target, or null
     * @throws TorchException {@code ValueError} when the shapes differ, {@code RuntimeError} for another dtype, a
     *     weight that does not broadcast, or an input outside 0…1
     */
    public static LossResult binaryCrossEntropy(
            Tensor input, LabelArray target, @Nullable Tensor weight, Reduction reduction) {
        return binaryCrossEntropy(input, target, weight, reduction, ComputeMode.of(input.shape()));
    }

    public static LossResult binaryCrossEntropy(
            Tensor input, LabelArray target, @Nullable Tensor weight, Reduction reduction, ComputeMode compute) {
        return compute == ComputeMode.FUSED && FusedBinary.fits(input, target, weight, null)
                ? FusedBinary.ofProbabilities(input, target, weight, reduction).loss()
                : BinaryLosses.binaryCrossEntropy(input, target, weight, reduction);
    }

    /**
     * {@link #binaryCrossEntropy} from which, for large grids, {@link ActivatedLoss#after} continues.
     */
    public static ActivatedLoss resumableBinaryCrossEntropy(
            Tensor input, LabelArray target, @Nullable Tensor weight, Reduction reduction) {
        return ComputeMode.of(input.shape()) == ComputeMode.FUSED && FusedBinary.fits(input, target, weight, null)
                ? FusedBinary.ofProbabilities(input, target, weight, reduction)
                : new ActivatedLoss(input, BinaryLosses.binaryCrossEntropy(input, target, weight, reduction), null);
    }

    /**
     * {@code binary_cross_entropy_with_logits}: the same on logits, without the clamp and without the saturation of the
     * sigmoid.
     *
     * @param input logits, any shape
     * @param target float32 or float64 of the input's shape; values outside 0…1 are accepted
     * @param weight one that broadcasts with the input, or null
     * @param posWeight the factor of the positive term, broadcast from the last axis, or null
     * @throws TorchException {@code ValueError} when the shapes differ, {@code RuntimeError} for another dtype or a
     *     weight that does not broadcast
     */
    public static LossResult binaryCrossEntropyWithLogits(
            Tensor input, LabelArray target, @Nullable Tensor weight, @Nullable Tensor posWeight, Reduction reduction) {
        return binaryCrossEntropyWithLogits(input, target, weight, posWeight, reduction, ComputeMode.of(input.shape()));
    }

    public static LossResult binaryCrossEntropyWithLogits(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            @Nullable Tensor posWeight,
            Reduction reduction,
            ComputeMode compute) {
        return compute == ComputeMode.FUSED && FusedBinary.fits(input, target, weight, posWeight)
                ? FusedBinary.withLogits(input, target, weight, posWeight, reduction)
                        .loss()
                : BinaryLosses.withLogits(input, target, weight, posWeight, reduction);
    }

    /** {@link #binaryCrossEntropyWithLogits} with the sigmoid on the way to it: for large grids in one pass. */
    public static ActivatedLoss sigmoidCrossEntropy(
            Tensor input, LabelArray target, @Nullable Tensor weight, @Nullable Tensor posWeight, Reduction reduction) {
        if (ComputeMode.of(input.shape()) == ComputeMode.FUSED && FusedBinary.fits(input, target, weight, posWeight)) {
            return FusedBinary.withLogits(input, target, weight, posWeight, reduction);
        }
        return new ActivatedLoss(
                ActivationMath.sigmoid(input),
                binaryCrossEntropyWithLogits(input, target, weight, posWeight, reduction),
                null);
    }

    /**
     * {@code nll_loss}: {@code −w[y] · input[n, y, h, w]}. The mean divides by the sum of the weights of the targets
     * that are not ignored.
     *
     * @param input log-probabilities {@code [N, C, H, W]}
     * @param target class indices, int64 {@code [N, H, W]}
     * @param weight one factor a class, or null
     * @param ignoreIndex targets of this value are ignored
     * @throws TorchException for a target of another batch size, rank, size or dtype, a target out of bounds, a weight
     *     of another length
     */
    public static LossResult nllLoss(
            Tensor input, LabelArray target, @Nullable Tensor weight, long ignoreIndex, Reduction reduction) {
        return nllLoss(input, target, weight, ignoreIndex, reduction, ComputeMode.of(input.shape()));
    }

    public static LossResult nllLoss(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            Reduction reduction,
            ComputeMode compute) {
        return compute == ComputeMode.FUSED && FusedNll.fits(input, target, weight)
                ? FusedNll.nllLoss(input, target, weight, ignoreIndex, reduction)
                        .loss()
                : ClassIndexLoss.nllLoss(input, target, weight, ignoreIndex, reduction);
    }

    /**
     * {@link #nllLoss} from which, for large grids, {@link ActivatedLoss#after} continues.
     */
    public static ActivatedLoss resumableNllLoss(
            Tensor input, LabelArray target, @Nullable Tensor weight, long ignoreIndex, Reduction reduction) {
        return ComputeMode.of(input.shape()) == ComputeMode.FUSED && FusedNll.fits(input, target, weight)
                ? FusedNll.nllLoss(input, target, weight, ignoreIndex, reduction)
                : new ActivatedLoss(input, ClassIndexLoss.nllLoss(input, target, weight, ignoreIndex, reduction), null);
    }

    /**
     * {@code cross_entropy}: {@link #nllLoss} of {@code log_softmax(input, 1)} for class indices; for a target of the
     * input's shape, {@code −Σ w_c p_c log q_c} over the classes, whose mean divides by the number of pixels whatever
     * the weight.
     *
     * @param input logits {@code [N, C, H, W]}
     * @param target class indices, int64 {@code [N, H, W]}, or class probabilities, float32 or float64 {@code [N, C, H,
     *     W]}
     * @param weight one factor a class, or null
     * @param ignoreIndex targets of this value are ignored; must be negative with class probabilities
     * @param labelSmoothing 0…1: how much of the target is spread evenly over all classes
     * @throws TorchException as {@link #nllLoss}, and for a smoothing above 1 or a target of the input's shape that is
     *     not of a floating type
     */
    public static LossResult crossEntropy(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction) {
        return crossEntropy(
                input, target, weight, ignoreIndex, labelSmoothing, reduction, ComputeMode.of(input.shape()));
    }

    public static LossResult crossEntropy(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction,
            ComputeMode compute) {
        if (input.shape().equals(target.shape())) {
            return ClassProbabilityLoss.crossEntropy(input, target, weight, ignoreIndex, labelSmoothing, reduction);
        }
        if (labelSmoothing > 0) {
            requireSmoothing(labelSmoothing);
        }
        double smoothing = labelSmoothing > 0 ? labelSmoothing : 0;
        if (compute == ComputeMode.FUSED && FusedClasses.fits(input, target, weight)) {
            return FusedClasses.crossEntropy(
                            input, target, weight, ignoreIndex, smoothing, reduction, ProbabilityStorage.STORED)
                    .loss();
        }
        return ClassIndexLoss.crossEntropy(input, target, weight, ignoreIndex, smoothing, reduction);
    }

    /**
     * {@link #crossEntropy} with the softmax on the way to it: for large grids in one pass.
     *
     * @param activated whether the softmax is stored or computed when it is read
     */
    public static ActivatedLoss softmaxCrossEntropy(
            Tensor input,
            LabelArray target,
            @Nullable Tensor weight,
            long ignoreIndex,
            double labelSmoothing,
            Reduction reduction,
            ProbabilityStorage activated) {
        boolean fused = ComputeMode.of(input.shape()) == ComputeMode.FUSED && labelSmoothing <= 1;
        if (fused && FusedClasses.fits(input, target, weight)) {
            double smoothing = labelSmoothing > 0 ? labelSmoothing : 0;
            return FusedClasses.crossEntropy(input, target, weight, ignoreIndex, smoothing, reduction, activated);
        }
        return new ActivatedLoss(
                ActivationMath.softmax(input, 1),
                crossEntropy(input, target, weight, ignoreIndex, labelSmoothing, reduction),
                null);
    }

    static void requireSmoothing(double labelSmoothing) {
        if (labelSmoothing > 1) {
            throw TorchException.runtimeError(
                    "label_smoothing must be between 0.0 and 1.0. Got: " + CppFormat.stream(labelSmoothing));
        }
    }
}
