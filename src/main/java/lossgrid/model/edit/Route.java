package lossgrid.model.edit;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;

/** The two ways to put the same question: one logit and a sigmoid, or a logit for each class and a softmax. */
public enum Route {
    SIGMOID,
    SOFTMAX;

    private static final int OBJECT = 1;

    /** The route that this document takes. */
    public static Route of(Experiment experiment) {
        return experiment.isBinary() ? SIGMOID : SOFTMAX;
    }

    /**
     * The same problem by this route, with the same loss where that is possible: one logit x becomes the two logits 0
     * and x; C logits become that of class 1 against all others. Labels that fit the old route are turned into those of
     * the new one, others stay as they are. The weight is dropped, since it means another thing there.
     */
    public Experiment convert(Experiment experiment) {
        if (of(experiment) == this) {
            return experiment;
        }
        Experiment bare = experiment.withOptions(experiment.options().withWeight(null));
        return switch (this) {
            case SIGMOID -> toSigmoid(bare);
            case SOFTMAX -> toSoftmax(bare);
        };
    }

    private static Experiment toSigmoid(Experiment experiment) {
        Shape logits = experiment.logits().shape();
        Shape one = logits.with(Nchw.CLASS_DIM, 1);
        LabelArray labels = Analyzer.encode(experiment).value().orElse(experiment.labels());
        Experiment out = experiment.withRecipe(new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS));
        if (labels.shape().equals(logits.remove(Nchw.CLASS_DIM))) {
            LabelArray objects = LabelArray.ofLongs(DType.FLOAT32, one, i -> labels.doubleAt(i) == OBJECT ? 1 : 0);
            out = out.withLabels(objects).withEncoding(List.of());
        } else if (labels.shape().equals(logits) && experiment.channels() > 1) {
            Nchw layout = Nchw.of(logits);
            LabelArray share =
                    LabelArray.ofDoubles(DType.FLOAT32, one, pixel -> labels.doubleAt(layout.element(pixel, OBJECT)));
            out = out.withLabels(share).withEncoding(List.of());
        }
        return experiment.channels() == 1
                ? out
                : out.withLogits(ActivationMath.oneAgainstRest(experiment.logits(), OBJECT));
    }

    private static Experiment toSoftmax(Experiment experiment) {
        Experiment out = experiment.withRecipe(new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS));
        if (experiment.channels() > 1) {
            return out;
        }
        Tensor logits = experiment.logits();
        Shape two = logits.shape().with(Nchw.CLASS_DIM, 2);
        Nchw layout = Nchw.of(two);
        out = out.withLogits(
                Tensor.generate(two, i -> layout.classOf(i) == OBJECT ? logits.at(layout.pixelOf(i)) : 0f));
        LabelArray labels = Analyzer.encode(experiment).value().orElse(experiment.labels());
        if (!labels.shape().equals(logits.shape())) {
            return out;
        }
        LabelArray target = isWhole(labels)
                ? LabelArray.ofLongs(DType.INT64, logits.shape().remove(Nchw.CLASS_DIM), i -> (long) labels.doubleAt(i))
                : LabelArray.ofDoubles(DType.FLOAT32, two, i -> {
                    double y = labels.doubleAt(layout.pixelOf(i));
                    return layout.classOf(i) == OBJECT ? y : 1 - y;
                });
        return out.withLabels(target).withEncoding(List.of());
    }

    private static boolean isWhole(LabelArray labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.doubleAt(i) != Math.rint(labels.doubleAt(i)) || Double.isInfinite(labels.doubleAt(i))) {
                return false;
            }
        }
        return true;
    }
}
