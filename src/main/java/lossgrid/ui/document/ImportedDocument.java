package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.io.document.Lesson;
import lossgrid.io.intake.ArrayFileException;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.example.ClassGuess;
import lossgrid.model.example.ExampleLogits;
import lossgrid.model.example.RoleGuess;
import lossgrid.words.Language;
import lossgrid.words.Text;
import lossgrid.words.Texts;

/** Documents with arrays that came in. Takes its time for large ones. */
public final class ImportedDocument {
    private static final long SEED = 1;

    private ImportedDocument() {}

    /** The document with these labels and no encoding; nothing if they are too many for logits to be made for them. */
    static Optional<Experiment> withLabels(Experiment before, LoadedArray read) {
        LabelArray labels = read.array();
        Experiment cleared = before.withEncoding(List.of());
        if (ExampleLogits.fit(before.logits(), labels, read.source())) {
            return Optional.of(taken(cleared, read, 1));
        }
        boolean hasOneChannel = before.isBinary() && before.channels() == 1;
        int classes =
                hasOneChannel ? 1 : ClassGuess.of(cleared.withLabels(labels).withSource(read.source()));
        while (classes > 1 && !ExampleLogits.isAffordable(labels, read.source(), classes)) {
            classes--;
        }
        return ExampleLogits.isAffordable(labels, read.source(), classes)
                ? Optional.of(taken(cleared, read, classes))
                : Optional.empty();
    }

    /**
     * The document with these logits. Labels that fit them stay, others give way to what the logits predict.
     *
     * @throws ArrayFileException as {@link ArrayFiles#toLogits}
     */
    static Experiment withLogits(Experiment before, LoadedArray read) throws ArrayFileException {
        Tensor logits = ArrayFiles.toLogits(read);
        return ExampleLogits.fit(logits, before.labels(), before.source())
                ? before.withLogits(logits)
                : predicted(before, read);
    }

    private static Experiment predicted(Experiment before, LoadedArray read) {
        return Edits.apply(before, new Edit.TakeInLogits(read.array(), Optional.of(read.source())));
    }

    private static Experiment taken(Experiment before, LoadedArray read, int classes) {
        return Edits.apply(before, new Edit.TakeIn(read.array(), Optional.of(read.source()), classes, SEED));
    }

    /**
     * A document of its own.
     *
     * @param guess why the array was taken for labels or logits, if it could have been either and nobody said which
     */
    public record Opened(Experiment experiment, Optional<RoleGuess> guess) {
        /** What the array was taken for and why, for whoever could have said which. */
        public Optional<String> remark(Language language) {
            Texts texts = Texts.in(language);
            return guess.map(known -> texts.get(
                    known.isLogits() ? Text.TAKEN_AS_LOGITS : Text.TAKEN_AS_LABELS,
                    experiment.title(),
                    texts.get(ImportTarget.reason(known))));
        }
    }

    /**
     * Opens the first array of a file.
     *
     * @param target what it is, if that is known
     */
    public static Opened open(Path file, Optional<ImportTarget> target) throws ArrayFileException {
        LoadedArray read = ArrayFiles.open(file).getFirst();
        Optional<RoleGuess> guess = target.isEmpty() && ImportTarget.of(read).isEmpty()
                ? Optional.of(RoleGuess.of(read.array()))
                : Optional.empty();
        Experiment base = Lesson.TWO_CHANNEL.open();
        Experiment out =
                switch (target.or(() -> guess.map(ImportTarget::of)).orElse(ImportTarget.LABELS)) {
                    case LABELS ->
                        withLabels(base, read)
                                .orElse(base.withLabels(read.array()).withSource(read.source()));
                    case LOGITS -> {
                        ArrayFiles.requireLogits(read);
                        yield predicted(base, read);
                    }
                };
        return new Opened(out.withTitle(read.name()), guess);
    }
}
