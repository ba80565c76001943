package lossgrid.model.edit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossOptions;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.Palette;
import lossgrid.model.example.ClassCount;
import lossgrid.model.example.ExampleLogits;
import org.jspecify.annotations.Nullable;

/** Makes documents with arrays from elsewhere, for {@link Edit.Import}. Takes its time for large arrays. */
public final class Importing {
    private Importing() {}

    /** As {@link #labels(Experiment, LabelArray, LabelSource, List, OptionalInt)}, where no data set is known. */
    public static Optional<Experiment> labels(Experiment before, LabelArray labels, @Nullable LabelSource source) {
        return labels(before, labels, source, List.of(), OptionalInt.empty());
    }

    /**
     * The document with these labels and no encoding. Logits of its own that fit them stay. Others give way to {@link
     * ExampleLogits#logits}, and examples always do: nothing that was made up for other labels, or set for them, is
     * left over, so that the same labels have the same diagnosis after whichever others.
     *
     * @param palettes of the data sets that are known
     * @param chosen the number of classes, where somebody has chosen it; otherwise it is guessed
     * @return nothing if the labels are too many for logits to be made for them
     * @throws IllegalArgumentException for labels of another rank than 1 to 4
     */
    public static Optional<Experiment> labels(
            Experiment before,
            LabelArray labels,
            @Nullable LabelSource source,
            List<Palette> palettes,
            OptionalInt chosen) {
        Edit edit = new Edit.SetLabels(labels, Optional.ofNullable(source));
        Experiment labelled = Edits.apply(before.withEncoding(List.of()), edit);
        if (!before.hasExampleLogits() && ExampleLogits.fit(before.logits(), labels, source)) {
            return Optional.of(labelled);
        }
        ClassCount guess = ClassCount.guess(labels, source, palettes);
        boolean hasOneChannel = before.isBinary() && before.channels() == 1;
        int wanted = hasOneChannel ? 1 : chosen.orElse(guess.classes());
        int classes = ClassCounting.affordable(labels, source, wanted);
        if (classes < 1) {
            return Optional.empty();
        }
        Optional<Palette> dataSet = guess.dataSet().filter(palette -> palette.classCount() == classes);
        Experiment own = (before.hasExampleLogits() ? labelled.withOptions(unset(before.options())) : labelled)
                .withClasses(List.of())
                .withColors(List.of());
        Experiment made =
                own.withLogits(logits(labels, source, classes, dataSet)).withExampleLogits(true);
        return Optional.of(dataSet.map(palette -> named(made, palette)).orElse(made));
    }

    /** The options without those that belong to certain labels. */
    private static LossOptions unset(LossOptions options) {
        return options.withIgnoreIndex(LossOptions.DEFAULT_IGNORE_INDEX)
                .withWeight(null)
                .withPosWeight(null);
    }

    private static Tensor logits(
            LabelArray labels, @Nullable LabelSource source, int classes, Optional<Palette> dataSet) {
        boolean areColors = source == null || !source.isPalette();
        return dataSet.filter(_ -> areColors)
                .map(palette -> new ColorsToIndices(palette, palette.voidIndex().orElse(0)).apply(labels))
                .map(indices -> ExampleLogits.logits(ClassCounting.ofPixels(indices), classes, ClassCounting.SEED))
                .orElseGet(() -> ExampleLogits.logits(labels, source, classes, ClassCounting.SEED));
    }

    /** The document with the names and colours that a data set gives to its classes. */
    private static Experiment named(Experiment experiment, Palette dataSet) {
        return experiment
                .withClasses(dataSet.classNames())
                .withColors(dataSet.classes().stream().map(Palette.Entry::color).toList());
    }

    /**
     * The document with logits that fit {@link NetworkOutput#logits}. Labels that fit them stay, others give way to
     * what the logits predict.
     *
     * @param source where the logits come from
     */
    public static Experiment logits(Experiment before, LabelArray logits, LabelSource source) {
        Tensor full = NetworkOutput.logits(logits);
        return ExampleLogits.fit(full, before.labels(), before.source())
                ? before.withLogits(full)
                : Edits.apply(before, new Edit.UseAsLogits(logits, Optional.of(source)));
    }
}
