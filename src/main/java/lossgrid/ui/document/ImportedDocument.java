package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.io.document.Lesson;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.edit.Importing;
import lossgrid.model.example.RoleGuess;
import lossgrid.words.Language;
import lossgrid.words.Text;
import lossgrid.words.Texts;

/**
 * An array as a document of its own, where nobody can be asked.
 *
 * @param guess why the array was taken for labels or logits, if it could have been either and nobody said which
 */
public record ImportedDocument(Experiment experiment, Optional<RoleGuess> guess) {
    /**
     * Opens the first array of a file.
     *
     * @param target what it is, if that is known
     */
    public static ImportedDocument open(Path file, Optional<ImportTarget> target) throws UnreadableFile {
        LoadedArray read = ArrayFiles.open(file).getFirst();
        Optional<RoleGuess> guess = target.isEmpty() && ImportTarget.of(read).isEmpty()
                ? Optional.of(RoleGuess.of(read.array()))
                : Optional.empty();
        Experiment base = Lesson.TWO_CHANNEL.open();
        Experiment out =
                switch (target.or(() -> guess.map(ImportTarget::of)).orElse(ImportTarget.LABELS)) {
                    case LABELS ->
                        Importing.labels(base, read.array(), read.source(), BuiltInPalette.all(), OptionalInt.empty())
                                .orElse(base.withLabels(read.array()).withSource(read.source()));
                    case LOGITS -> {
                        ArrayFiles.requireLogits(read);
                        yield Edits.apply(base, new Edit.UseAsLogits(read.array(), Optional.of(read.source())));
                    }
                };
        return new ImportedDocument(out.withTitle(read.name()), guess);
    }

    /** A remark that says what the array was taken for and why, for whoever could have said which. */
    public Optional<String> remark(Language language) {
        Texts texts = Texts.in(language);
        return guess.map(known -> texts.get(
                known.isLogits() ? Text.TAKEN_AS_LOGITS : Text.TAKEN_AS_LABELS,
                experiment.title(),
                texts.get(ImportTarget.reason(known))));
    }
}
