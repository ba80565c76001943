package lossgrid.model.edit;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.example.ClassGuess;
import lossgrid.model.example.ExampleLogits;
import org.jspecify.annotations.Nullable;

/** Makes documents with arrays from elsewhere, for {@link Edit.Import}. Takes its time for large arrays. */
public final class Importing {
    private static final long SEED = 1;

    private Importing() {}

    /**
     * The document with these labels and no encoding. Logits that fit them stay, others give way to {@link
     * ExampleLogits#logits}.
     *
     * @return nothing if the labels are too many for logits to be made for them
     * @throws IllegalArgumentException for labels of another rank than 1 to 4
     */
    public static Optional<Experiment> labels(Experiment before, LabelArray labels, @Nullable LabelSource source) {
        Edit edit = new Edit.SetLabels(labels, Optional.ofNullable(source));
        Experiment labelled = Edits.apply(before.withEncoding(List.of()), edit);
        if (ExampleLogits.fit(before.logits(), labels, source)) {
            return Optional.of(labelled);
        }
        boolean hasOneChannel = before.isBinary() && before.channels() == 1;
        int classes = hasOneChannel ? 1 : ClassGuess.of(labelled);
        while (classes > 1 && !ExampleLogits.isAffordable(labels, source, classes)) {
            classes--;
        }
        if (!ExampleLogits.isAffordable(labels, source, classes)) {
            return Optional.empty();
        }
        Tensor logits = ExampleLogits.logits(labels, source, classes, SEED);
        return Optional.of(Reshaping.replaceLogits(labelled, logits).withExampleLogits(true));
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
