package lossgrid.model.compare;

import java.util.Optional;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;

/**
 * The loss of every pixel as one number for every kind of loss, so that any two experiments on the same grid can be
 * compared.
 *
 * @param values {@code [N, H, W]}: of a loss over classes the loss itself; of a binary loss, which has a value for each
 *     channel, the mean over the channels, since PyTorch's reduction mean is the mean of these means
 * @param channels the number of values averaged for a pixel; 1 if none
 * @param nans the number of pixels that are NaN
 * @param infinities the number of pixels that are ∞ or −∞
 */
public record LossMap(Tensor values, int channels, int nans, int infinities) {
    /**
     * The map of an analysis; empty where the loss raises or is absent, or where broadcasting in a hand-written loss
     * leaves no value that belongs to one pixel.
     */
    static Optional<LossMap> of(Analysis analysis) {
        Shape pixels = analysis.experiment().logits().shape().remove(Nchw.CLASS_DIM);
        return analysis.loss().value().map(LossResult::lossPerPixel).flatMap(loss -> {
            Shape shape = loss.shape();
            if (shape.equals(pixels)) {
                return Optional.of(counted(loss, 1));
            }
            boolean isPerChannel = shape.rank() == pixels.rank() + 1
                    && shape.remove(Nchw.CLASS_DIM).equals(pixels);
            return isPerChannel
                    ? Optional.of(counted(meanOverChannels(loss), shape.dim(Nchw.CLASS_DIM)))
                    : Optional.empty();
        });
    }

    /** The mean over the channels; one NaN makes it NaN. */
    private static Tensor meanOverChannels(Tensor loss) {
        Shape shape = loss.shape();
        Nchw layout = Nchw.of(shape);
        int channels = layout.classes();
        return Tensor.generate(shape.remove(Nchw.CLASS_DIM), pixel -> {
            double sum = 0;
            int first = layout.planeAt(pixel, 0);
            int cell = layout.cellOf(pixel);
            for (int c = 0; c < channels; c++) {
                sum += loss.inPlane(first + c, cell);
            }
            return (float) (sum / channels);
        });
    }

    private static LossMap counted(Tensor values, int channels) {
        int nans = 0;
        int infinities = 0;
        for (int i = 0; i < values.size(); i++) {
            nans += Float.isNaN(values.at(i)) ? 1 : 0;
            infinities += Float.isInfinite(values.at(i)) ? 1 : 0;
        }
        return new LossMap(values, channels, nans, infinities);
    }
}
