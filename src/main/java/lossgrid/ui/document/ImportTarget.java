package lossgrid.ui.document;

import java.util.Optional;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.example.RoleGuess;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** The two roles that an imported array can have. */
public enum ImportTarget {
    LABELS,
    LOGITS;

    /** The only role that an array can have; empty where it may have either. */
    static Optional<ImportTarget> of(LoadedArray read) {
        return RoleGuess.canBeLogits(read.array()) ? Optional.empty() : Optional.of(LABELS);
    }

    /** The role that this guess suggests. */
    public static ImportTarget of(RoleGuess guess) {
        return guess.isLogits() ? LOGITS : LABELS;
    }

    /** The reason for that, in a sentence. */
    static TextKey reason(RoleGuess guess) {
        return switch (guess) {
            case WHOLE -> Text.GUESS_WHOLE;
            case MOSTLY_WHOLE -> Text.GUESS_MOSTLY_WHOLE;
            case UNIT -> Text.GUESS_UNIT;
            case REAL -> Text.GUESS_REAL;
            case NEGATIVE -> Text.GUESS_NEGATIVE;
            case NO_LOGITS -> throw new IllegalArgumentException("nothing to guess");
        };
    }
}
