package lossgrid.model.edit;

import java.util.OptionalDouble;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.text.ArrayText;
import lossgrid.model.text.NumberParser;

/**
 * Reads what a user types for a size or an option. Only what is no value at all is refused: a value that PyTorch would refuse is for PyTorch to
 * refuse.
 */
public final class OptionReader {
    /** A whole number, or why it is none; {@code value} means nothing then. */
    private record Whole(long value, boolean isNumber, boolean isWhole, boolean fits) {
        OptionInput rejected() {
            return new OptionInput.Rejected(
                    !isNumber
                            ? OptionInput.Reason.NOT_A_NUMBER
                            : isWhole ? OptionInput.Reason.OUT_OF_RANGE : OptionInput.Reason.NOT_WHOLE);
        }
    }

    private OptionReader() {}

    public static OptionInput size(Experiment experiment, OptionInput.Axis axis, String text) {
        Whole size = whole(text);
        return size.fits() ? size(experiment, axis, size.value()) : size.rejected();
    }

    /** As {@link #size(Experiment, Axis, String)} for a number. */
    public static OptionInput size(Experiment experiment, OptionInput.Axis axis, long size) {
        int[] sizes = experiment.logits().shape().toArray();
        long others = 1;
        for (int i = 0; i < sizes.length; i++) {
            others *= i == axis.dim() ? 1 : sizes[i];
        }
        if (size < 1) {
            return new OptionInput.Rejected(OptionInput.Reason.BELOW_ONE);
        }
        boolean grows = size > sizes[axis.dim()];
        if (grows && size > Reshaping.MOST_ELEMENTS / Math.max(others, 1)) {
            return new OptionInput.Rejected(OptionInput.Reason.TOO_MANY);
        }
        sizes[axis.dim()] = (int) size;
        return new OptionInput.Accepted(new Edit.Reshape(sizes[0], sizes[1], sizes[2], sizes[3]));
    }

    /** The dim of a softmax; one that is out of range is legal here. */
    public static OptionInput dim(Experiment experiment, String text) {
        Whole dim = whole(text);
        if (!dim.fits()) {
            return dim.rejected();
        }
        if (dim.value() != (int) dim.value()) {
            return new OptionInput.Rejected(OptionInput.Reason.OUT_OF_RANGE);
        }
        Activation activation =
                switch (experiment.recipe().activation()) {
                    case Activation.None none -> none;
                    case Activation.Sigmoid sigmoid -> sigmoid;
                    case Activation.Softmax _ -> new Activation.Softmax((int) dim.value());
                    case Activation.LogSoftmax _ -> new Activation.LogSoftmax((int) dim.value());
                };
        return new OptionInput.Accepted(
                new Edit.SetRecipe(new Recipe(activation, experiment.recipe().loss())));
    }

    public static OptionInput ignoreIndex(Experiment experiment, String text) {
        Whole index = whole(text);
        return index.fits() ? options(experiment.options().withIgnoreIndex(index.value())) : index.rejected();
    }

    public static OptionInput labelSmoothing(Experiment experiment, String text) {
        OptionalDouble value = NumberParser.real(text);
        return value.isPresent()
                ? options(experiment.options().withLabelSmoothing(value.getAsDouble()))
                : new OptionInput.Rejected(OptionInput.Reason.NOT_A_NUMBER);
    }

    /** An array, or none for an empty text. */
    public static OptionInput weight(Experiment experiment, String text) {
        LossOptions options = experiment.options();
        return switch (ArrayText.parse(text)) {
            case ArrayText.Result.Nothing() -> options(options.withWeight(null));
            case ArrayText.Result.Array(Tensor weight) -> options(options.withWeight(weight));
            case ArrayText.Result.Malformed(var problem, int position) -> new OptionInput.Malformed(problem, position);
        };
    }

    /** As {@link #weight}. */
    public static OptionInput posWeight(Experiment experiment, String text) {
        LossOptions options = experiment.options();
        return switch (ArrayText.parse(text)) {
            case ArrayText.Result.Nothing() -> options(options.withPosWeight(null));
            case ArrayText.Result.Array(Tensor weight) -> options(options.withPosWeight(weight));
            case ArrayText.Result.Malformed(var problem, int position) -> new OptionInput.Malformed(problem, position);
        };
    }

    private static OptionInput options(LossOptions options) {
        return new OptionInput.Accepted(new Edit.SetOptions(options));
    }

    private static Whole whole(String text) {
        String plain = NumberParser.plain(text);
        if (!plain.matches("[+-]?\\d+")) {
            return new Whole(0, NumberParser.real(text).isPresent(), false, false);
        }
        try {
            return new Whole(Long.parseLong(plain), true, true, true);
        } catch (NumberFormatException e) {
            return new Whole(0, true, true, false);
        }
    }
}
