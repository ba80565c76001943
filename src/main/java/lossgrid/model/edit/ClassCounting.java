package lossgrid.model.edit;

import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.example.ExampleLogits;
import org.jspecify.annotations.Nullable;

/** Another number of classes for a document. */
public final class ClassCounting {
    static final long SEED = 1;

    private ClassCounting() {}

    /**
     * The document for this many classes. Example logits are made anew, for the labels as they are encoded now; others
     * are cut, or filled up with 0. Weights of as many classes as before go, and so does the loss of one channel where
     * there are several now.
     */
    static Experiment set(Experiment experiment, int classes) {
        Experiment sized = experiment.hasExampleLogits()
                ? withExamples(experiment, classes)
                : Reshaping.reshape(experiment, sizes(experiment, classes));
        if (sized.channels() == experiment.channels()) {
            return sized.equals(experiment) ? experiment : sized;
        }
        Experiment out = sized.withOptions(withoutClassWeights(experiment, sized.options()));
        boolean isOfOneChannel = experiment.isBinary() && experiment.channels() == 1;
        return isOfOneChannel ? out.withRecipe(new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS)) : out;
    }

    private static Shape sizes(Experiment experiment, int classes) {
        return experiment.logits().shape().with(Nchw.CLASS_DIM, classes);
    }

    private static Experiment withExamples(Experiment experiment, int classes) {
        Optional<LabelArray> encoded = encoded(experiment);
        LabelArray labels = encoded.orElse(experiment.labels());
        LabelSource source = encoded.isPresent() ? null : experiment.source();
        int most = affordable(labels, source, classes);
        if (most < 1) {
            return experiment;
        }
        Tensor logits = ExampleLogits.logits(labels, source, most, SEED);
        return logits.equals(experiment.logits())
                ? experiment
                : Reshaping.replaceLogits(experiment, logits).withExampleLogits(true);
    }

    /** The most classes, up to this many, for which there is room; 0 if there is none for one. */
    static int affordable(LabelArray labels, @Nullable LabelSource source, int classes) {
        int most = classes;
        while (most > 0 && !ExampleLogits.isAffordable(labels, source, most)) {
            most--;
        }
        return most;
    }

    /** The encoded labels, where they have a number for each pixel of the logits. */
    private static Optional<LabelArray> encoded(Experiment experiment) {
        LabelArray out = experiment.labels();
        try {
            for (EncodingStep step : experiment.encoding()) {
                out = step.apply(out);
            }
        } catch (TorchException raised) {
            return Optional.empty();
        }
        boolean isOfPixels = !experiment.encoding().isEmpty()
                && out.shape().equals(experiment.logits().shape().remove(Nchw.CLASS_DIM));
        return isOfPixels ? Optional.of(ofPixels(out)) : Optional.empty();
    }

    /** Class indices {@code [H, W]} or {@code [N, H, W]} as {@code [N, 1, H, W]}, whose last sizes are no colours. */
    static LabelArray ofPixels(LabelArray indices) {
        Shape shape = indices.shape();
        Shape batched = shape.rank() < Nchw.PIXELS_RANK ? shape.insert(0, 1) : shape;
        return indices.reshape(batched.insert(Nchw.CLASS_DIM, 1));
    }

    private static LossOptions withoutClassWeights(Experiment before, LossOptions options) {
        return options.withWeight(isOfClasses(options.weight(), before.channels()) ? null : options.weight())
                .withPosWeight(isOfClasses(options.posWeight(), before.channels()) ? null : options.posWeight());
    }

    /** Whether the weight has a factor for each class: along a vector, or before rows and columns. */
    private static boolean isOfClasses(@Nullable Tensor weight, int classes) {
        if (weight == null || classes == 1) {
            return false;
        }
        Shape shape = weight.shape();
        return shape.rank() == 1 ? shape.dim(0) == classes : shape.rank() >= 3 && shape.fromEnd(2) == classes;
    }
}
