package lossgrid.model.document;

import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;
import org.jspecify.annotations.Nullable;

/**
 * The document: everything a user can change. Immutable.
 *
 * @param logits float32 {@code [N, C, H, W]}, not empty
 * @param labels the raw labels, rank 1 to 4
 * @param encoding the steps from the raw labels to the loss's target, in order
 * @param classes the names, at most one for each class
 * @param colors at most one for each class; further classes have the default colours
 * @param source the origin of the labels, even if they have been edited since; null for labels made here
 * @param hasExampleLogits whether the logits were made by {@code ExampleLogits}, because the labels came without any
 */
public record Experiment(
        String title,
        Tensor logits,
        LabelArray labels,
        List<EncodingStep> encoding,
        Recipe recipe,
        LossOptions options,
        List<String> classes,
        List<ClassColor> colors,
        @Nullable LabelSource source,
        boolean hasExampleLogits) {
    private static final int BINARY_CLASSES = 2;

    public Experiment {
        if (logits.shape().rank() != Nchw.RANK || logits.size() == 0) {
            throw new IllegalArgumentException("logits are [N, C, H, W] and not empty, unlike " + logits.shape());
        }
        encoding = List.copyOf(encoding);
        classes = List.copyOf(classes);
        colors = List.copyOf(colors);
    }

    /** An experiment that was made here, whose classes have the default colours. */
    public Experiment(
            String title,
            Tensor logits,
            LabelArray labels,
            List<EncodingStep> encoding,
            Recipe recipe,
            LossOptions options,
            List<String> classes) {
        this(title, logits, labels, encoding, recipe, options, classes, List.of(), null, false);
    }

    public int batches() {
        return logits.shape().dim(0);
    }

    public int channels() {
        return logits.shape().dim(Nchw.CLASS_DIM);
    }

    public int height() {
        return logits.shape().dim(2);
    }

    public int width() {
        return logits.shape().dim(3);
    }

    /**
     * The number of classes that a label can name: one a channel, or two where a channel separates object from
     * background.
     */
    public int classCount() {
        return isBinary() ? BINARY_CLASSES : channels();
    }

    /**
     * Whether the labels were made from the logits, because these came without any, even if they have been edited
     * since.
     */
    public boolean hasPredictedLabels() {
        return source != null && source.layout() == LabelSource.Layout.PREDICTION;
    }

    /** Whether the recipe's loss compares each logit with a value of its own. */
    public boolean isBinary() {
        return recipe.loss().isBinary(channels());
    }

    public Experiment withTitle(String value) {
        return new Experiment(
                value, logits, labels, encoding, recipe, options, classes, colors, source, hasExampleLogits);
    }

    /** This experiment with other logits, which are not examples. */
    public Experiment withLogits(Tensor value) {
        return new Experiment(title, value, labels, encoding, recipe, options, classes, colors, source, false);
    }

    public Experiment withLabels(LabelArray value) {
        return new Experiment(
                title, logits, value, encoding, recipe, options, classes, colors, source, hasExampleLogits);
    }

    public Experiment withEncoding(List<EncodingStep> value) {
        return new Experiment(title, logits, labels, value, recipe, options, classes, colors, source, hasExampleLogits);
    }

    public Experiment withRecipe(Recipe value) {
        return new Experiment(
                title, logits, labels, encoding, value, options, classes, colors, source, hasExampleLogits);
    }

    public Experiment withOptions(LossOptions value) {
        return new Experiment(
                title, logits, labels, encoding, recipe, value, classes, colors, source, hasExampleLogits);
    }

    public Experiment withClasses(List<String> value) {
        return new Experiment(
                title, logits, labels, encoding, recipe, options, value, colors, source, hasExampleLogits);
    }

    public Experiment withColors(List<ClassColor> value) {
        return new Experiment(
                title, logits, labels, encoding, recipe, options, classes, value, source, hasExampleLogits);
    }

    public Experiment withSource(@Nullable LabelSource value) {
        return new Experiment(
                title, logits, labels, encoding, recipe, options, classes, colors, value, hasExampleLogits);
    }

    /** This experiment with that flag; the same object when nothing changes. */
    public Experiment withExampleLogits(boolean value) {
        return value == hasExampleLogits
                ? this
                : new Experiment(title, logits, labels, encoding, recipe, options, classes, colors, source, value);
    }
}
