package lossgrid.ui.document;

import java.util.Optional;
import lossgrid.io.intake.FileExtensions;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.example.RoleGuess;
import lossgrid.words.Text;

/** What an array that comes in is to be. */
public enum ImportTarget {
    LABELS,
    LOGITS;

    /** What an array can only be; empty where it may be either. */
    static Optional<ImportTarget> of(LoadedArray read) {
        return RoleGuess.canBeLogits(read.array()) ? Optional.empty() : Optional.of(LABELS);
    }

    /** What is suggested by this guess. */
    public static ImportTarget of(RoleGuess guess) {
        return guess.isLogits() ? LOGITS : LABELS;
    }

    /** Why that is suggested, in a sentence. */
    static Text reason(RoleGuess guess) {
        return switch (guess) {
            case WHOLE -> Text.GUESS_WHOLE;
            case MOSTLY_WHOLE -> Text.GUESS_MOSTLY_WHOLE;
            case UNIT -> Text.GUESS_UNIT;
            case REAL -> Text.GUESS_REAL;
            case NEGATIVE -> Text.GUESS_NEGATIVE;
            case NO_LOGITS -> throw new IllegalArgumentException("nothing to guess");
        };
    }

    /** Whether a file of this name is an image or an array rather than a document. */
    public static boolean isArray(String fileName) {
        String ending = FileExtensions.of(fileName);
        return FileExtensions.isBinary(ending) || FileExtensions.isText(ending);
    }
}
