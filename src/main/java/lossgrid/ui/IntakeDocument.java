package lossgrid.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lossgrid.core.LabelArray;
import lossgrid.io.Lesson;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.IntakeException;
import lossgrid.io.intake.ReadArray;
import lossgrid.model.ClassGuess;
import lossgrid.model.Edit;
import lossgrid.model.Edits;
import lossgrid.model.Experiment;
import lossgrid.model.StandIn;

/** Documents with arrays that came in. Takes its time for large ones. */
public final class IntakeDocument {
    private static final long SEED = 1;

    private IntakeDocument() {}

    /** The document with these labels and no encoding; nothing if they are too many for logits to be made for them. */
    static Optional<Experiment> withLabels(Experiment before, ReadArray read) {
        LabelArray labels = read.array();
        Experiment cleared = before.withEncoding(List.of());
        if (StandIn.fit(before.logits(), labels, read.source())) {
            return Optional.of(taken(cleared, read, 1));
        }
        boolean hasOneChannel = before.isBinary() && before.channels() == 1;
        int classes =
                hasOneChannel ? 1 : ClassGuess.of(cleared.withLabels(labels).withSource(read.source()));
        while (classes > 1 && !StandIn.isAffordable(labels, read.source(), classes)) {
            classes--;
        }
        return StandIn.isAffordable(labels, read.source(), classes)
                ? Optional.of(taken(cleared, read, classes))
                : Optional.empty();
    }

    private static Experiment taken(Experiment before, ReadArray read, int classes) {
        return Edits.apply(before, new Edit.TakeIn(read.array(), Optional.of(read.source()), classes, SEED));
    }

    /** A document of its own for the first array of a file. */
    public static Experiment open(Path file) throws IntakeException {
        ReadArray read = ArrayFiles.open(file).getFirst();
        Experiment base = Lesson.TWO_CHANNEL.open();
        return withLabels(base, read)
                .orElse(base.withLabels(read.array()).withSource(read.source()))
                .withTitle(read.name());
    }
}
