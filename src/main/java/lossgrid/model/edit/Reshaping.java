package lossgrid.model.edit;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Resizing;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;

/** Other sizes for a document: what is kept is kept, what is new is 0. */
public final class Reshaping {
    /** The most elements of logits that are made by typing a size: 2^24. */
    public static final int MOST_ELEMENTS = 1 << 24;

    private Reshaping() {}

    /**
     * The document with logits {@code [N, C, H, W]} of this shape. Labels follow if they lie as the logits do, as
     * {@code [N, H, W]}, {@code [N, 1, H, W]} or {@code [N, C, H, W]}; others stay, since nothing says which of their
     * sizes is which. New classes get a name if all old ones have one; names and colours of classes that are gone go
     * too. Options stay: a weight of the wrong length is left for PyTorch to reject.
     *
     * @throws IllegalArgumentException for a size below 1
     */
    static Experiment reshape(Experiment experiment, Shape logits) {
        Shape before = experiment.logits().shape();
        if (logits.equals(before)) {
            return experiment;
        }
        for (int size : logits.toArray()) {
            if (size < 1) {
                throw new IllegalArgumentException("a size below 1: " + logits);
            }
        }
        return replaceLogits(
                experiment.withLabels(labels(experiment, logits)), Resizing.resize(experiment.logits(), logits));
    }

    /** The document with other logits; names and colours follow the number of classes as above. */
    static Experiment replaceLogits(Experiment experiment, Tensor logits) {
        int oldClasses = experiment.classCount();
        Experiment out = experiment.withLogits(logits);
        int classes = out.classCount();
        return out.withClasses(names(experiment.classes(), oldClasses, classes))
                .withColors(first(out.colors(), classes));
    }

    private static LabelArray labels(Experiment experiment, Shape logits) {
        LabelArray labels = experiment.labels();
        Shape before = experiment.logits().shape();
        Shape shape = labels.shape();
        boolean ofEveryLogit = shape.equals(before) && (experiment.isBinary() || experiment.channels() > 1);
        if (ofEveryLogit) {
            return Resizing.resize(labels, logits);
        }
        if (shape.equals(before.with(Nchw.CLASS_DIM, 1))) {
            return Resizing.resize(labels, logits.with(Nchw.CLASS_DIM, 1));
        }
        return shape.equals(before.remove(Nchw.CLASS_DIM))
                ? Resizing.resize(labels, logits.remove(Nchw.CLASS_DIM))
                : labels;
    }

    private static List<String> names(List<String> names, int oldClasses, int classes) {
        List<String> out = new ArrayList<>(first(names, classes));
        if (!names.isEmpty() && names.size() >= oldClasses) {
            while (out.size() < classes) {
                out.add("class " + out.size());
            }
        }
        return out;
    }

    private static <T> List<T> first(List<T> list, int count) {
        return list.subList(0, Math.min(count, list.size()));
    }
}
