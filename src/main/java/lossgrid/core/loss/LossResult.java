package lossgrid.core.loss;

import lossgrid.core.array.DType;
import lossgrid.core.array.Tensor;

/**
 * The result of a loss: the number that PyTorch returns, and the parts it is computed from.
 *
 * @param dtype the type of PyTorch's result: float64 where a float64 target promotes it, else float32
 * @param lossPerPixel the result with reduction none, weights included: {@code [N, H, W]} for the losses over classes,
 *     the input's shape for the binary ones
 * @param weightPerPixel each value's share of the denominator of the weighted mean; 0 where the target is ignored. For
 *     the binary losses it is the factor in the loss itself, though their mean divides by the number of elements
 * @param counted the number of values that are not ignored
 * @param numerator the sum of {@code lossPerPixel}, accumulated in double
 * @param denominator the divisor of the numerator; 1 unless the reduction is mean
 * @param value the reduced loss as PyTorch's float32 adds it up: the numerator divided by the denominator, apart from
 *     rounding; with reduction none the same as for sum
 * @param gradient the gradient of the reduced loss with respect to the loss's input, in the input's shape; with
 *     reduction none that of the sum
 */
public record LossResult(
        DType dtype,
        Reduction reduction,
        Tensor lossPerPixel,
        Tensor weightPerPixel,
        int counted,
        double numerator,
        double denominator,
        float value,
        Tensor gradient) {
    /** This result after the losses of few pixels have changed, but not the denominator. */
    LossResult following(Tensor losses, double sum, Tensor gradient) {
        float reduced = (float) (sum / denominator);
        return new LossResult(dtype, reduction, losses, weightPerPixel, counted, sum, denominator, reduced, gradient);
    }

    /**
     * This result after the losses of few pixels have changed, and with them the denominator.
     *
     * @param ledger the sums over all pixels now
     */
    LossResult following(Tensor losses, Tensor weights, BlockLedger ledger, Tensor gradient) {
        double by = reduction == Reduction.MEAN ? ledger.weight() : 1;
        double sum = ledger.numerator();
        return new LossResult(
                dtype, reduction, losses, weights, ledger.counted(), sum, by, (float) (sum / by), gradient);
    }

    /** The number of values before the reduction. */
    public int pixels() {
        return lossPerPixel.size();
    }

    public static double sum(Tensor tensor) {
        double sum = 0;
        for (int i = 0; i < tensor.size(); i++) {
            sum += tensor.at(i);
        }
        return sum;
    }
}
