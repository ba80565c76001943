package lossgrid.ui;

import java.util.Optional;
import lossgrid.io.intake.FileEndings;
import lossgrid.io.intake.ReadArray;

/** What an array that comes in is to be. */
public enum IntakeTarget {
    LABELS,
    LOGITS;

    private static final int LEAST_LOGITS_RANK = 3;

    /** What an array can only be; empty where it may be either. */
    static Optional<IntakeTarget> of(ReadArray read) {
        boolean maybeLogits =
                read.array().dtype().isFloatingPoint() && read.array().shape().rank() >= LEAST_LOGITS_RANK;
        return maybeLogits ? Optional.empty() : Optional.of(LABELS);
    }

    /** Whether a file of this name is an image or an array rather than a document. */
    public static boolean isArray(String fileName) {
        String ending = FileEndings.of(fileName);
        return FileEndings.isBinary(ending) || FileEndings.isText(ending);
    }
}
