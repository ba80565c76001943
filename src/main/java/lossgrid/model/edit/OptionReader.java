package lossgrid.model.edit;

import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.Recipe;
import lossgrid.model.text.ArrayText;
import lossgrid.model.text.NumberParser;
import lossgrid.model.text.Parsed;

/**
 * Reads a size or an option that a user types. Only a text without a value is rejected: at a value that it does not
 * take, PyTorch raises.
 */
public final class OptionReader {
    /** A size of the logits, by the number of its dimension. */
    public enum Axis {
        N(0),
        C(1),
        H(2),
        W(3);

        private final int dim;

        Axis(int dim) {
            this.dim = dim;
        }

        public int dim() {
            return dim;
        }
    }

    private OptionReader() {}

    public static Parsed<Edit> size(Experiment experiment, Axis axis, String text) {
        return NumberParser.whole(text).flatMap(size -> size(experiment, axis, size));
    }

    /** As {@link #size(Experiment, Axis, String)} for a number. */
    public static Parsed<Edit> size(Experiment experiment, Axis axis, long size) {
        int[] sizes = experiment.logits().shape().toArray();
        int dim = axis.dim();
        long others = 1;
        for (int i = 0; i < sizes.length; i++) {
            others *= i == dim ? 1 : sizes[i];
        }
        if (size < 1) {
            return rejected(Parsed.Problem.BELOW_ONE, size);
        }
        boolean grows = size > sizes[dim];
        if (grows && size > Reshaping.MOST_ELEMENTS / Math.max(others, 1)) {
            return rejected(Parsed.Problem.TOO_MANY, size);
        }
        sizes[dim] = (int) size;
        return new Parsed.Value<>(new Edit.Reshape(sizes[0], sizes[1], sizes[2], sizes[3]));
    }

    private static <T> Parsed<T> rejected(Parsed.Problem problem, long found) {
        return new Parsed.Rejected<>(problem, Long.toString(found));
    }

    /** The dim of a softmax; one that is out of range is legal here. */
    public static Parsed<Edit> dim(Experiment experiment, String text) {
        return NumberParser.int32(text).map(dim -> {
            Activation activation =
                    switch (experiment.recipe().activation()) {
                        case Activation.None none -> none;
                        case Activation.Sigmoid sigmoid -> sigmoid;
                        case Activation.Softmax _ -> new Activation.Softmax(dim);
                        case Activation.LogSoftmax _ -> new Activation.LogSoftmax(dim);
                    };
            return new Edit.SetRecipe(new Recipe(activation, experiment.recipe().loss()));
        });
    }

    public static Parsed<Edit> ignoreIndex(Experiment experiment, String text) {
        return NumberParser.whole(text)
                .map(index -> new Edit.SetOptions(experiment.options().withIgnoreIndex(index)));
    }

    public static Parsed<Edit> labelSmoothing(Experiment experiment, String text) {
        return NumberParser.real(text)
                .map(value -> new Edit.SetOptions(experiment.options().withLabelSmoothing(value)));
    }

    /** An array, or none for an empty text. */
    public static Parsed<Edit> weight(Experiment experiment, String text) {
        return ArrayText.parse(text)
                .map(weight -> new Edit.SetOptions(experiment.options().withWeight(weight.orElse(null))));
    }

    /** As {@link #weight}. */
    public static Parsed<Edit> posWeight(Experiment experiment, String text) {
        return ArrayText.parse(text)
                .map(weight -> new Edit.SetOptions(experiment.options().withPosWeight(weight.orElse(null))));
    }
}
