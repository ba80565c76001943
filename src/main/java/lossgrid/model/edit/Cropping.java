package lossgrid.model.edit;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.label.ArrayWindow;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.example.SpatialDims;
import org.jspecify.annotations.Nullable;

/** Cuts one window of rows and columns out of a document. */
final class Cropping {
    private static final int ROWS = 2;

    private Cropping() {}

    /**
     * The document with nothing but the window. It is cut out of the logits, of weights that have their rows and
     * columns, and of the labels, whose rows and columns {@link SpatialDims} finds; an array in which the window does
     * not lie stays as it is.
     *
     * @throws IllegalArgumentException for a window without pixels, one that begins before the first pixel, and one
     *     that lies in neither array
     */
    static Experiment crop(Experiment experiment, Edit.Crop window) {
        Optional<SpatialDims> axes = SpatialDims.of(experiment);
        Shape logits = experiment.logits().shape();
        boolean inLogits = contains(logits, ROWS, window);
        boolean inLabels = axes.isPresent()
                && contains(experiment.labels().shape(), axes.get().rows(), window);
        if (!inLogits && !inLabels) {
            throw new IllegalArgumentException("neither logits nor labels have the pixels of " + window);
        }
        Experiment out = experiment;
        if (inLabels && !isWhole(experiment.labels().shape(), axes.get().rows(), window)) {
            out = out.withLabels(cut(experiment.labels(), axes.get(), window));
        }
        if (inLogits && !isWhole(logits, ROWS, window)) {
            LossOptions options = experiment.options();
            out = out.withLogits(cut(experiment.logits(), window))
                    .withOptions(options.withWeight(weight(options.weight(), logits, window))
                            .withPosWeight(weight(options.posWeight(), logits, window)));
        }
        return out;
    }

    private static boolean contains(Shape shape, int rows, Edit.Crop window) {
        return window.h() <= shape.dim(rows) - window.height() && window.w() <= shape.dim(rows + 1) - window.width();
    }

    private static boolean isWhole(Shape shape, int rows, Edit.Crop window) {
        return window.height() == shape.dim(rows) && window.width() == shape.dim(rows + 1);
    }

    private static LabelArray cut(LabelArray labels, SpatialDims axes, Edit.Crop window) {
        LabelArray rows = ArrayWindow.narrow(labels, axes.rows(), window.h(), window.height());
        return ArrayWindow.narrow(rows, axes.columns(), window.w(), window.width());
    }

    private static Tensor cut(Tensor tensor, Edit.Crop window) {
        return ArrayWindow.window(tensor, window.h(), window.w(), window.height(), window.width());
    }

    private static @Nullable Tensor weight(@Nullable Tensor weight, Shape logits, Edit.Crop window) {
        boolean ofPixels = weight != null
                && weight.shape().rank() >= 2
                && weight.shape().fromEnd(1) == logits.dim(ROWS)
                && weight.shape().fromEnd(0) == logits.dim(ROWS + 1);
        return ofPixels && weight != null ? cut(weight, window) : weight;
    }
}
